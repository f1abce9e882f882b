/** The beginnings and ends of inputs, as head and tail print them, under headers that tell several files apart. */
import { type Input, openInputs } from '../os/inputs.ts';
import type { Process } from '../os/process.ts';
import { quoteFile } from '../os/quote.ts';
import { warn } from '../os/report.ts';
import { lineBatches, type Reader, type Writer } from '../os/stream.ts';
import { fromBytes, toBytes } from './bytes.ts';
import { checkHeld, lengthOf } from './lines.ts';
import { parseCount } from './numbers.ts';

/** The options that mean the same to both. */
export const endOptions = {
  quiet: { short: 'q', long: 'quiet', summary: 'never print headers with the files’ names' },
  verbose: { short: 'v', long: 'verbose', summary: 'always print headers with the files’ names' },
  zero: { short: 'z', long: 'zero-terminated', summary: 'lines end in NUL' },
} as const;

/** How much `-n` or `-c` asks for. */
export interface Amount {
  readonly unit: 'bytes' | 'lines';
  readonly count: number;
  /** It had the sign by which head counts from the end, and tail from the start. */
  readonly signed: boolean;
  readonly newline: string;
}

/** The amount that the last of `-n` and `-c` gives, 10 lines without one; throws CommandError. */
export const readAmount = (
  on: { readonly bytes: string | undefined; readonly lines: string | undefined; readonly zero: boolean },
  order: readonly string[],
  sign: '-' | '+',
): Amount => {
  const unit = order.findLast((option) => option === 'bytes' || option === 'lines') === 'bytes' ? 'bytes' : 'lines';
  const text = on[unit] ?? '10';
  const count = parseCount(text.replace(/^[-+]/, ''), `invalid number of ${unit}`);
  return { unit, count, signed: text.startsWith(sign), newline: on.zero ? '\0' : '\n' };
};

/** Whether headers are shown: as asked for, or when there are several files. */
export const wantsHeaders = (on: { readonly quiet: boolean; readonly verbose: boolean }, operands: readonly string[]): boolean =>
  on.verbose || (operands.length > 1 && !on.quiet);

/**
 * Hands each input that opens to `show`, its header printed before it where `headers` says so; resolves to 1 when one did
 * not open, else to 0. A directory opens, and then fails to be read, as with open(2).
 */
export const eachWithHeader = async (
  process: Process,
  operands: readonly string[],
  headers: boolean,
  show: (input: Input) => Promise<void>,
): Promise<number> => {
  let shown = 0;
  const header = async (name: string): Promise<void> => {
    if (!headers) return;
    await process.stdout.write(shown++ === 0 ? '' : '\n');
    await process.stdout.write(`==> ${name === '' || name === '-' ? 'standard input' : name} <==`, { role: 'muted' });
    await process.stdout.write('\n');
  };
  const inputs = openInputs(process, operands, async (operand, error) => {
    const name = quoteFile(operand);
    const isDirectory = error.code === 'EISDIR';
    if (isDirectory) await header(operand);
    const what = isDirectory ? `error reading ${name}` : `cannot open ${name} for reading`;
    await warn(process, `${what}: ${error.message}`);
  });
  for await (const input of inputs) {
    await header(input.name);
    await show(input);
  }
  return inputs.status;
};

/** Puts back what was not needed of a file, as lseek(2) does; a pipe has lost it. */
const giveBack = (reader: Reader, text: string): void => {
  if (text !== '' && reader.size !== undefined) reader.unread?.(text);
};

/** Copies the first lines or bytes; reads no further than it must, and gives back what it did not need of a file. */
export const copyFirst = async (reader: Reader, writer: Writer, { unit, count, newline }: Amount): Promise<void> => {
  let left = count;
  while (unit === 'lines' && left > 0) {
    const chunk = await reader.read();
    if (chunk === null) break;
    let end = 0;
    for (; left > 0 && end < chunk.length; left--) {
      const next = chunk.indexOf(newline, end);
      if (next < 0) break;
      end = next + 1;
    }
    const taken = left > 0 ? chunk : chunk.slice(0, end);
    await writer.write(taken);
    giveBack(reader, chunk.slice(taken.length));
  }
  while (unit === 'bytes' && left > 0) {
    const chunk = await reader.read();
    if (chunk === null) break;
    const bytes = toBytes(chunk);
    await writer.write(left < bytes.length ? fromBytes(bytes.slice(0, left)) : chunk);
    if (left < bytes.length) giveBack(reader, fromBytes(bytes.slice(left)));
    left -= bytes.length;
  }
  reader.close();
};

/** Copies from a line or byte on, the first being 1. */
export const copyFrom = async (reader: Reader, writer: Writer, { unit, count, newline }: Amount): Promise<void> => {
  let skip = Math.max(0, count - 1);
  if (unit === 'lines') {
    for await (const { lines, terminated } of lineBatches(reader, newline)) {
      if (skip < lines.length) await writer.write(lines.slice(skip).join(newline) + (terminated ? newline : ''));
      skip = Math.max(0, skip - lines.length);
    }
    return;
  }
  for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) {
    const bytes = skip > 0 ? toBytes(chunk) : '';
    await writer.write(skip > 0 ? fromBytes(bytes.slice(skip)) : chunk);
    skip = Math.max(0, skip - bytes.length);
  }
};

/** Holds lines back, with their newlines; `pass` says of how many at the front it is done, and gets those read last counted. */
const holdLines = async (
  reader: Reader,
  newline: string,
  pass: (held: readonly string[], added: number) => number | Promise<number>,
): Promise<readonly string[]> => {
  let held: string[] = [];
  let size = 0;
  for await (const { lines, terminated } of lineBatches(reader, newline)) {
    lines.forEach((line, i) => {
      held.push(line + (terminated || i < lines.length - 1 ? newline : ''));
      size += line.length;
    });
    const passed = await pass(held, lines.length);
    if (passed > 0) {
      held = held.slice(passed);
      size = lengthOf(held);
    }
    checkHeld(held.length, size);
  }
  return held;
};

/** As holdLines, of bytes. */
const holdBytes = async (reader: Reader, pass: (held: string) => number | Promise<number>): Promise<string> => {
  let held = '';
  for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) {
    held += toBytes(chunk);
    held = held.slice(await pass(held));
    checkHeld(0, held.length);
  }
  return held;
};

/** Copies all but the last lines or bytes, holding no more than those back. */
export const copyExceptLast = async (reader: Reader, writer: Writer, { unit, count, newline }: Amount): Promise<void> => {
  if (unit === 'lines') {
    await holdLines(reader, newline, async (held) => {
      const ready = held.length - count;
      if (ready > 0) await writer.write(held.slice(0, ready).join(''));
      return ready;
    });
    return;
  }
  await holdBytes(reader, async (held) => {
    const ready = Math.max(0, held.length - count);
    await writer.write(fromBytes(held.slice(0, ready)));
    return ready;
  });
};

/** Copies the last lines or bytes, holding few more than those. */
export const copyLast = async (reader: Reader, writer: Writer, { unit, count, newline }: Amount): Promise<void> => {
  if (unit === 'lines') {
    // Dropped in large pieces, because each drop copies what is kept.
    const held = await holdLines(reader, newline, ({ length }, added) => (length > 2 * count + added ? length - count : 0));
    await writer.write(held.slice(Math.max(0, held.length - count)).join(''));
  } else await writer.write(fromBytes(await holdBytes(reader, ({ length }) => Math.max(0, length - count))));
};
