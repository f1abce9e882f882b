/** wc: counts lines, words, characters and bytes. */

import { splitHeld } from '../../coreutils/lines.ts';
import { defineCommand } from '../../os/command.ts';
import { UsageError } from '../../os/failure.ts';
import { openInput, openInputs, operandPaths } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { quoteFile, quoteSubject } from '../../os/quote.ts';
import { warn } from '../../os/report.ts';
import { type Pace, type Reader, readAll } from '../../os/stream.ts';
import { byteLength, type Inode } from '../../os/vfs.ts';
import { cells } from '../../term/width.ts';

/** The counts of one input, or of all together. */
interface Counts {
  lines: number;
  words: number;
  chars: number;
  bytes: number;
  /** The width of the widest line, in cells. */
  width: number;
}

/** Counts of nothing. */
const noCounts = (): Counts => ({ lines: 0, words: 0, chars: 0, bytes: 0, width: 0 });

/** Adds one input's counts to the total: the widest line of all is kept, the rest are summed. */
const addCounts = (total: Counts, counts: Counts): void => {
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
type Wanted = Readonly<Record<keyof Counts, boolean>>;

/** Counts all of an input; what is not wanted stays 0. */
const countInput = async (reader: Reader, wanted: Wanted, pace: Pace): Promise<Counts> => {
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

const options = {
  bytes: { short: 'c', long: 'bytes', summary: 'count bytes' },
  from: { long: 'files0-from', value: 'FILE', kind: 'file', summary: 'count in the files that FILE names, each name ended by NUL' },
  total: {
    long: 'total',
    value: 'WHEN',
    kind: ['auto', 'always', 'only', 'never'],
    summary: 'print a line of totals: where there are several files (auto), always, only that, or never',
  },
  chars: { short: 'm', long: 'chars', summary: 'count characters' },
  lines: { short: 'l', long: 'lines', summary: 'count newlines' },
  width: { short: 'L', long: 'max-line-length', summary: 'find the width of the widest line' },
  words: { short: 'w', long: 'words', summary: 'count words' },
} as const;

/** The order in which counts are printed, whatever the order of the options. */
const columns = ['lines', 'words', 'chars', 'bytes', 'width'] as const;

const wantedCounts = (on: OptionValues<typeof options>): Wanted => {
  const none = !columns.some((column) => on[column]);
  return { lines: on.lines || none, words: on.words || none, chars: on.chars, bytes: on.bytes || none, width: on.width };
};

/** GNU's width of a number: the digits of all regular files' sizes together, at least 7 where a size cannot be known. */
const numberWidth = (process: Process, operands: readonly string[], wanted: Wanted): number => {
  const names = operands.length === 0 ? ['-'] : operands;
  if (names.length === 1 && columns.filter((column) => wanted[column]).length === 1) return 1;
  const sizeOf = (inode: Inode | undefined): number => (inode?.kind === 'file' ? byteLength(inode.content) : 0);
  const sizes = names.map((name): number | undefined => {
    if (name === '-') return process.stdin.size;
    const inodes = operandPaths(process, name).map((path) => process.fs.find(path));
    return inodes.some((inode) => inode && inode.kind !== 'file') ? undefined : inodes.reduce((sum, inode) => sum + sizeOf(inode), 0);
  });
  const total = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  return Math.max(String(total).length, sizes.includes(undefined) ? 7 : 1);
};

/** The names that a file holds, each ended by NUL. */
const namesIn = async (process: Process, file: string): Promise<readonly string[]> =>
  splitHeld(await readAll(openInput(process, file, { what: `cannot open ${quoteFile(file)} for reading` }), process.memory), '\0').filter(
    (name) => name !== '',
  );

export default defineCommand({
  name: 'wc',
  summary: 'Count lines, words and bytes',
  topic: 'text',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  description: ['Without options: newlines, words and bytes, in this order, then the file’s name; a total line if there are several.'],
  examples: [
    { line: 'wc about', shows: 'Lines, words and bytes of a file' },
    { line: 'ls jobs | wc -l', shows: 'How many roles there are' },
    { line: 'cat jobs/* | wc -w', shows: 'How many words it took to tell them' },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['nl'],
  linkable: true,
  filter: true,
  run: async (process, { options: on, operands: given }) => {
    const wanted = wantedCounts(on);
    if (on.from !== undefined && given[0] !== undefined)
      throw new UsageError(`extra operand ${quoteFile(given[0])}\nfile operands cannot be combined with --files0-from`);
    const operands = on.from === undefined ? given : await namesIn(process, on.from);
    const { total: when = 'auto' } = on;
    const width = when === 'only' || on.from !== undefined ? 1 : numberWidth(process, operands, wanted);
    const total = noCounts();
    let files = 0;
    const print = async (counts: Counts, name: string): Promise<void> => {
      const numbers = columns.filter((column) => wanted[column]).map((column) => String(counts[column]).padStart(width));
      await process.stdout.write(`${numbers.join(' ')}${name === '' ? '' : ` ${name}`}\n`);
    };
    const inputs = openInputs(process, operands, async (operand, error) => {
      files++;
      await warn(process, `${quoteSubject(operand)}: ${error.message}`);
      if (error.code === 'EISDIR' && when !== 'only') await print(noCounts(), operand);
    });
    for await (const { name, reader } of inputs) {
      const counts = await countInput(reader, wanted, process.pace);
      addCounts(total, counts);
      files++;
      if (when !== 'only') await print(counts, name);
    }
    if (when === 'only') await print(total, '');
    else if (when === 'always' || (when === 'auto' && files > 1)) await print(total, 'total');
    return inputs.status;
  },
});
