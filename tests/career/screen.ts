/** Lines as they stand on a screen, for comparison. */
import { type Line, plain } from '../../src/term/style.ts';
import { cells } from '../../src/term/width.ts';

/** The text of each line. */
export const rows = (lines: readonly Line[]): string[] => lines.map(plain);

/** The text of all lines, as a literal in a test shows it. */
export const screen = (lines: readonly Line[]): string => `\n${rows(lines).join('\n')}\n`;

/** The widest line's cells. */
export const width = (lines: readonly Line[]): number => lines.reduce((most, line) => Math.max(most, cells(plain(line))), 0);

/** Every line that a piece would run, in order. */
export const runs = (lines: readonly Line[]): string[] =>
  lines.flat().flatMap(({ style }) => (style?.run === undefined ? [] : [style.run]));
