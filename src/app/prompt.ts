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

/** `path` with the home directory as `~`. */
const tilde = (path: string, home: string): string => (path === home || path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path);

/** The prompt for a terminal of so many columns. */
export const prompt = (cwd: string, home: string, status: number, columns: number): Line => {
  const line: Line = [
    { text: `${tilde(cwd, home)} `, style: { role: 'muted' } },
    { text: '$', style: { role: status === 0 ? 'prompt' : 'bad', bold: true } },
    { text: ' ' },
  ];
  return cells(plain(line)) > columns / 2 ? line.slice(1) : line;
};
