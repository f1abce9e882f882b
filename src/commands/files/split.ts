/** split: divides a file into pieces. */
import { fromBytes, toBytes } from '../../coreutils/bytes.ts';
import { parseCount } from '../../coreutils/numbers.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError, UsageError } from '../../os/failure.ts';
import { openInput } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import { quote, quoteFile } from '../../os/quote.ts';
import { demand } from '../../os/report.ts';
import { readAll } from '../../os/stream.ts';

const options = {
  length: { short: 'a', long: 'suffix-length', value: 'N', summary: 'end names in N letters instead of 2' },
  added: { long: 'additional-suffix', value: 'SUFFIX', summary: 'put SUFFIX after them' },
  bytes: { short: 'b', long: 'bytes', value: 'SIZE', summary: 'put SIZE bytes into each piece' },
  lineBytes: { short: 'C', long: 'line-bytes', value: 'SIZE', summary: 'put whole lines into each piece, at most SIZE bytes' },
  decimal: { short: 'd', summary: 'end names in numbers' },
  hex: { short: 'x', summary: 'end names in hexadecimal numbers' },
  lines: { short: 'l', long: 'lines', value: 'NUMBER', summary: 'put NUMBER lines into each piece instead of 1000' },
  chunks: { short: 'n', long: 'number', value: 'CHUNKS', summary: 'make so many pieces; l/CHUNKS does not divide lines' },
  elide: { short: 'e', long: 'elide-empty-files', summary: 'with -n, make no empty files' },
  verbose: { long: 'verbose', summary: 'say the name of each piece' },
} as const;

type On = OptionValues<typeof options>;

/** Pieces that one run makes. */
const PIECES = 5_000;

const linesIn = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const everyBytes = (text: string, size: number): string[] => {
  const bytes = toBytes(text);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(fromBytes(bytes.slice(at, at + size)));
  return pieces;
};

const wholeLines = (text: string, size: number): string[] => {
  const pieces: string[] = [];
  let room = 0;
  for (const line of linesIn(text).flatMap((each) => (toBytes(each).length > size ? everyBytes(each, size) : [each]))) {
    const length = toBytes(line).length;
    if (length > room || pieces.length === 0) {
      pieces.push(line);
      room = size - length;
    } else {
      pieces[pieces.length - 1] += line;
      room -= length;
    }
  }
  return pieces;
};

/** So many pieces of the same size, the last one with what is left; by lines, a piece ends where the line ends that reaches its end. */
const chunksOf = (text: string, count: number, byLines: boolean): string[] => {
  const bytes = toBytes(text);
  const size = Math.floor(bytes.length / count);
  const pieces = Array.from({ length: count }, () => '');
  if (!byLines) return pieces.map((_, at) => fromBytes(bytes.slice(at * size, at === count - 1 ? undefined : (at + 1) * size)));
  let reached = 0;
  for (const line of linesIn(text)) {
    const at = Math.min(count - 1, size === 0 ? count - 1 : Math.floor(reached / size));
    pieces[at] += line;
    reached += toBytes(line).length;
  }
  return pieces;
};

const piecesOf = (text: string, on: On): string[] => {
  if (on.bytes !== undefined) return everyBytes(text, parseCount(on.bytes, 'invalid number of bytes'));
  if (on.lineBytes !== undefined) return wholeLines(text, parseCount(on.lineBytes, 'invalid number of bytes'));
  if (on.chunks !== undefined) {
    const [, byLines, count] = /^(l\/)?(\d+)$/.exec(on.chunks) ?? [];
    if (count === undefined || Number(count) === 0 || Number(count) > PIECES)
      throw new CommandError(`invalid number of chunks: ${quote(on.chunks.replace(/^l\//, ''))}`);
    const pieces = chunksOf(text, Number(count), byLines !== undefined);
    return on.elide ? pieces.filter((piece) => piece !== '') : pieces;
  }
  const count = parseCount(on.lines ?? '1000', 'invalid number of lines');
  if (count === 0) throw new CommandError(`invalid number of lines: ${quote('0')}`);
  const lines = linesIn(text);
  return Array.from({ length: Math.ceil(lines.length / count) }, (_, at) => lines.slice(at * count, (at + 1) * count).join(''));
};

/** The ending of the piece of a number; undefined when the endings are used up. */
const suffixOf = (number: number, length: number, on: On): string | undefined => {
  const base = on.decimal ? 10 : on.hex ? 16 : 26;
  if (number >= base ** length) return undefined;
  const digits = number.toString(base).padStart(length, '0');
  if (base !== 26) return digits;
  return Array.from(digits, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('');
};

export default defineCommand({
  name: 'split',
  summary: 'Divide a file into pieces',
  topic: 'files',
  options,
  dialect: coreutils,
  operands: [
    { name: 'FILE', kind: 'file', optional: true },
    { name: 'PREFIX', kind: 'text', optional: true },
  ],
  description: ['The pieces are called PREFIX (x, if none is given) with aa, ab, ac and so on after it.'],
  examples: [{ line: 'split -l 5 about part-; wc -l part-*', shows: 'Pieces of five lines' }],
  statuses: { 1: 'a piece could not be written' },
  seeAlso: ['head', 'tail', 'cat'],
  filter: true,
  run: async (process, { options: on, operands: [file = '-', prefix = 'x'] }) => {
    const ways = [on.bytes, on.lineBytes, on.lines, on.chunks].filter((way) => way !== undefined).length;
    if (ways > 1) throw new UsageError('cannot split in more than one way');
    if (on.bytes === '0' || on.lineBytes === '0') throw new CommandError(`invalid number of bytes: ${quote('0')}`);
    const length = Math.max(1, parseCount(on.length ?? '2', 'invalid suffix length'));
    const text = await readAll(openInput(process, file, { what: `cannot open ${quoteFile(file)} for reading` }), process.memory);
    const pieces = piecesOf(text, on);
    for (const [number, piece] of pieces.entries()) {
      await process.pace();
      const suffix = number < PIECES ? suffixOf(number, length, on) : undefined;
      if (suffix === undefined) throw new CommandError('output file suffixes exhausted');
      const name = `${prefix}${suffix}${on.added ?? ''}`;
      if (on.verbose) await process.stdout.write(`creating file ${quoteFile(name)}\n`);
      const out = demand(name, () => process.create(name), 1);
      await out.write(piece);
      await out.close();
    }
  },
});
