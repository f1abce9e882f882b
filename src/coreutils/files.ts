/** Files: those that an operand means, what stat(2) says of them, what is below them, in which order they are listed. */
import { compareText, compareVersions } from '../coreutils/order.ts';
import { VfsError } from '../os/failure.ts';
import { operandPaths } from '../os/inputs.ts';
import { joinPath } from '../os/path.ts';
import type { Process } from '../os/process.ts';
import { byteLength, type FileSystem, type Inode } from '../os/vfs.ts';

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

/** Bytes in a block of the imagined disk, and in a directory. */
const BLOCK = 4096;

/** Bytes, as st_size. */
export const sizeOf = (inode: Inode): number => {
  if (inode.kind === 'directory') return BLOCK;
  return inode.kind === 'file' ? byteLength(inode.content) : 0;
};

/** Bytes that the file takes on the imagined disk. */
export const spaceOf = (inode: Inode): number => Math.ceil(sizeOf(inode) / BLOCK) * BLOCK;

/** Hard links, as st_nlink: a directory has one from its parent, from itself and from each directory in it. */
export const linksOf = (inode: Inode): number => {
  if (inode.kind !== 'directory') return 1;
  let links = 2;
  for (const child of inode.entries.values()) if (child.kind === 'directory') links += 1;
  return links;
};

/** Whether someone may run it. */
export const isExecutable = (inode: Inode): boolean => inode.kind === 'file' && (inode.mode & 0o111) !== 0;

/** One stop of the walk. A directory is visited twice: before and after its entries. */
export interface Visit {
  /** As the visitor would name it: the start, then names joined to it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly inode: Inode;
  /** 0 at the start. */
  readonly depth: number;
  readonly phase: 'file' | 'enter' | 'leave';
  /** Set to false on entering a directory to pass over its entries; it is left all the same. */
  descend: boolean;
}

const visit = (name: string, path: string, inode: Inode, depth: number): Visit => ({
  name,
  path,
  inode,
  depth,
  phase: inode.kind === 'directory' ? 'enter' : 'file',
  descend: true,
});

/** Walks from an inode, named `name`, at `path`. Entries that are removed on the way are passed over, new ones are not seen. */
export function* walk(fs: FileSystem, name: string, path: string, inode: Inode): Generator<Visit> {
  const waiting: Visit[] = [visit(name, path, inode, 0)];
  for (let stop = waiting.pop(); stop; stop = waiting.pop()) {
    if (stop.depth > 0 && stop.phase !== 'leave' && fs.find(stop.path) !== stop.inode) continue;
    yield stop;
    if (stop.phase !== 'enter') continue;
    waiting.push({ ...stop, phase: 'leave' });
    if (!stop.descend) continue;
    for (const entry of fs.readDirectory(stop.path).reverse()) {
      waiting.push(visit(joinPath(stop.name, entry.name), joinPath(stop.path, entry.name), entry.inode, stop.depth + 1));
    }
  }
}

/** What decides the order; `none` leaves it as it is. */
export type Order = 'name' | 'time' | 'size' | 'extension' | 'version' | 'none';

type Compare = (a: Named, b: Named) => number;

const byName: Compare = (a, b) => compareText(a.name, b.name);

const extension = (name: string): string => (name.lastIndexOf('.') < 0 ? '' : name.slice(name.lastIndexOf('.')));

const compares: Readonly<Record<Exclude<Order, 'none'>, Compare>> = {
  name: byName,
  time: (a, b) => b.inode.mtime - a.inode.mtime || byName(a, b),
  size: (a, b) => sizeOf(b.inode) - sizeOf(a.inode) || byName(a, b),
  extension: (a, b) => compareText(extension(a.name), extension(b.name)) || byName(a, b),
  version: (a, b) => compareVersions(a.name, b.name) || byName(a, b),
};

/** The files in an order; directories before all others where that is wanted. */
export const sortFiles = (files: readonly Named[], order: Order, reverse: boolean, directoriesFirst: boolean): readonly Named[] => {
  const ordered = order === 'none' ? [...files] : [...files].sort(compares[order]);
  if (reverse) ordered.reverse();
  if (!directoriesFirst) return ordered;
  const isDirectory = ({ inode }: Named): boolean => inode.kind === 'directory';
  return [...ordered.filter(isDirectory), ...ordered.filter((file) => !isDirectory(file))];
};
