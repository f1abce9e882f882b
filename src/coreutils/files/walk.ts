/** A walk through a tree of files (as fts(3)): what is below a file, in order of name. */
import { joinPath } from '../../os/path.ts';
import type { FileSystem, Inode } from '../../os/vfs.ts';

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
