/** Files that a command names and must have, or ends. */
import { CommandError, VfsError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import type { Reader, Writer } from '../../os/stream.ts';

/** How a file that cannot be used is complained about. */
export interface FileRules {
  readonly prefix?: string;
  readonly status?: number;
  readonly append?: boolean;
}

const orComplain = <T>(path: string, { prefix = '', status = 1 }: FileRules, action: () => T): T => {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof VfsError)) throw error;
    throw new CommandError(`${prefix}${path}: ${error.message}`, status);
  }
};

/** Opens a file for writing; throws CommandError that names it. */
export const createFile = (process: Process, path: string, rules: FileRules = {}): Writer =>
  orComplain(path, rules, () => process.create(path, rules.append ?? false));

/** Opens a file for reading; throws CommandError that names it. */
export const openFile = (process: Process, path: string, rules: FileRules = {}): Reader =>
  orComplain(path, rules, () => process.open(path));
