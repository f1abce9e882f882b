/** od: shows files byte by byte. */

import { toBytes } from '../../coreutils/bytes.ts';
import { parseCount } from '../../coreutils/numbers.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { type Inputs, openInputs } from '../../os/inputs.ts';
import { LimitError } from '../../os/limits.ts';
import { coreutils } from '../../os/operands.ts';
import type { Process } from '../../os/process.ts';
import { quote } from '../../os/quote.ts';
import { SUCCESS } from '../../os/status.ts';
import { createBatcher } from '../../os/stream.ts';

/** One way to show bytes. */
interface Format {
  /** Bytes that make one field. */
  readonly size: number;
  /** Columns of a field, without the space before it. */
  readonly width: number;
  /** Whether the block's text follows between `>` and `<`. */
  readonly text: boolean;
  /** The field for `size` bytes, missing ones zero; little-endian. */
  show(bytes: readonly number[]): string;
}

const names = 'nul soh stx etx eot enq ack bel bs ht nl vt ff cr so si dle dc1 dc2 dc3 dc4 nak syn etb can em sub esc fs gs rs us sp'.split(
  ' ',
);

const escapes = new Map([
  [0, '\\0'],
  [7, '\\a'],
  [8, '\\b'],
  [9, '\\t'],
  [10, '\\n'],
  [11, '\\v'],
  [12, '\\f'],
  [13, '\\r'],
]);

const isPrintable = (byte: number): boolean => byte >= 32 && byte < 127;

const named = ([byte = 0]: readonly number[]): string => {
  const low = byte & 127;
  return low === 127 ? 'del' : (names[low] ?? String.fromCharCode(low));
};

const character = ([byte = 0]: readonly number[]): string =>
  escapes.get(byte) ?? (isPrintable(byte) ? String.fromCharCode(byte) : byte.toString(8).padStart(3, '0'));

const unsigned = (bytes: readonly number[]): bigint => bytes.reduce((sum, byte, i) => sum + (BigInt(byte) << BigInt(8 * i)), 0n);

const signed = (bytes: readonly number[]): bigint => BigInt.asIntN(8 * bytes.length, unsigned(bytes));

/** Digits of the largest value of 1, 2, 4 and 8 bytes. */
const digits: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  d: { 1: 4, 2: 6, 4: 11, 8: 20 },
  u: { 1: 3, 2: 5, 4: 10, 8: 20 },
  o: { 1: 3, 2: 6, 4: 11, 8: 22 },
  x: { 1: 2, 2: 4, 4: 8, 8: 16 },
};

const integer = (type: string, size: number, text: boolean): Format => {
  const width = digits[type]?.[size] ?? 0;
  const show = (bytes: readonly number[]): string => {
    if (type === 'd') return String(signed(bytes));
    if (type === 'u') return String(unsigned(bytes));
    return unsigned(bytes)
      .toString(type === 'o' ? 8 : 16)
      .padStart(width, '0');
  };
  return { size, width, text, show };
};

const sizes: Readonly<Record<string, number>> = { C: 1, S: 2, I: 4, L: 8 };

/** Parses the TYPEs of one `-t`: `a`, `c`, and `d`, `o`, `u`, `x` with a size, each with `z` for the text. */
const parseFormats = (types: string): Format[] => {
  const formats: Format[] = [];
  let rest = types;
  while (rest !== '') {
    const [all = '', plain, type = '', size = '', z = ''] = /^(?:([ac])|([doux])(\d+|[CSIL])?)(z?)/.exec(rest) ?? [];
    if (all === '') throw new CommandError(`invalid character '${rest.charAt(0)}' in type string ${quote(types)}`);
    const bytes = size === '' ? 4 : (sizes[size] ?? Number(size));
    if (plain !== undefined) formats.push({ size: 1, width: 3, text: z !== '', show: plain === 'a' ? named : character });
    else if (digits['d']?.[bytes] === undefined) {
      throw new CommandError(`invalid type string ${quote(types)};\nthis system doesn't provide a ${bytes}-byte integral type`);
    } else formats.push(integer(type, bytes, z !== ''));
    rest = rest.slice(all.length);
  }
  return formats;
};

/** The line of a block in one format, `width` columns wide when the block is full. */
const showBlock = (block: readonly number[], blockSize: number, { size, width, text, show }: Format, lineWidth: number): string => {
  const fields = blockSize / size;
  const padding = lineWidth - fields * (width + 1);
  let left = padding;
  let line = '';
  for (let i = 0; i * size < block.length; i++) {
    const bytes = Array.from({ length: size }, (_, k) => block[i * size + k] ?? 0);
    // What a wider format beside this one needs is spread over the fields, as GNU spreads it.
    const next = Math.trunc((padding * (fields - i - 1)) / fields);
    line += show(bytes).padStart(left - next + width + 1);
    left = next;
  }
  if (!text) return line;
  const shown = block.map((byte) => (isPrintable(byte) ? String.fromCharCode(byte) : '.')).join('');
  return `${line.padEnd(lineWidth)}  >${shown}<`;
};

const options = {
  radix: { short: 'A', long: 'address-radix', value: 'RADIX', summary: 'show addresses in d, o (the default) or x; n for none' },
  skip: { short: 'j', long: 'skip-bytes', value: 'BYTES', summary: 'skip BYTES first' },
  count: { short: 'N', long: 'read-bytes', value: 'BYTES', summary: 'show no more than BYTES' },
  type: { short: 't', long: 'format', value: 'TYPE', repeat: true, summary: 'show as a, c, or d, o, u, x with a size; z adds the text' },
  all: { short: 'v', long: 'output-duplicates', summary: 'do not show * for lines that repeat' },
  width: { short: 'w', long: 'width', value: 'BYTES', optional: true, summary: 'show BYTES a line instead of 16' },
  names: { short: 'a', summary: 'as -t a: characters by name' },
  octalBytes: { short: 'b', summary: 'as -t o1' },
  characters: { short: 'c', summary: 'as -t c: characters and escapes' },
  decimal: { short: 'd', summary: 'as -t u2' },
  octal: { short: 'o', summary: 'as -t o2, the default' },
  hex: { short: 'x', summary: 'as -t x2' },
} as const;

const shorthands: Readonly<Record<string, string>> = {
  names: 'a',
  octalBytes: 'o1',
  characters: 'c',
  decimal: 'u2',
  octal: 'o2',
  hex: 'x2',
};

const radixes: Readonly<Record<string, readonly [number, number]>> = { d: [10, 7], o: [8, 7], x: [16, 6] };

const addressIn = (radix: string): ((at: number) => string) => {
  if (radix === 'n') return () => '';
  const [base, width] = radixes[radix] ?? [];
  if (base === undefined || width === undefined) {
    throw new CommandError(`invalid output address radix '${radix}'; it must be one character from [doxn]`);
  }
  return (at) => at.toString(base).padStart(width, '0');
};

/** The bytes of all inputs, chunk by chunk. */
async function* chunks(inputs: Inputs, onOpen: () => void): AsyncGenerator<string> {
  for await (const { reader } of inputs) {
    onOpen();
    for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) yield toBytes(chunk);
  }
}

/** Blocks of `size` bytes, the last one perhaps shorter. */
async function* blocks(source: AsyncGenerator<string>, size: number, skip: number, count: number): AsyncGenerator<string> {
  let held = '';
  let left = count;
  for await (const chunk of source) {
    const taken = chunk.slice(skip, skip + left);
    skip = Math.max(0, skip - chunk.length);
    left -= taken.length;
    held += taken;
    let at = 0;
    for (; at + size <= held.length; at += size) yield held.slice(at, at + size);
    held = held.slice(at);
    if (left <= 0) break;
  }
  if (skip > 0) throw new CommandError('cannot skip past end of combined input');
  if (held !== '') yield held;
}

/** Bytes that a line may show. */
const WIDTH = 65_536;

/** How blocks are shown. */
interface Layout {
  readonly formats: readonly Format[];
  /** Bytes of a block. */
  readonly size: number;
  readonly lineWidth: number;
  address(at: number): string;
  /** Blocks that repeat are shown. */
  readonly all: boolean;
}

/** Prints blocks that begin at byte `at`; resolves to where they end. */
const dump = async (process: Process, source: AsyncGenerator<string>, layout: Layout, at: number): Promise<number> => {
  const { formats, size, lineWidth, address } = layout;
  const out = createBatcher(process.stdout);
  let previous = '';
  let repeated = false;
  for await (const block of source) {
    await process.pace();
    const same = !layout.all && block === previous && block.length === size;
    if (same && !repeated) await out.put('*\n');
    repeated = same;
    previous = block;
    const bytes = Array.from(block, (byte) => byte.charCodeAt(0));
    const lines = same ? [] : formats.map((format) => showBlock(bytes, size, format, lineWidth));
    const indent = ' '.repeat(address(at).length);
    await out.put(lines.map((line, i) => `${i === 0 ? address(at) : indent}${line}\n`).join(''));
    at += block.length;
  }
  await out.flush();
  return at;
};

export default defineCommand({
  name: 'od',
  summary: 'Show files byte by byte',
  topic: 'text',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [
    { line: "printf 'é\\n' | od -c", shows: 'Two bytes make an accented letter' },
    { line: 'head -c 16 about | od -A x -t x1z', shows: 'Hexadecimal with the text beside it' },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['cat'],
  run: async (process, { options: on, order, operands }) => {
    const address = addressIn(on.radix ?? 'o');
    const types = [...on.type];
    const formats: Format[] = order.flatMap((option) =>
      parseFormats(option === 'type' ? (types.shift() ?? '') : (shorthands[option] ?? '')),
    );
    if (formats.length === 0) formats.push(...parseFormats('o2'));
    const size = on.width === undefined ? 16 : parseCount(on.width || '32', 'invalid argument');
    if (size > WIDTH) throw new LimitError('width', WIDTH);
    const lineWidth = Math.max(...formats.map((format) => (size / format.size) * (format.width + 1)));
    const skip = parseCount(on.skip ?? '0', 'invalid skip');
    const count = on.count === undefined ? Infinity : parseCount(on.count, 'invalid count');
    const layout: Layout = { formats, size, lineWidth, address, all: on.all };
    const inputs = openInputs(process, operands);
    let opened = 0;
    const source = chunks(inputs, () => {
      opened++;
    });
    const shown = await dump(process, blocks(source, size, skip, count), layout, skip);
    const isNothing = opened === 0 && inputs.status !== SUCCESS;
    const end = isNothing ? '' : address(shown);
    await process.stdout.write(end === '' ? '' : `${end}\n`);
    return inputs.status;
  },
});
