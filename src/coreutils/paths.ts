/** Paths: canonical, seen from a directory, and as names on the terminal. */

import { VfsError } from '../os/failure.ts';
import { baseName, joinPath } from '../os/path.ts';
import type { Process } from '../os/process.ts';
import { quoteWord } from '../os/quote.ts';
import type { Inode } from '../os/vfs.ts';
import type { Style } from '../term/style.ts';
import { isExecutable, relativeTo } from './files.ts';

/** Which components must be there: each, all but the last, or none. */
export type Existing = 'all' | 'parents' | 'none';

/** The absolute path without `.`, `..` and doubled slashes; throws VfsError for what must be there and is not. */
export const canonicalPath = (process: Process, operand: string, existing: Existing): string => {
  if (operand === '') throw new VfsError('ENOENT');
  const parts = operand.split('/').filter((part) => part !== '' && part !== '.');
  let path = operand.startsWith('/') ? '/' : process.cwd;
  parts.forEach((part, index) => {
    if (existing !== 'none') enter(process, path);
    path = part === '..' ? process.resolve(`${path}/..`) : joinPath(path, part);
    const needed = existing === 'all' || (existing === 'parents' && index < parts.length - 1);
    if (needed) process.fs.stat(path);
  });
  if (existing !== 'none' && /\/\.?$/.test(operand) && process.fs.find(path)) enter(process, path);
  return path;
};

const enter = ({ fs }: Process, path: string): void => {
  if (fs.stat(path).kind !== 'directory') throw new VfsError('ENOTDIR');
};

/** An absolute path as it is written from an absolute directory, with `..` where it must climb. */
export const pathFrom = (directory: string, path: string): string => {
  const [from, to] = [directory, path].map((whole) => whole.split('/').filter((part) => part !== ''));
  let common = 0;
  while (from?.[common] !== undefined && from[common] === to?.[common]) common++;
  return [...(from ?? []).slice(common).map(() => '..'), ...(to ?? []).slice(common)].join('/') || '.';
};

const asOperand = (name: string): string => quoteWord(name.startsWith('-') ? `./${name}` : name);

/** The shortest operand by which the file is found again from here. */
const shortName = ({ fs, cwd }: Process, path: string): string => {
  const name = baseName(path);
  const [found, ...others] = fs.lookUp(name);
  return found === path && others.length === 0 ? name : relativeTo(cwd, path);
};

/** The style of the file at `path`: directories and programs have roles; each name leads to a line that shows what it holds. */
export const nameStyle = (process: Process, path: string, inode: Inode): Style => {
  if (inode.kind === 'directory') return { role: 'directory', run: `ls ${asOperand(relativeTo(process.cwd, path))}` };
  if (inode.kind === 'device') return { role: 'warn' };
  const name = baseName(path);
  if (isExecutable(inode)) return process.commands.has(name) ? { role: 'executable', run: name } : { role: 'executable' };
  return { run: `cat ${asOperand(shortName(process, path))}` };
};
