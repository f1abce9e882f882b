/** The machine's name, as /etc/hostname has it. */
import { VfsError } from '../../os/failure.ts';
import type { FileSystem } from '../../os/vfs.ts';

/** The name, or `localhost` where the file is missing. */
export const hostName = (fs: FileSystem): string => {
  try {
    return fs.readFile('/etc/hostname').trim();
  } catch (error) {
    if (error instanceof VfsError) return 'localhost';
    throw error;
  }
};
