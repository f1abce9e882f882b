/** The beginnings of a stream: its first lines or bytes, or all but its last. */

import { fromBytes, toBytes } from '../../../coreutils/text/bytes.ts';
import { checkHeld, lengthOf } from '../../../coreutils/text/held.ts';
import { lineBatches, type Reader, type Writer } from '../../../os/stream.ts';

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
