/** The files that diff compares: found, read, named in headings. */

import { lastComponent, namedFiles } from '../../../coreutils/files/operand.ts';
import { toDateTime } from '../../../coreutils/time/calendar.ts';
import { strftime } from '../../../coreutils/time/strftime.ts';
import { zoneOf } from '../../../coreutils/time/zone.ts';
import { CommandError, VfsError } from '../../../os/failure.ts';
import { joinPath } from '../../../os/path.ts';
import type { Process } from '../../../os/process.ts';
import { USAGE } from '../../../os/status.ts';
import { readAll } from '../../../os/stream.ts';
import type { DirectoryInode } from '../../../os/vfs.ts';

/** A file to compare. */
export interface Operand {
  readonly name: string;
  /** Milliseconds since 1970; 0 of an absent file. */
  readonly mtime: number;
  /** Absent for a directory. */
  readonly content: string | undefined;
  readonly directory: DirectoryInode | undefined;
  /** Taken as empty because it is not there (`-N`). */
  readonly absent: boolean;
}

/** A file that is not there, as an empty one. */
const absentFile = (name: string): Operand => ({ name, mtime: 0, content: '', directory: undefined, absent: true });

/** Devices and the ends of process substitutions are read by opening them. */
const isStream = (process: Process, name: string): boolean => process.resolve(name).startsWith('/dev/');

/** The file that an operand names; `-` is standard input. Throws a CommandError of status 2. */
const readOperand = async (process: Process, name: string, mayBeAbsent: boolean): Promise<Operand> => {
  if (name === '-') return { name, mtime: process.host.now(), content: await readAll(process.stdin), directory: undefined, absent: false };
  try {
    const [file] = isStream(process, name) ? [] : namedFiles(process, name);
    if (!file) return { name, mtime: process.host.now(), content: await readAll(process.open(name)), directory: undefined, absent: false };
    const { inode, path } = file;
    const content = inode.kind === 'directory' ? undefined : process.fs.readFile(path);
    return { name: file.name, mtime: inode.mtime, content, directory: inode.kind === 'directory' ? inode : undefined, absent: false };
  } catch (error) {
    if (!(error instanceof VfsError)) throw error;
    if (mayBeAbsent && error.code === 'ENOENT') return absentFile(name);
    throw new CommandError(`${name}: ${error.message}`, USAGE);
  }
};

/** The entry of a directory, by name. */
export const entryOf = (process: Process, directory: Operand, name: string, mayBeAbsent: boolean): Promise<Operand> =>
  readOperand(process, joinPath(directory.name, name), mayBeAbsent);

/** Both operands, where a file beside a directory stands for the entry of its name there. */
export const readOperands = async (
  process: Process,
  first: string,
  second: string,
  mayBeAbsent: boolean,
): Promise<readonly [Operand, Operand]> => {
  const left = await readOperand(process, first, mayBeAbsent);
  const right = await readOperand(process, second, mayBeAbsent);
  if (left.directory && !right.directory) return [await entryOf(process, left, lastComponent(second), mayBeAbsent), right];
  if (right.directory && !left.directory) return [left, await entryOf(process, right, lastComponent(first), mayBeAbsent)];
  return [left, right];
};

/** A file's name and time, as headings have them. */
export const labelOf = (process: Process, { name, mtime }: Operand): string => {
  const time = toDateTime(mtime, zoneOf(process));
  return `${name}\t${time ? strftime('%Y-%m-%d %H:%M:%S.%N %z', time) : ''}`;
};
