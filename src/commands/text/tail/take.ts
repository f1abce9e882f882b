/** The ends of a stream: its last lines or bytes, or all from one on. */

import { fromBytes, toBytes } from '../../../coreutils/text/bytes.ts';
import { checkHeld, lengthOf } from '../../../coreutils/text/held.ts';
import { lineBatches, type Reader, type Writer } from '../../../os/stream.ts';

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
