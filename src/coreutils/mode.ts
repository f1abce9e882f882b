/** Permission bits as text, and back (POSIX XCU chmod, ls). */
import type { Inode } from '../os/vfs.ts';

const triplet = (bits: number): string => (bits & 4 ? 'r' : '-') + (bits & 2 ? 'w' : '-') + (bits & 1 ? 'x' : '-');

/** `drwxr-xr-x`. */
export const modeText = ({ kind, mode }: Inode): string =>
  (kind === 'directory' ? 'd' : kind === 'device' ? 'c' : '-') + triplet(mode >> 6) + triplet(mode >> 3) + triplet(mode);

/** Changes a mode; `directory` matters to `X`. */
export type ModeChange = (mode: number, directory: boolean) => number;

const whoBits = new Map([
  ['u', 0o700],
  ['g', 0o070],
  ['o', 0o007],
  ['a', 0o777],
]);

const spread = (bits: number): number => bits | (bits << 3) | (bits << 6);

const permissions = (letters: string, mode: number, directory: boolean): number => {
  let bits = 0;
  for (const letter of letters) {
    if (letter === 'r') bits |= 0o444;
    else if (letter === 'w') bits |= 0o222;
    else if (letter === 'x' || (letter === 'X' && (directory || (mode & 0o111) !== 0))) bits |= 0o111;
    else if (letter === 'u') bits |= spread((mode >> 6) & 7);
    else if (letter === 'g') bits |= spread((mode >> 3) & 7);
    else if (letter === 'o') bits |= spread(mode & 7);
  }
  return bits;
};

const clause = (who: string, operator: string, letters: string, umask: number): ModeChange => {
  const reach = who === '' ? 0o777 & ~umask : [...who].reduce((bits, letter) => bits | (whoBits.get(letter) ?? 0), 0);
  return (mode, directory) => {
    const bits = permissions(letters, mode, directory) & reach;
    if (operator === '+') return mode | bits;
    return operator === '-' ? mode & ~bits : (mode & ~(who === '' ? 0o777 : reach)) | bits;
  };
};

/** Reads `755` or `u+x,go-w`; undefined when it is neither. A clause that names nobody leaves the bits of `umask` alone. */
export const parseMode = (text: string, umask: number): ModeChange | undefined => {
  if (/^[0-7]{1,4}$/.test(text)) {
    const mode = Number.parseInt(text, 8) & 0o777;
    return () => mode;
  }
  if (!/^[ugoa]*(?:[-+=][rwxXstugo]*)+(?:,[ugoa]*(?:[-+=][rwxXstugo]*)+)*$/.test(text)) return undefined;
  const changes = text.split(',').flatMap((part) => {
    const who = /^[ugoa]*/.exec(part)?.[0] ?? '';
    return Array.from(part.slice(who.length).matchAll(/([-+=])([rwxXstugo]*)/g), ([, operator = '', letters = '']) =>
      clause(who, operator, letters, umask),
    );
  });
  return (mode, directory) => changes.reduce((result, change) => change(result, directory), mode);
};
