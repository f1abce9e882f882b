/** Operands as files: what they name, and what a trailing slash asks of it. */
import { VfsError } from '../../os/failure.ts';
import { operandPaths } from '../../os/inputs.ts';
import type { Process } from '../../os/process.ts';
import type { Inode } from '../../os/vfs.ts';

/** stat(2) of an operand as it was typed: an empty one is ENOENT, and one that ends in a slash must be a directory (POSIX 4.13). */
export const statOperand = (process: Process, operand: string): Inode => {
  if (operand === '') throw new VfsError('ENOENT');
  const inode = process.fs.stat(process.resolve(operand));
  if (operand.endsWith('/') && inode.kind !== 'directory') throw new VfsError('ENOTDIR');
  return inode;
};

/** A file that an operand names. */
export interface Named {
  /** As output and messages name it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly inode: Inode;
}

/** The file that an operand names, or the files for which it is a bare name, each under its own name; throws VfsError. */
export const namedFiles = (process: Process, operand: string): readonly Named[] => {
  const paths = operandPaths(process, operand);
  const [path = ''] = paths;
  if (paths.length === 1 && path === process.resolve(operand)) return [{ name: operand, path, inode: statOperand(process, operand) }];
  return paths.map((found) => ({ name: relativeTo(process.cwd, found), path: found, inode: process.fs.stat(found) }));
};

/** An absolute path as seen from `directory`: without it when the path is below, as it is when not. */
export const relativeTo = (directory: string, path: string): string => {
  const prefix = directory === '/' ? '/' : `${directory}/`;
  return path.startsWith(prefix) && path !== prefix ? path.slice(prefix.length) : path;
};

/** The last component of an operand, without trailing slashes: the name that a copy of it gets. */
export const lastComponent = (operand: string): string => /([^/]*)\/*$/.exec(operand)?.[1] ?? '';
