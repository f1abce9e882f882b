/** Drawing on cells, and carrying one frame over into the next. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Canvas } from '../../src/tui/canvas.ts';
import { diff } from '../../src/tui/diff.ts';
import { createTestScreen } from './screen.ts';

const drawn = (columns: number, rows: number, draw: (canvas: Canvas) => void): string => {
  const canvas = Canvas.blank(columns, rows);
  draw(canvas);
  return canvas.text();
};

test.each<[what: string, draw: (canvas: Canvas) => void, shown: string]>([
  ['text stands where it is put', (canvas) => canvas.put(2, 1, 'abc'), '\n  abc'],
  ['what is left of the edge is cut off', (canvas) => canvas.put(-2, 0, 'abcd'), 'cd'],
  ['what is right of the edge is cut off', (canvas) => canvas.put(6, 0, 'abcd'), '      ab'],
  ['what is above or below is not there', (canvas) => canvas.put(0, 9, 'abc'), ''],
  ['a wide letter that does not fit leaves a space', (canvas) => canvas.put(6, 0, 'a漢'), '      a'],
  ['a letter over half a wide one removes all of it', (canvas) => canvas.put(1, 0, String(canvas.put(0, 0, '漢') && 'x')), ' x'],
  ['control characters are shown, not sent', (canvas) => canvas.put(0, 0, '\x1b[2J'), '^[[2J'],
  ['text in the middle', (canvas) => canvas.centre(0, 'abcd'), '  abcd'],
  ['text at the right', (canvas) => canvas.right(0, 'ab'), '      ab'],
  ['a region clips what is drawn on it', (canvas) => canvas.region(2, 0, 3, 1).put(0, 0, 'abcdef'), '  abc'],
  ['a region of a region', (canvas) => canvas.region(2, 0).region(1, 1).put(0, 0, 'ab'), '\n   ab'],
  ['a box with a title', (canvas) => canvas.box('hi').put(0, 0, 'in'), '╭─ hi ─╮\n│in    │\n╰──────╯'],
])('%s', (_, draw, shown) => {
  expect(drawn(8, 3, draw).trimEnd()).toBe(shown.trimEnd());
});

test('a tap finds what was drawn last at its place', () => {
  const canvas = Canvas.blank<string>(10, 5);
  canvas.region(1, 1, 5, 3).tap({ message: 'under' });
  canvas.region(2, 2, 1, 1).tap({ chord: 'x' });
  expect(canvas.target(1, 1)).toEqual({ message: 'under' });
  expect(canvas.target(2, 2)).toEqual({ chord: 'x' });
  expect(canvas.target(8, 2)).toBeUndefined();
});

test('a cell that did not change is not sent again', () => {
  const before = Canvas.blank(40, 3);
  before.put(0, 0, 'count: 1');
  const after = Canvas.blank(40, 3);
  after.put(0, 0, 'count: 2');
  expect(diff(before, after)).toBe('\x1b[1;8H2');
  expect(diff(after, after)).toBe('');
});

test('the cursor is shown where it is asked for, and hidden when it is not', () => {
  const plain = Canvas.blank(10, 2);
  const asking = Canvas.blank(10, 2);
  asking.showCursor(3, 1);
  expect(diff(plain, asking)).toBe('\x1b[2;4H\x1b[?25h');
  expect(diff(asking, plain)).toBe('\x1b[?25l');
});

const strokes = fc.array(
  fc.record({
    x: fc.integer({ min: -4, max: 22 }),
    y: fc.integer({ min: -1, max: 6 }),
    text: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('漢字', 'é', '👩‍💻', '─│', '🇸🇬x')),
    role: fc.constantFrom('good', 'bad', undefined),
  }),
  { maxLength: 12 },
);

test('any frame after any other shows just what was drawn on it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(strokes, { minLength: 1, maxLength: 4 }), async (frames) => {
      const screen = createTestScreen(20, 6);
      let before: Canvas | undefined;
      for (const frame of frames) {
        const after = Canvas.blank(20, 6);
        for (const { x, y, text, role } of frame) after.put(x, y, text, role ? { role } : undefined);
        await screen.write(diff(before, after));
        before = after;
        expect(screen.text()).toBe(after.text().trimEnd());
      }
    }),
    { numRuns: 60 },
  );
});
