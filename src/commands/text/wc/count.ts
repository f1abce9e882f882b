/** What wc counts of a stream, chunk by chunk. */
import type { Pace, Reader } from '../../../os/stream.ts';
import { byteLength } from '../../../os/vfs.ts';
import { cells } from '../../../term/width.ts';

/** The counts of one input, or of all together. */
export interface Counts {
  lines: number;
  words: number;
  chars: number;
  bytes: number;
  /** The width of the widest line, in cells. */
  width: number;
}

/** Counts of nothing. */
export const noCounts = (): Counts => ({ lines: 0, words: 0, chars: 0, bytes: 0, width: 0 });

/** Adds one input's counts to the total: the widest line of all is kept, the rest are summed. */
export const addCounts = (total: Counts, counts: Counts): void => {
  total.lines += counts.lines;
  total.words += counts.words;
  total.chars += counts.chars;
  total.bytes += counts.bytes;
  total.width = Math.max(total.width, counts.width);
};

/** Spaces beyond ASCII; GNU wc lets the unbreakable ones part words too. */
const wideSpaces = new Set(
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u2060\u3000',
);

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code >= 0xa0 && wideSpaces.has(String.fromCharCode(code)));

const isControl = (code: number): boolean => code < 32 || (code >= 0x7f && code < 0xa0);

/** Counts words across chunks: a word is a run without spaces in which something prints. */
const createWordCounter = (): ((chunk: string) => number) => {
  let inWord = false;
  return (chunk) => {
    let words = 0;
    for (let i = 0; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      if (isSpace(code)) inWord = false;
      else if (!inWord && !isControl(code)) {
        inWord = true;
        words++;
      }
    }
    return words;
  };
};

const occurrences = (text: string, character: string): number => {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
};

/** A tab reaches the next multiple of 8; a carriage return or form feed starts again. */
const lineWidth = (line: string): number => {
  let widest = 0;
  for (const part of line.split(/[\r\f]/)) {
    const [first = '', ...rest] = part.split('\t');
    const width = rest.reduce((column, piece) => column + 8 - (column % 8) + cells(piece), cells(first));
    widest = Math.max(widest, width);
  }
  return widest;
};

const codePoints = (text: string): number => text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);

/** Which counts are wanted, so that the others cost nothing. */
export type Wanted = Readonly<Record<keyof Counts, boolean>>;

/** Counts all of an input; what is not wanted stays 0. */
export const countInput = async (reader: Reader, wanted: Wanted, pace: Pace): Promise<Counts> => {
  const counts = noCounts();
  const countWords = createWordCounter();
  let line = '';
  for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) {
    await pace();
    if (wanted.lines) counts.lines += occurrences(chunk, '\n');
    if (wanted.bytes) counts.bytes += byteLength(chunk);
    if (wanted.chars) counts.chars += codePoints(chunk);
    if (wanted.words) counts.words += countWords(chunk);
    if (wanted.width) {
      const lines = (line + chunk).split('\n');
      line = lines.pop() ?? '';
      for (const each of lines) counts.width = Math.max(counts.width, lineWidth(each));
    }
  }
  if (wanted.width) counts.width = Math.max(counts.width, lineWidth(line));
  return counts;
};
