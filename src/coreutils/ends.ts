/** The beginnings and ends of inputs, as head and tail print them, under headers that tell several files apart. */

import { type Input, openInputs } from '../os/inputs.ts';
import type { Process } from '../os/process.ts';
import { quoteFile } from '../os/quote.ts';
import { warn } from '../os/report.ts';
import { lineBatches, type Reader, type Writer } from '../os/stream.ts';
import { fromBytes, toBytes } from './bytes.ts';
import { checkHeld, lengthOf } from './lines.ts';

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

/** Copies the first `count` lines; reads no further than it must. */
export const firstLines = async (reader: Reader, writer: Writer, count: number, newline: string): Promise<void> => {
  let left = count;
  if (left > 0) {
    for await (const { lines, terminated } of lineBatches(reader, newline)) {
      const whole = left < lines.length || terminated;
      await writer.write(lines.slice(0, left).join(newline) + (whole ? newline : ''));
      left -= lines.length;
      if (left <= 0) break;
    }
  }
  reader.close();
};

/** Copies the first `count` bytes; reads no further than it must. */
export const firstBytes = async (reader: Reader, writer: Writer, count: number): Promise<void> => {
  let left = count;
  for (let chunk = left > 0 ? await reader.read() : null; chunk !== null; chunk = left > 0 ? await reader.read() : null) {
    const bytes = toBytes(chunk);
    await writer.write(left < bytes.length ? fromBytes(bytes.slice(0, left)) : chunk);
    left -= bytes.length;
  }
  reader.close();
};

/** Copies all but the last `count` lines, holding no more than those back. */
export const exceptLastLines = async (reader: Reader, writer: Writer, count: number, newline: string): Promise<void> => {
  let held: string[] = [];
  let size = 0;
  for await (const { lines, terminated } of lineBatches(reader, newline)) {
    lines.forEach((line, i) => {
      held.push(line + (terminated || i < lines.length - 1 ? newline : ''));
      size += line.length;
    });
    const ready = held.length - count;
    if (ready > 0) {
      await writer.write(held.slice(0, ready).join(''));
      held = held.slice(ready);
      size = lengthOf(held);
    }
    checkHeld(held.length, size);
  }
};

/** Copies all but the last `count` bytes, holding no more than those back. */
export const exceptLastBytes = async (reader: Reader, writer: Writer, count: number): Promise<void> => {
  let held = '';
  for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) {
    held += toBytes(chunk);
    const ready = Math.max(0, held.length - count);
    await writer.write(fromBytes(held.slice(0, ready)));
    held = held.slice(ready);
    checkHeld(0, held.length);
  }
};

/** Copies the last `count` lines, holding few more than those. */
export const lastLines = async (reader: Reader, writer: Writer, count: number, newline: string): Promise<void> => {
  let held: string[] = [];
  let size = 0;
  for await (const { lines, terminated } of lineBatches(reader, newline)) {
    lines.forEach((line, i) => {
      held.push(line + (terminated || i < lines.length - 1 ? newline : ''));
      size += line.length;
    });
    // Dropped in large pieces, because each drop copies what is kept.
    if (held.length > 2 * count + lines.length) {
      held = held.slice(held.length - count);
      size = lengthOf(held);
    }
    checkHeld(held.length, size);
  }
  await writer.write(held.slice(Math.max(0, held.length - count)).join(''));
};

/** Copies the last `count` bytes. */
export const lastBytes = async (reader: Reader, writer: Writer, count: number): Promise<void> => {
  let held = '';
  for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) {
    held += toBytes(chunk);
    held = held.slice(Math.max(0, held.length - count));
    checkHeld(0, held.length);
  }
  await writer.write(fromBytes(held));
};

/** Copies from line `first` on, the first line being 1. */
export const linesFrom = async (reader: Reader, writer: Writer, first: number, newline: string): Promise<void> => {
  let skip = Math.max(0, first - 1);
  for await (const { lines, terminated } of lineBatches(reader, newline)) {
    if (skip < lines.length) await writer.write(lines.slice(skip).join(newline) + (terminated ? newline : ''));
    skip = Math.max(0, skip - lines.length);
  }
};

/** Copies from byte `first` on, the first byte being 1. */
export const bytesFrom = async (reader: Reader, writer: Writer, first: number): Promise<void> => {
  let skip = Math.max(0, first - 1);
  for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) {
    const bytes = skip > 0 ? toBytes(chunk) : '';
    await writer.write(skip > 0 ? fromBytes(bytes.slice(skip)) : chunk);
    skip = Math.max(0, skip - bytes.length);
  }
};
