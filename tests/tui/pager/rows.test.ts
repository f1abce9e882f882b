/** Lines as rows of the screen: cleaned, marked, broken at the width. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isClean } from '../../../src/term/clean.ts';
import { type Line, line, plain } from '../../../src/term/style.ts';
import { cells } from '../../../src/term/width.ts';
import { breakLine, highlight, type Match, presentable, rowCount } from '../../../src/tui/pager/rows.ts';

const marked = (pieces: Line): string => pieces.map(({ text, style }) => (style?.inverse ? `[${text}]` : text)).join('');

test.each<[text: Line, matches: readonly Match[], shown: string]>([
  [line('abcdef'), [[1, 3]], 'a[bc]def'],
  [line('abcdef'), [], 'abcdef'],
  [
    line('abcdef'),
    [
      [0, 1],
      [5, 6],
    ],
    '[a]bcde[f]',
  ],
  [[{ text: 'abc', style: { bold: true } }, { text: 'def' }], [[2, 5]], 'ab[c][de]f'],
  [line('abc'), [[1, 1]], 'abc'],
  [line('abc'), [[2, 9]], 'ab[c]'],
])('%j with the matches %j is %s', (text, matches, shown) => {
  expect(marked(highlight(text, matches))).toBe(shown);
});

test('a mark keeps the look of what it marks', () => {
  expect(highlight(line('ab', { role: 'good' }), [[0, 1]])).toEqual([
    { text: 'a', style: { role: 'good', inverse: true } },
    { text: 'b', style: { role: 'good' } },
  ]);
});

test.each([
  ['a\tb', 'a       b'],
  ['12345678\tb', '12345678        b'],
  ['漢\tb', '漢      b'],
  ['\x1b[0m', '^[[0m'],
])('%j is shown as «%s»', (text, shown) => {
  expect(plain(presentable(line(text)))).toBe(shown);
});

const texts = fc.array(
  fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('漢字', '👩‍💻', '\t', 'é', '🇸🇬', 'words and words')),
  { maxLength: 8 },
);
const widths = fc.integer({ min: 2, max: 30 });

test('whatever the text, its rows together are the text, and none is too wide', () => {
  fc.assert(
    fc.property(texts, widths, (parts, columns) => {
      const shown = presentable(parts.map((text) => ({ text: text.replaceAll('\n', '') })));
      const rows = breakLine(shown, columns);
      expect(rows.map(plain).join('')).toBe(plain(shown));
      for (const row of rows) {
        expect(cells(plain(row))).toBeLessThanOrEqual(columns);
        expect(isClean(plain(row))).toBe(true);
      }
    }),
  );
});

test('rows are counted as they are broken', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        texts.map((parts) => parts.join('')),
        fc.string({ maxLength: 80 }),
      ),
      widths,
      (text, columns) => {
        const one = line(text.replaceAll('\n', ''));
        expect(rowCount(one, columns)).toBe(breakLine(presentable(one), columns).length);
      },
    ),
  );
});
