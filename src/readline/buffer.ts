/** Text replaced within the line, and never more of it than a line holds. */
import { graphemeEnd, graphemeStart } from '../term/width.ts';
import { type Buffer, type Change, LINE_LIMIT } from './state.ts';

/** `start` to `end` of the text replaced by `replacement`, the cursor behind it. */
export const splice = (text: string, start: number, end: number, replacement: string): Buffer => ({
  text: text.slice(0, start) + replacement + text.slice(end),
  cursor: start + replacement.length,
});

/** `text` at the cursor, or as much of it as the line still holds, with a message if that is not all. */
export const insert = (buffer: Buffer, text: string): Change => {
  const room = LINE_LIMIT - buffer.text.length;
  if (text.length <= room) return splice(buffer.text, buffer.cursor, buffer.cursor, text);
  const kept = text.slice(0, graphemeEnd(text, room) > room ? graphemeStart(text, room + 1) : room);
  return { ...splice(buffer.text, buffer.cursor, buffer.cursor, kept), message: `A line holds at most ${LINE_LIMIT} characters.` };
};
