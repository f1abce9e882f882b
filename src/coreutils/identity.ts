/** Who and where: the owner of the files and the name of the machine, as /etc has them. */
import { VfsError } from '../os/failure.ts';
import type { FileSystem } from '../os/vfs.ts';

/** A user and the group of the same name. */
export interface Owner {
  readonly name: string;
  readonly id: number;
}

/** User and group of every file. */
const ID = 1000;

/** The owner of every file. */
export const ownerOf = (fs: FileSystem): Owner => {
  try {
    const name = /^([^:\n]+):[^:\n]*:1000:/m.exec(fs.readFile('/etc/passwd'))?.[1];
    return { name: name ?? String(ID), id: ID };
  } catch (error) {
    if (error instanceof VfsError) return { name: String(ID), id: ID };
    throw error;
  }
};

/** The name, or `localhost` where the file is missing. */
export const hostName = (fs: FileSystem): string => {
  try {
    return fs.readFile('/etc/hostname').trim();
  } catch (error) {
    if (error instanceof VfsError) return 'localhost';
    throw error;
  }
};
