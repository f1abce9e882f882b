/** What an answer leads to: the lines that the keys below the terminal offer after it. */
import type { Line } from '../term/style.ts';

/** Most lines. */
const MOST = 6;

/** What follows where an answer leads nowhere by itself. */
const ALWAYS = ['timeline', 'tour', 'help'];

/** The lines that an answer's links run, each once; those of `tech` are left out, since a job may have a dozen. */
const linked = (lines: readonly Line[]): readonly string[] => {
  const runs = new Set(lines.flatMap((line) => line.flatMap(({ style }) => style?.run ?? [])));
  return [...runs].filter((run) => !run.startsWith('tech '));
};

/** The lines to offer after `lines`, the answer to `command`. */
export const nextLines = (command: string, lines: readonly Line[]): readonly string[] => {
  const own = linked(lines).filter((line) => line !== command && line.length <= 24);
  const always = ALWAYS.filter((line) => line !== command && !own.includes(line));
  return [...own.slice(0, MOST - Math.min(2, always.length)), ...always].slice(0, MOST);
};
