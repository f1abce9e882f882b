/** What the page keeps of a command's output: so many lines, and so much text. */
import { describe, expect, it } from 'vitest';
import { Transcript } from '../../src/app/transcript.ts';

const printed = (lines: number, columns: number) => {
  const transcript = new Transcript();
  transcript.begin('print');
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < columns; at += 1000) transcript.add({ text: 'x'.repeat(Math.min(1000, columns - at)) });
    transcript.add({ text: '\n' });
  }
  const { lines: kept, omitted } = transcript.end(0);
  return { kept: kept.length, omitted, widest: Math.max(...kept.map((line) => line.reduce((sum, { text }) => sum + text.length, 0))) };
};

describe('of a command’s output', () => {
  it.each([
    ['all that a person may want to read', 500, 200, { kept: 500, omitted: 0, widest: 200 }],
    ['five hundred lines', 600, 10, { kept: 500, omitted: 100, widest: 10 }],
    ['four thousand characters of a line', 2, 9_000, { kept: 2, omitted: 0, widest: 4_000 }],
    ['two hundred thousand characters', 400, 4_000, { kept: 50, omitted: 350, widest: 4_000 }],
  ])('it keeps %s', (_, lines, columns, expected) => expect(printed(lines, columns)).toEqual(expected));
});
