/** What a command says and asks on standard error, and what becomes of an action that the file system refuses. */
import { CommandError, VfsError } from './failure.ts';
import type { Process } from './process.ts';

/** Says `NAME: MESSAGE`. */
export const warn = (process: Process, message: string): Promise<void> =>
  process.stderr.write(`${process.name}: ${message}\n`, { role: 'bad' });

/** What `action` gives, or the refusal of the file system as a value. */
export const attempt = <T>(action: () => T): T | VfsError => {
  try {
    return action();
  } catch (error) {
    if (error instanceof VfsError) return error;
    throw error;
  }
};

/** Runs `action`, without which the rest can go on: a refusal is told as `NAME: WHAT: why`, unless `what` is undefined, and gives false. */
export const guard = async <T>(process: Process, what: string | undefined, action: () => T | Promise<T>): Promise<T | false> => {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof VfsError)) throw error;
    if (what !== undefined) await warn(process, `${what}: ${error.message}`);
    return false;
  }
};

/** Runs `action`, on which everything depends: a refusal ends the command as `NAME: WHAT: why`. */
export const demand = <T>(what: string, action: () => T, status = 1): T => {
  const result = attempt(action);
  if (result instanceof VfsError) throw new CommandError(`${what}: ${result.message}`, status);
  return result;
};

/** Runs `action` for one of several operands: a CommandError is told, and gives false, so that the others have their turn. */
export const carryOn = async (process: Process, action: () => void | Promise<void>): Promise<boolean> => {
  try {
    await action();
    return true;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    await warn(process, error.message);
    return false;
  }
};

/** Ends the command because the surroundings cannot do what it is for; says what to do instead. */
export const unavailable = (what: string, instead: string): never => {
  throw new CommandError(`${what} cannot be done here; ${instead}`);
};

/** Asks on standard error; true when the line that answers on standard input begins with y. */
export type Confirm = (question: string) => Promise<boolean>;

/** A Confirm whose answers are the successive lines of standard input; at its end every answer is no. */
export const createConfirm = (process: Process): Confirm => {
  let held = '';
  const readLine = async (): Promise<string> => {
    let newline = held.indexOf('\n');
    for (let chunk: string | null = ''; newline < 0; newline = held.indexOf('\n')) {
      chunk = await process.stdin.read();
      if (chunk === null) break;
      held += chunk;
    }
    const line = newline < 0 ? held : held.slice(0, newline);
    held = newline < 0 ? '' : held.slice(newline + 1);
    return line;
  };
  return async (question) => {
    await process.stderr.write(`${process.name}: ${question} `);
    return /^\s*y/i.test(await readLine());
  };
};
