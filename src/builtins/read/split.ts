/** Splits a line that was read into fields, as `read` gives them to its variables (POSIX `read`). */
import type { ReadCharacter } from './line.ts';

const textOf = (characters: readonly ReadCharacter[]): string => characters.map(({ text }) => text).join('');

/** Splits a line into at most `count` fields; the last has all that is left. */
export const splitFields = (line: readonly ReadCharacter[], ifs: string, count: number): string[] => {
  const separates = ({ text, quoted }: ReadCharacter | undefined = { text: '', quoted: true }): boolean => !quoted && ifs.includes(text);
  const blank = (character: ReadCharacter | undefined): boolean => separates(character) && /[ \t\n]/.test(character?.text ?? '');
  const skipBlanks = (at: number): number => {
    while (blank(line[at])) at++;
    return at;
  };
  let end = line.length;
  while (end > 0 && blank(line[end - 1])) end--;
  const fieldEnd = (at: number): number => {
    while (at < end && !separates(line[at])) at++;
    return at;
  };
  const pastSeparator = (at: number): number => {
    const next = skipBlanks(at);
    return next < end && separates(line[next]) ? skipBlanks(next + 1) : next;
  };

  const fields: string[] = [];
  let at = skipBlanks(0);
  while (fields.length < count - 1 && at < end) {
    const stop = fieldEnd(at);
    fields.push(textOf(line.slice(at, stop)));
    at = pastSeparator(stop);
  }
  if (at < end) {
    const stop = fieldEnd(at);
    // One field with a separator after it is that field; more than one stay as they were written.
    fields.push(textOf(line.slice(at, pastSeparator(stop) >= end ? stop : end)));
  }
  return fields;
};
