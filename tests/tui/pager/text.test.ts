/** Text that is read as far as it is looked at. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reader } from '../../../src/os/stream.ts';
import { line, plain } from '../../../src/term/style.ts';
import { FilteredDocument, linesDocument } from '../../../src/tui/pager/document.ts';
import { bottom, clamped, down, type Geometry, start, up } from '../../../src/tui/pager/rows.ts';
import { TextDocument } from '../../../src/tui/pager/text.ts';

const pace = () => undefined;

const reading = (chunks: readonly string[]): Reader & { left(): number } => {
  const rest = chunks.filter((chunk) => chunk !== '');
  return { isTty: false, read: () => Promise.resolve(rest.shift() ?? null), close: () => {}, left: () => rest.length };
};

const allLines = ({ count, line: at }: { count: number; line(index: number): ReturnType<TextDocument['line']> }): string[] =>
  Array.from({ length: count }, (_, index) => plain(at(index)));

describe('a text', () => {
  test('has the same lines however it is cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '\n'), maxLength: 9 })), async (chunks) => {
        const document = TextDocument.from(reading(chunks), pace);
        await document.need(Number.POSITIVE_INFINITY);
        const text = chunks.join('');
        const lines = text.split('\n');
        expect(Array.from({ length: document.count }, (_, index) => plain(document.line(index)))).toEqual(
          text === '' || text.endsWith('\n') ? lines.slice(0, -1) : lines,
        );
        expect(document.ended).toBe(true);
      }),
    );
  });

  test('is read no further than needed', async () => {
    const reader = reading(['a\nb\n', 'c\nd\n', 'e\n']);
    const document = TextDocument.from(reader, pace);
    await document.need(3);
    expect([document.count, document.ended, reader.left()]).toEqual([4, false, 1]);
  });

  test('stops reading when told to, and goes on when asked again', async () => {
    const document = TextDocument.from(reading(['a\n', 'b\n', 'c\n']), pace);
    const all = document.need(Number.POSITIVE_INFINITY);
    document.stop();
    await all;
    expect(document.ended).toBe(false);
    await document.need(Number.POSITIVE_INFINITY);
    expect([document.count, document.ended]).toEqual([3, true]);
  });

  test('breaks a line that is too long into several', () => {
    const document = TextDocument.of(() => `${'x'.repeat(40_000)}\nend\n`, pace);
    expect(document.count).toBe(4);
    expect(plain(document.line(3))).toBe('end');
    expect([0, 1, 2].map((index) => plain(document.line(index)).length).reduce((sum, length) => sum + length)).toBe(40_000);
  });

  test('grows with its file, and only with it', () => {
    let text = 'a\n';
    const document = TextDocument.of(() => text, pace);
    expect(document.grow()).toBe(false);
    text = 'a\nb\nc';
    expect(document.grow()).toBe(true);
    expect([document.count, plain(document.line(2))]).toEqual([3, 'c']);
    text = '';
    expect(document.grow()).toBe(false);
  });
});

test('a filter keeps the lines that it should, with their own numbers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('keep', 'drop'), { maxLength: 300 }), async (words) => {
      const filtered = new FilteredDocument(linesDocument(words.map((word) => line(word))), (text) => text === 'keep', pace);
      await filtered.need(Number.POSITIVE_INFINITY);
      const kept = words.flatMap((word, index) => (word === 'keep' ? [index + 1] : []));
      expect(Array.from({ length: filtered.count }, (_, index) => filtered.number(index))).toEqual(kept);
      expect(allLines({ count: filtered.count, line: (index) => filtered.line(index) }).every((text) => text === 'keep')).toBe(true);
    }),
  );
});

describe('places', () => {
  const geometries = fc.record({
    lengths: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 20 }),
    columns: fc.integer({ min: 1, max: 12 }),
    rows: fc.integer({ min: 1, max: 9 }),
    chop: fc.boolean(),
  });
  const geometryOf = ({ lengths, ...rest }: { lengths: number[]; columns: number; rows: number; chop: boolean }): Geometry => ({
    ...rest,
    document: linesDocument(lengths.map((length) => line('x'.repeat(length)))),
  });

  test('down and up again is where it began, unless an end was met', () => {
    fc.assert(
      fc.property(geometries, fc.nat(30), fc.nat(30), (parts, first, second) => {
        const geometry = geometryOf(parts);
        const there = down(geometry, start, first);
        const beyond = down(geometry, there, second);
        if (beyond.line < geometry.document.count) expect(up(geometry, beyond, second)).toEqual(there);
      }),
    );
  });

  test('from the last place the screen is full to the last row, or shows everything', () => {
    fc.assert(
      fc.property(geometries, (parts) => {
        const geometry = geometryOf(parts);
        const last = bottom(geometry);
        expect(down(geometry, last, geometry.rows)).toEqual({ line: geometry.document.count, row: 0 });
        expect(clamped(geometry, { line: geometry.document.count, row: 3 })).toEqual(last);
      }),
    );
  });
});
