/** Paths made canonical, as realpath(3) makes them, where there are no links. */
import { VfsError } from '../../os/failure.ts';
import { joinPath } from '../../os/path.ts';
import type { Process } from '../../os/process.ts';

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
