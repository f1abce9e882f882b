/** What stat(2) says of an inode beyond the inode itself: sizes, space on disk, links. */
import { byteLength, type Inode } from '../../os/vfs.ts';

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
