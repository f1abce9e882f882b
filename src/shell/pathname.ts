/** Pathname expansion: the paths that match a pattern (POSIX 2.13.3). */
import { EXPANSION_WORDS, LimitError } from '../os/limits.ts';
import { resolvePath } from '../os/path.ts';
import type { FileSystem } from '../os/vfs.ts';
import { compileGlob, hasGlob, unescapeGlob } from '../pattern/glob.ts';

/** Where patterns look, and how. */
export interface Globbing {
  readonly fs: FileSystem;
  readonly cwd: string;
  /** `set -o` and `shopt` options that are on. */
  readonly options: ReadonlySet<string>;
}

/** Names in the directory at `prefix` that match one component of a pattern. */
const matches = (prefix: string, component: string, { fs, cwd, options }: Globbing): readonly string[] => {
  const path = resolvePath(cwd, prefix === '' ? '.' : prefix);
  if (fs.find(path)?.kind !== 'directory') return [];
  const extended = options.has('extglob');
  const glob = compileGlob(component, { extended, caseless: options.has('nocaseglob') });
  const hidden = options.has('dotglob') || component.startsWith('.') || component.startsWith('\\.');
  return fs
    .readDirectory(path)
    .map(({ name }) => name)
    .filter((name) => (hidden || !name.startsWith('.')) && glob.matches(name));
};

/** The paths so far, each with one more component. */
const step = (prefixes: readonly string[], component: string, globbing: Globbing): readonly string[] => {
  if (!hasGlob(component, globbing.options.has('extglob'))) return prefixes.map((prefix) => prefix + unescapeGlob(component));
  const found: string[] = [];
  for (const prefix of prefixes) {
    for (const name of matches(prefix, component, globbing)) found.push(prefix + name);
    if (found.length > EXPANSION_WORDS) throw new LimitError('words', EXPANSION_WORDS);
  }
  return found;
};

const exists = (path: string, { fs, cwd }: Globbing): boolean => {
  const inode = fs.find(resolvePath(cwd, path));
  return inode !== undefined && (inode.kind === 'directory' || !path.endsWith('/'));
};

/** The existing paths that match, sorted; none when nothing does. A backslash in `pattern` quotes the next character. */
export const expandPathname = (pattern: string, globbing: Globbing): readonly string[] => {
  let paths: readonly string[] = [''];
  // Odd pieces are the slashes, kept as they were written.
  pattern.split(/(\/+)/).forEach((piece, i) => {
    if (i % 2 === 1) paths = paths.map((path) => path + piece);
    else if (piece !== '') paths = step(paths, piece, globbing);
  });
  return paths.filter((path) => exists(path, globbing));
};
