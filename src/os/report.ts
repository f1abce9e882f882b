/** What a command says on standard error, and what becomes of an action that the file system refuses. */
import { CommandError, VfsError } from './failure.ts';
import type { Process } from './process.ts';

/** Says `NAME: MESSAGE`. */
export const warn = (process: Process, message: string): Promise<void> =>
  process.stderr.write(`${process.name}: ${message}\n`, { role: 'bad' });

/** Runs `action`; a refusal of the file system is told as `NAME: WHAT: why`, and what resolves is undefined: the rest goes on. */
export const guard = async <T>(process: Process, what: string, action: () => T | Promise<T>): Promise<T | undefined> => {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof VfsError)) throw error;
    await warn(process, `${what}: ${error.message}`);
    return undefined;
  }
};

/** Runs `action`, on which everything depends: a refusal of the file system ends the command as `NAME: WHAT: why`. */
export const demand = <T>(what: string, action: () => T, status = 1): T => {
  try {
    return action();
  } catch (error) {
    throw error instanceof VfsError ? new CommandError(`${what}: ${error.message}`, status) : error;
  }
};
