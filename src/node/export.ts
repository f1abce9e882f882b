/** Writes a directory of the shell's file system as real files, with their modification times. */
import { chmodSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileSystem } from '../os/vfs.ts';

/** Writes what is below `from` into the real `directory`, making it; what is there already stays, but for files of the same names. */
export const exportTree = (fs: FileSystem, from: string, directory: string): void => {
  mkdirSync(directory, { recursive: true });
  for (const { name, inode } of fs.readDirectory(from)) {
    const path = join(directory, name);
    if (inode.kind === 'directory') exportTree(fs, `${from}/${name}`, path);
    else if (inode.kind === 'file') {
      writeFileSync(path, inode.content);
      chmodSync(path, inode.mode);
      utimesSync(path, inode.mtime / 1000, inode.mtime / 1000);
    }
  }
  // Last, since a directory's own time changes with each file put into it.
  const { mtime } = fs.stat(from);
  utimesSync(directory, mtime / 1000, mtime / 1000);
};
