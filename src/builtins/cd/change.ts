/** Changes the working directory, as `cd` and its kin do. */

import { VfsError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import { demand } from '../../os/report.ts';
import type { ShellPort } from '../../os/shell-port.ts';

/** Each directory that a `..` leaves must be there, though it is not in the path that results. */
const checkParents = (directory: string, process: Process): void => {
  const parts = directory.split('/');
  parts.forEach((part, i) => {
    if (part !== '..' || i === 0) return;
    if (process.fs.stat(process.resolve(parts.slice(0, i).join('/') || '/')).kind !== 'directory') throw new VfsError('ENOTDIR');
  });
};

/** Makes `directory` the working directory; throws CommandError with libc's wording. */
export const change = (directory: string, process: Process, shell: ShellPort): void => {
  const path = process.resolve(directory);
  demand(directory, () => {
    checkParents(directory, process);
    const inode = process.fs.stat(path);
    if (inode.kind !== 'directory') throw new VfsError('ENOTDIR');
    if ((inode.mode & 0o100) === 0) throw new VfsError('EACCES');
  });
  shell.changeDirectory(path);
};
