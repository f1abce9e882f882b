/** The prompt: who, where, and whether the last command failed. */

import { type Line, plain } from '../term/style.ts';
import { cells } from '../term/width.ts';

/** The visitor's login name. */
export const USER = 'visitor';
/** The name of this machine. */
export const HOSTNAME = 'cvsh';
/** What the shell is called. */
export const SHELL = 'cvsh';
/** The visitor's home: the résumé. */
export const HOME = `/home/${USER}`;

/** Below this many columns the prompt leaves out the user and the machine. */
const NARROW = 60;

/** `path` with the home directory as `~`. */
const tilde = (path: string, home: string): string => (path === home || path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path);

/** The prompt for a terminal of so many columns. */
export const prompt = (cwd: string, home: string, status: number, columns: number): Line => {
  const line: Line = [
    ...(columns < NARROW ? [] : [{ text: `${USER}@${HOSTNAME}`, style: { role: 'prompt' } as const }, { text: ':' }]),
    { text: tilde(cwd, home), style: { role: 'link', bold: true } },
    { text: '$ ', ...(status === 0 ? {} : { style: { role: 'bad' } as const }) },
  ];
  return cells(plain(line)) > columns / 2 ? [{ text: '$ ' }] : line;
};
