/** Settings and history as files, one for each key, so that two shells at once do not overwrite each other. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, sep } from 'node:path';
import type { Storage } from '../../os/host.ts';

/** Most characters of a value; the shell writes no longer ones. */
const VALUE = 65_536;

/** The directory for state that outlasts the process (XDG base directory specification). */
export const stateHome = (): string => {
  const given = process.env['XDG_STATE_HOME'] ?? '';
  return isAbsolute(given) ? given : join(homedir(), '.local', 'state');
};

const isText = (value: string): boolean => value.length <= VALUE && !/[\0\ufffd]/.test(value);

const isName = (name: string): boolean => /^[\w-]+$/.test(name);

/** Sets aside a damaged file, or a file where a directory should be; its owner may want to look at it. */
const setAside = (path: string): void => {
  try {
    renameSync(path, `${path}.damaged`);
  } catch {
    // If it cannot be moved, it is not ours, and the value counts as missing.
  }
};

const read = (path: string): string | undefined => {
  try {
    const value = readFileSync(path, 'utf8');
    if (isText(value)) return value;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EISDIR') return undefined;
  }
  setAside(path);
  return undefined;
};

const remove = (path: string): void => {
  try {
    rmSync(path, { force: true, recursive: true });
  } catch {
    // A part of the path is not a directory, so there is nothing to remove.
  }
};

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** Makes the directories below `home`, and sets aside files in their places. */
const makeDirectories = (home: string, names: readonly string[]): void => {
  names.reduce((above, name) => {
    const directory = join(above, name);
    if (isFile(directory)) setAside(directory);
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return directory;
  }, home);
};

/** Writes to a new file, then moves it into place, so that a reader sees either the whole value or the previous one. */
const write = (home: string, names: readonly string[], value: string): boolean => {
  const path = join(home, ...names);
  const fresh = `${path}.${process.pid}.new`;
  try {
    makeDirectories(home, names.slice(0, -1));
    writeFileSync(fresh, value, { mode: 0o600 });
    renameSync(fresh, path);
    return true;
  } catch {
    remove(fresh);
    return false;
  }
};

const list = (directory: string): readonly string[] => {
  try {
    return readdirSync(directory, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
};

/** A storage below `home`: the key `cvsh:history:1` is the file `cvsh/history/1`. */
export const fileStorage = (home: string = stateHome()): Storage => {
  const namesOf = (key: string): readonly string[] | undefined => {
    const names = key.split(':');
    return names.every(isName) ? names : undefined;
  };
  return {
    get: (key) => {
      const names = namesOf(key);
      return names && read(join(home, ...names));
    },
    set: (key, value) => {
      const names = namesOf(key);
      return names !== undefined && isText(value) && write(home, names, value);
    },
    remove: (key) => {
      const names = namesOf(key);
      if (names) remove(join(home, ...names));
    },
    keys: (prefix) => {
      const [first = ''] = prefix.split(':');
      if (!isName(first)) return [];
      return list(join(home, first))
        .map((path) => `${first}:${path.replaceAll(sep, ':')}`)
        .filter((key) => key.startsWith(prefix) && namesOf(key));
    },
  };
};
