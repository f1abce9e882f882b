/** Reads one line of input, leaving what follows it to the next reader. */
import type { Reader } from '../../os/stream.ts';

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

/** How much to read. */
export interface Bounds {
  /** The character that ends the line; empty for NUL. */
  readonly delimiter: string;
  /** At most so many characters. */
  readonly count: number | undefined;
  /** A delimiter within `count` does not end it. */
  readonly exact: boolean;
  /** A backslash quotes the next character, and joins lines. */
  readonly escapes: boolean;
}

/** A character as it was read. */
export interface ReadCharacter {
  readonly text: string;
  /** It was quoted by a backslash, so it separates nothing. */
  readonly quoted: boolean;
}

/** A line, and whether it ended before the input did. */
export interface ReadLine {
  readonly characters: readonly ReadCharacter[];
  readonly complete: boolean;
}

/** Reads a line; the reader gets back what was too much. */
export const readLine = async (reader: Reader, { delimiter, count, exact, escapes }: Bounds): Promise<ReadLine> => {
  const end = delimiter === '' ? '\0' : delimiter;
  const characters: ReadCharacter[] = [];
  let escaped = false;
  const isFull = (): boolean => count !== undefined && characters.length >= count;
  for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) {
    let offset = 0;
    for (const text of chunk) {
      if (isFull()) break;
      offset += text.length;
      if (escaped) {
        escaped = false;
        if (text !== '\n') characters.push({ text, quoted: true });
      } else if (escapes && text === '\\') escaped = true;
      else if (text === end && !exact) {
        reader.unread?.(chunk.slice(offset));
        return { characters, complete: true };
      } else if (text !== '\0') characters.push({ text, quoted: false });
    }
    if (isFull()) {
      reader.unread?.(chunk.slice(offset));
      return { characters, complete: true };
    }
  }
  return { characters, complete: false };
};
