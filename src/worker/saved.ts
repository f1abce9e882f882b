/** What a visitor made in the file system, told change by change, so that it outlives the shell that made it. */
import type { FileSystem, Inode } from '../os/vfs.ts';
import type { SavedEntry } from './protocol.ts';

const entries = (fs: FileSystem): ReadonlyMap<string, SavedEntry> => {
  const found = new Map<string, SavedEntry>();
  // Not by recursion: directories may lie deeper than calls may.
  const rest: (readonly [path: string, inode: Inode])[] = [['', fs.root]];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const [path, inode] = next;
    if (inode.kind === 'device') continue;
    const { mode, mtime } = inode;
    if (!inode.readOnly && path !== '') found.set(path, { path, content: inode.kind === 'file' ? inode.content : undefined, mode, mtime });
    if (inode.kind === 'directory') for (const [name, child] of inode.entries) rest.push([`${path}/${name}`, child]);
  }
  return found;
};

const isSame = (a: SavedEntry, b: SavedEntry | undefined): boolean =>
  b !== undefined && a.content === b.content && a.mode === b.mode && (a.content === undefined || a.mtime === b.mtime);

/** Remembers what was told. */
export class SavedFiles {
  readonly #fs: FileSystem;
  #told: ReadonlyMap<string, SavedEntry>;

  /** What `fs` holds now counts as told. */
  constructor(fs: FileSystem) {
    this.#fs = fs;
    this.#told = entries(fs);
  }

  /** What has changed since the last call; undefined when nothing has. */
  changes(): { readonly changed: readonly SavedEntry[]; readonly removed: readonly string[] } | undefined {
    const now = entries(this.#fs);
    const changed = [...now.values()].filter((entry) => !isSame(entry, this.#told.get(entry.path)));
    const removed = [...this.#told.keys()].filter((path) => !now.has(path));
    this.#told = now;
    return changed.length + removed.length > 0 ? { changed, removed } : undefined;
  }
}

/** Puts back what an earlier shell left; parents come before what is in them. */
export const restoreFiles = (fs: FileSystem, saved: readonly SavedEntry[]): void => {
  for (const { path, content, mode, mtime } of [...saved].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (content === undefined) fs.installDirectory(path).mode = mode;
    else fs.install(path, content, { mode, mtime });
  }
};
