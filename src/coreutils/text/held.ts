/** Bounds on the lines that a command keeps before it can print them. */
import type { Account } from '../../os/ledger.ts';
import { HELD_TEXT, LimitError } from '../../os/limits.ts';

/** Lines that a command keeps at once. */
export const HELD_LINES = 2_000_000;

/** Throws LimitError when these are too many lines, or too much text, to keep; `memory` is charged with the text that is kept now. */
export const checkHeld = (lines: number, characters: number, memory?: Account): void => {
  if (lines > HELD_LINES) throw new LimitError('lines held at once', HELD_LINES);
  if (characters > HELD_TEXT) throw new LimitError('text held at once', HELD_TEXT);
  memory?.reach(characters);
};

/** Characters of all lines. */
export const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);

/** The parts of a text between separators; throws LimitError when there are too many. */
export const splitHeld = (text: string, separator: string): string[] => {
  const parts = text.split(separator, HELD_LINES + 2);
  checkHeld(parts.length - 1, 0);
  return parts;
};
