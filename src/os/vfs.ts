/** The file system in memory: a tree of inodes, some of them read-only; calls are named as POSIX names them. */
import type { Line } from '../term/style.ts';
import { VfsError } from './failure.ts';
import { Ledger } from './ledger.ts';
import { LimitError, NEW_FILES, PATH_LENGTH, TEXT_LENGTH } from './limits.ts';
import { baseName, parentPath, resolvePath } from './path.ts';

interface InodeBase {
  /** Permission bits, e.g. 0o644. */
  mode: number;
  /** Milliseconds since 1970. */
  mtime: number;
  readonly ino: number;
  /** Never changed, moved or removed: it came with the machine. */
  readonly readOnly: boolean;
}

/** A regular file. */
export interface FileInode extends InodeBase {
  readonly kind: 'file';
  content: string;
  readonly display?: Display;
}

/** The same text set for reading by a process of this environment: its lines on a terminal that many columns wide. */
export type Display = (env: ReadonlyMap<string, string>) => Promise<(columns: number) => readonly Line[]>;

/** A directory. */
export interface DirectoryInode extends InodeBase {
  readonly kind: 'directory';
  readonly entries: Map<string, Inode>;
  /** `ls` without an order lists it newest first. */
  readonly newestFirst: boolean;
}

/** A device; what it does is the process's business, by this name. */
export interface DeviceInode extends InodeBase {
  readonly kind: 'device';
  readonly device: string;
}

export type Inode = FileInode | DirectoryInode | DeviceInode;

/** A directory's entry. */
export interface Dirent {
  readonly name: string;
  readonly inode: Inode;
}

/** What a new file may be given. */
export interface FileOptions {
  readonly mode?: number;
  readonly mtime?: number;
  readonly readOnly?: boolean;
  readonly display?: Display;
}

const textEncoder = new TextEncoder();

/** Bytes of a text in UTF-8. */
export const byteLength = (text: string): number => textEncoder.encode(text).length;

/** A name without anything to be seen in it. */
const invisible = /^[\p{Cc}\p{Cf}\p{Mn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+$/u;

/** The file with a text that is made when it is first read. */
const lateFile = (file: FileInode, make: () => string): FileInode => {
  let text: string | undefined;
  return Object.defineProperty(file, 'content', {
    enumerable: true,
    get: () => {
      text ??= make();
      return text;
    },
    set: (written: string) => {
      text = written;
    },
  });
};

/** A tree of files; paths are absolute and resolved (see path.ts). Each member throws VfsError as its system call would fail. */
export class FileSystem {
  readonly root: DirectoryInode;
  /** What the session holds in memory; its files are part of it. */
  readonly ledger = new Ledger();
  readonly #now: () => number;
  /** Names in lower case that stand for files, by absolute paths, wherever no file is called so. */
  readonly bareNames: ReadonlyMap<string, readonly string[]>;
  /** Files and directories of the user's that there are now. */
  #made = 0;
  #nextInode = 2;

  constructor(now: () => number, bareNames: ReadonlyMap<string, readonly string[]> = new Map()) {
    this.#now = now;
    this.bareNames = bareNames;
    this.root = this.#directory({ mode: 0o755 });
  }

  #directory(options: FileOptions & { newestFirst?: boolean }): DirectoryInode {
    return {
      kind: 'directory',
      mode: options.mode ?? 0o755,
      mtime: options.mtime ?? this.#now(),
      ino: this.#nextInode++,
      readOnly: options.readOnly ?? false,
      newestFirst: options.newestFirst ?? false,
      entries: new Map(),
    };
  }

  /** The inode at `path`, or undefined (ENOENT and ENOTDIR alike). */
  find(path: string): Inode | undefined {
    let inode: Inode | undefined = this.root;
    for (const part of path.split('/')) {
      if (part === '') continue;
      if (inode?.kind !== 'directory') return undefined;
      inode = inode.entries.get(part);
    }
    return inode;
  }

  /** stat(2): ENOENT, or ENOTDIR when a file stands where a directory is needed. */
  stat(path: string): Inode {
    const inode = this.find(path);
    if (inode) return inode;
    const parent = path === '/' ? undefined : this.find(parentPath(path));
    throw new VfsError(parent && parent.kind !== 'directory' ? 'ENOTDIR' : 'ENOENT');
  }

  /** readdir(3), sorted by code point, without `.` and `..`. */
  readDirectory(path: string): Dirent[] {
    const inode = this.stat(path);
    if (inode.kind !== 'directory') throw new VfsError('ENOTDIR');
    const names = [...inode.entries].map(([name, child]) => ({ name, inode: child }));
    return names.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The text of a regular file: EISDIR for a directory, EACCES when its mode forbids reading. */
  readFile(path: string): string {
    const inode = this.stat(path);
    if (inode.kind === 'directory') throw new VfsError('EISDIR');
    if ((inode.mode & 0o400) === 0) throw new VfsError('EACCES');
    return inode.kind === 'file' ? inode.content : '';
  }

  /** open(2) with O_CREAT and either O_TRUNC or O_APPEND, then write(2). */
  writeFile(path: string, text: string, append = false): void {
    const inode = this.find(path);
    if (!inode) {
      this.#link(path, this.#file(text, {}));
      return;
    }
    if (inode.kind === 'directory') throw new VfsError('EISDIR');
    if (inode.readOnly) throw new VfsError('EROFS');
    if ((inode.mode & 0o200) === 0) throw new VfsError('EACCES');
    if (inode.kind === 'device') return;
    const content = append ? inode.content + text : text;
    if (content.length > TEXT_LENGTH) throw new LimitError('file size', TEXT_LENGTH);
    this.ledger.hold(content.length - inode.content.length);
    inode.content = content;
    inode.mtime = this.#now();
  }

  #file(content: string, options: FileOptions): FileInode {
    if (content.length > TEXT_LENGTH) throw new LimitError('file size', TEXT_LENGTH);
    const base = {
      kind: 'file',
      content,
      mode: options.mode ?? 0o644,
      mtime: options.mtime ?? this.#now(),
      ino: this.#nextInode++,
    } as const;
    const file = { ...base, readOnly: options.readOnly ?? false };
    return options.display ? { ...file, display: options.display } : file;
  }

  /** The directory in which `path` may be made or removed. */
  #parent(path: string): DirectoryInode {
    if (path.length > PATH_LENGTH) throw new VfsError('ENAMETOOLONG');
    const parent = this.stat(parentPath(path));
    if (parent.kind !== 'directory') throw new VfsError('ENOTDIR');
    if (parent.readOnly) throw new VfsError('EROFS');
    if ((parent.mode & 0o200) === 0) throw new VfsError('EACCES');
    return parent;
  }

  #link(path: string, inode: Inode): void {
    const parent = this.#parent(path);
    const name = baseName(path);
    if (name.length > 255) throw new VfsError('ENAMETOOLONG');
    // What nobody can see, nobody could tell from another, nor remove.
    if (invisible.test(name)) throw new VfsError('EINVAL');
    if (!inode.readOnly) this.#count(inode);
    parent.entries.set(name, inode);
    if (!inode.readOnly) parent.mtime = this.#now();
  }

  /** Counts what a user makes; throws LimitError at the bound. */
  #count(inode: Inode): void {
    if (this.#made >= NEW_FILES) throw new LimitError('files of your own', NEW_FILES);
    if (inode.kind === 'file') this.ledger.hold(inode.content.length);
    this.#made++;
  }

  /** Gives back what creating it took. */
  #discount(inode: Inode): void {
    if (inode.kind === 'file') this.ledger.hold(-inode.content.length);
    this.#made--;
  }

  /** mkdir(2): EEXIST when anything is there. */
  makeDirectory(path: string, mode = 0o755): void {
    if (this.find(path)) throw new VfsError('EEXIST');
    this.#link(path, this.#directory({ mode }));
  }

  /** unlink(2): EISDIR for a directory. */
  unlink(path: string): void {
    const inode = this.stat(path);
    if (inode.kind === 'directory') throw new VfsError('EISDIR');
    this.#detach(path, inode);
    this.#discount(inode);
  }

  /** rmdir(2): ENOTEMPTY unless empty. */
  removeDirectory(path: string): void {
    const inode = this.stat(path);
    if (inode.kind !== 'directory') throw new VfsError('ENOTDIR');
    if (inode.entries.size > 0) throw new VfsError('ENOTEMPTY');
    this.#detach(path, inode);
    this.#discount(inode);
  }

  #detach(path: string, inode: Inode): void {
    if (path === '/') throw new VfsError('EBUSY');
    if (inode.readOnly) throw new VfsError('EROFS');
    const parent = this.#parent(path);
    parent.entries.delete(baseName(path));
    parent.mtime = this.#now();
  }

  /** rename(2): EINVAL into itself, EROFS when either end is read-only. */
  rename(from: string, to: string): void {
    const inode = this.stat(from);
    if (from === to) return;
    if (`${to}/`.startsWith(`${from}/`)) throw new VfsError('EINVAL');
    const target = this.find(to);
    if (inode.readOnly || target?.readOnly) throw new VfsError('EROFS');
    if (target?.kind === 'directory' && inode.kind !== 'directory') throw new VfsError('EISDIR');
    if (target && target.kind !== 'directory' && inode.kind === 'directory') throw new VfsError('ENOTDIR');
    if (target?.kind === 'directory' && target.entries.size > 0) throw new VfsError('ENOTEMPTY');
    // Both ends are looked at before either is changed.
    this.#parent(from);
    this.#parent(to).entries.set(baseName(to), inode);
    this.#detach(from, inode);
    if (target) this.#discount(target);
  }

  /** utimensat(2). */
  setTime(path: string, mtime: number): void {
    const inode = this.stat(path);
    if (inode.readOnly) throw new VfsError('EROFS');
    inode.mtime = mtime;
  }

  /** chmod(2). */
  setMode(path: string, mode: number): void {
    const inode = this.stat(path);
    if (inode.readOnly) throw new VfsError('EROFS');
    inode.mode = mode;
  }

  /**
   * Puts a file in place while the tree is being built, whatever its directory allows; makes the directories on the way.
   * A function is asked for the text when the file is first read.
   */
  install(path: string, content: string | (() => string), options: FileOptions = {}): void {
    const file = typeof content === 'string' ? this.#file(content, options) : lateFile(this.#file('', options), content);
    // A user's own, put back, counts as when it was made.
    if (typeof content === 'string' && !file.readOnly) this.#count(file);
    this.installDirectory(parentPath(path)).entries.set(baseName(path), file);
  }

  /** As `install`, for a directory; an existing one is answered as it is. */
  installDirectory(path: string, options: FileOptions & { readonly newestFirst?: boolean } = {}): DirectoryInode {
    const inode = this.find(path);
    if (inode?.kind === 'directory') return inode;
    const directory = this.#directory(options);
    this.installDirectory(parentPath(path)).entries.set(baseName(path), directory);
    return directory;
  }

  /** As `install`, for a device that processes know by `device`. */
  installDevice(path: string, device: string): void {
    const inode: DeviceInode = { kind: 'device', device, mode: 0o666, mtime: this.#now(), ino: this.#nextInode++, readOnly: false };
    this.installDirectory(parentPath(path)).entries.set(baseName(path), inode);
  }

  /** The files that a bare name stands for, in any letter case; empty for a path or an unknown name. */
  lookUp(name: string): readonly string[] {
    return this.bareNames.get(name.toLowerCase()) ?? [];
  }

  /** What an operand means in a directory: the file at that path; else those for which it is a bare name; else that path. */
  locate(operand: string, directory: string): readonly string[] {
    const path = resolvePath(directory, operand);
    const named = this.find(path) ? [] : this.lookUp(operand);
    return named.length > 0 ? named : [path];
  }
}
