/** Writes a directory of the shell's file system as real files, with their modification times. */
import { chmodSync, lstatSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileSystem } from '../os/vfs.ts';

/** What is at a path itself, whatever it leads to; undefined for nothing. */
const kindAt = (path: string): 'directory' | 'file' | 'link' | undefined => {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return undefined;
  return found.isSymbolicLink() ? 'link' : found.isDirectory() ? 'directory' : 'file';
};

/** Writes a file in place of one that an earlier export wrote; what a link leads to is never touched. */
const writeFile = (path: string, text: string): void => {
  const kind = kindAt(path);
  if (kind === 'directory') throw new Error(`${path}: Is a directory`);
  // An earlier export's file may be read-only, and a link is replaced, not followed.
  if (kind !== undefined) rmSync(path);
  writeFileSync(path, text, { flag: 'wx' });
};

/**
 * Writes what is below `from` into the real `directory`, making it. Files of the same names are replaced, everything else
 * stays; below `directory` no symbolic link is followed. Throws an Error whose message is one line that names the path.
 */
export const exportTree = (fs: FileSystem, from: string, directory: string, top = true): void => {
  const kind = kindAt(directory);
  if (kind === 'link' && !top) throw new Error(`${directory}: is a symbolic link, which is not followed`);
  mkdirSync(directory, { recursive: true });
  for (const { name, inode } of fs.readDirectory(from)) {
    const path = join(directory, name);
    if (inode.kind === 'directory') exportTree(fs, `${from}/${name}`, path, false);
    else if (inode.kind === 'file') {
      writeFile(path, inode.content);
      chmodSync(path, inode.mode);
      utimesSync(path, inode.mtime / 1000, inode.mtime / 1000);
    }
  }
  // Last, since a directory's own time changes with each file put into it.
  const { mtime } = fs.stat(from);
  utimesSync(directory, mtime / 1000, mtime / 1000);
};
