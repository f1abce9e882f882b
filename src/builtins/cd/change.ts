/** Changes the working directory, as `cd` and its kin do. */
import { CommandError, VfsError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import type { ShellPort } from '../../os/shell-port.ts';

/** Makes `directory` the working directory; throws CommandError with libc's wording. */
export const change = (directory: string, process: Process, shell: ShellPort): void => {
  const path = process.resolve(directory);
  try {
    const inode = process.fs.stat(path);
    if (inode.kind !== 'directory') throw new VfsError('ENOTDIR');
    if ((inode.mode & 0o100) === 0) throw new VfsError('EACCES');
  } catch (error) {
    if (error instanceof VfsError) throw new CommandError(`${directory}: ${error.message}`);
    throw error;
  }
  shell.changeDirectory(path);
};

/** The directories as `dirs` prints them, the working directory first, with its newline. */
export const stackLine = (shell: ShellPort): string => {
  const home = shell.get('HOME') ?? '';
  const short = (path: string): string => (home !== '' && `${path}/`.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path);
  return `${[shell.cwd, ...shell.directoryStack].map(short).join(' ')}\n`;
};
