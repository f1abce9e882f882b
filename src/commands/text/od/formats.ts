/** od's output formats: how a type string shows the bytes of a block. */

import { quote } from '../../../coreutils/text/quote.ts';
import { CommandError } from '../../../os/failure.ts';

/** One way to show bytes. */
export interface Format {
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
export const parseFormats = (types: string): Format[] => {
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
export const showBlock = (block: readonly number[], blockSize: number, { size, width, text, show }: Format, lineWidth: number): string => {
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
