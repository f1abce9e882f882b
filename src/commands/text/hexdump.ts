/** hexdump: shows files as hexadecimal digits. */
import { toBytes } from '../../coreutils/bytes.ts';
import { parseCount } from '../../coreutils/numbers.ts';
import { defineCommand } from '../../os/command.ts';
import { openInputs, readInputs } from '../../os/inputs.ts';
import { plain } from '../../os/operands.ts';
import { createBatcher } from '../../os/stream.ts';

const options = {
  canonical: { short: 'C', long: 'canonical', summary: 'show bytes, and their text between | and |' },
  bytes: { short: 'b', long: 'one-byte-octal', summary: 'show bytes as octal numbers' },
  characters: { short: 'c', long: 'one-byte-char', summary: 'show bytes as characters' },
  decimal: { short: 'd', long: 'two-bytes-decimal', summary: 'show pairs of bytes as decimal numbers' },
  octal: { short: 'o', long: 'two-bytes-octal', summary: 'show pairs of bytes as octal numbers' },
  hexadecimal: { short: 'x', long: 'two-bytes-hex', summary: 'show pairs of bytes as hexadecimal numbers' },
  length: { short: 'n', long: 'length', value: 'LENGTH', summary: 'show no more than LENGTH bytes' },
  skip: { short: 's', long: 'skip', value: 'OFFSET', summary: 'skip OFFSET bytes first' },
  all: { short: 'v', long: 'no-squeezing', summary: 'do not show * for lines that repeat' },
} as const;

const BLOCK = 16;

const hex = (number: number, width: number): string => number.toString(16).padStart(width, '0');

const escapes: ReadonlyMap<number, string> = new Map([
  [0, '\\0'],
  [7, '\\a'],
  [8, '\\b'],
  [9, '\\t'],
  [10, '\\n'],
  [11, '\\v'],
  [12, '\\f'],
  [13, '\\r'],
]);

const character = (byte: number): string =>
  escapes.get(byte) ?? (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : byte.toString(8).padStart(3, '0'));

const pairs = (block: readonly number[]): readonly number[] =>
  Array.from({ length: Math.ceil(block.length / 2) }, (_, at) => (block[2 * at] ?? 0) + 256 * (block[2 * at + 1] ?? 0));

/** What stands after the address of a block. */
type Show = (block: readonly number[]) => string;

const ofBytes =
  (show: (byte: number) => string): Show =>
  (block) =>
    block.map((byte) => ` ${show(byte).padStart(3)}`).join('');

const ofPairs =
  (width: number, show: (pair: number) => string): Show =>
  (block) =>
    pairs(block)
      .map((pair) => show(pair).padStart(width))
      .join('');

const canonical: Show = (block) => {
  const fields = Array.from(
    { length: BLOCK },
    (_, at) => ` ${block[at] === undefined ? '  ' : hex(block[at] ?? 0, 2)}${at === 7 ? ' ' : ''}`,
  );
  const text = block.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
  return ` ${fields.join('')}  |${text}|`;
};

export default defineCommand({
  name: 'hexdump',
  summary: 'Show files as hexadecimal digits',
  topic: 'text',
  options,
  dialect: plain,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [{ line: 'hexdump -C about | head -n 2', shows: 'The first bytes, as digits and as text' }],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['od', 'xxd'],
  filter: true,
  run: async (process, { options: on, operands }) => {
    const count = (text: string | undefined, otherwise: number): number =>
      text === undefined ? otherwise : parseCount(text, 'invalid number');
    const skip = count(on.skip, 0);
    const inputs = openInputs(process, operands);
    const bytes = Array.from(toBytes(await readInputs(process, inputs)), (byte) => byte.charCodeAt(0)).slice(
      skip,
      skip + count(on.length, Number.MAX_SAFE_INTEGER),
    );
    const shows: Show[] = [
      ...(on.canonical ? [canonical] : []),
      ...(on.bytes ? [ofBytes((byte) => byte.toString(8).padStart(3, '0'))] : []),
      ...(on.characters ? [ofBytes(character)] : []),
      ...(on.decimal ? [ofPairs(8, (pair) => String(pair).padStart(5, '0'))] : []),
      ...(on.octal ? [ofPairs(8, (pair) => pair.toString(8).padStart(6, '0'))] : []),
      ...(on.hexadecimal ? [ofPairs(8, (pair) => hex(pair, 4))] : []),
    ];
    if (shows.length === 0) shows.push(ofPairs(5, (pair) => hex(pair, 4)));
    const width = on.canonical ? 8 : 7;
    const out = createBatcher(process.stdout);
    let before = '';
    let isRepeated = false;
    for (let at = 0; at < bytes.length; at += BLOCK) {
      const block = bytes.slice(at, at + BLOCK);
      if (!on.all && block.length === BLOCK && block.join() === before) {
        if (!isRepeated) await out.put('*\n');
        isRepeated = true;
        continue;
      }
      isRepeated = false;
      before = block.join();
      // util-linux pads the last line of all forms but the canonical one.
      for (const show of shows) {
        const line = show(block);
        await out.put(
          `${hex(skip + at, width)}${on.canonical ? line : line.padEnd(show(Array.from({ length: BLOCK }, () => 0)).length)}\n`,
        );
      }
    }
    if (bytes.length > 0) await out.put(`${hex(skip + bytes.length, width)}\n`);
    await out.flush();
    return inputs.status;
  },
});
