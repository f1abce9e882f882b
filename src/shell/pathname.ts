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

/** `**` of globstar: everything under each prefix, and the prefix itself; of `**` before a slash, which goes with it, the directories only. */
const descend = (prefixes: readonly string[], directories: boolean, globbing: Globbing): readonly string[] => {
  const found: string[] = [];
  const visit = (prefix: string): void => {
    for (const name of matches(prefix, '*', globbing)) {
      const inode = globbing.fs.find(resolvePath(globbing.cwd, prefix + name));
      const isDirectory = inode?.kind === 'directory';
      if (isDirectory || !directories) found.push(directories ? `${prefix}${name}/` : prefix + name);
      if (found.length > EXPANSION_WORDS) throw new LimitError('words', EXPANSION_WORDS);
      if (isDirectory) visit(`${prefix}${name}/`);
    }
  };
  for (const prefix of prefixes) {
    found.push(prefix);
    visit(prefix);
  }
  return found;
};

/** The paths with one more component; the slashes after it are kept as they were written. */
const extend = (paths: readonly string[], component: string, slashes: string, globbing: Globbing): readonly string[] => {
  if (component === '**' && globbing.options.has('globstar')) return descend(paths, slashes !== '', globbing);
  const found = component === '' ? paths : step(paths, component, globbing);
  return slashes === '' ? found : found.map((path) => path + slashes);
};

/** The existing paths that match, sorted; none when nothing does. A backslash in `pattern` quotes the next character. */
export const expandPathname = (pattern: string, globbing: Globbing): readonly string[] => {
  const pieces = pattern.split(/(\/+)/);
  let paths: readonly string[] = [''];
  // Odd pieces are the slashes.
  for (let i = 0; i < pieces.length; i += 2) paths = extend(paths, pieces[i] ?? '', pieces[i + 1] ?? '', globbing);
  const found = paths.filter((path) => path !== '' && exists(path, globbing));
  return [...new Set(found)].sort();
};

/** The paths that none of the patterns in GLOBIGNORE matches, component by component. */
export const leaveOut = (paths: readonly string[], ignored: string, extended: boolean): readonly string[] => {
  const patterns = ignored.split(':').map((pattern) => pattern.split('/').map((component) => compileGlob(component, { extended })));
  return paths.filter((path) => {
    const names = path.split('/');
    return !patterns.some((globs) => globs.length === names.length && globs.every((glob, i) => glob.matches(names[i] ?? '')));
  });
};
