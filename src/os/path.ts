/** Paths as text (POSIX 4.13, without symbolic links, of which there are none). */

/** `path` made absolute against `base`, with `.`, `..` and doubled slashes resolved. */
export const resolvePath = (base: string, path: string): string => {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${base}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
};

/** The directory that holds an absolute, resolved path. */
export const parentPath = (path: string): string => path.slice(0, Math.max(1, path.lastIndexOf('/')));

/** The last component of an absolute, resolved path; empty for `/`. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `directory` and `name` with one slash between. */
export const joinPath = (directory: string, name: string): string => (directory.endsWith('/') ? directory + name : `${directory}/${name}`);
