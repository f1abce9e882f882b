import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { table, wrap } from '../../src/term/layout.ts';
import { type Line, line, plain } from '../../src/term/style.ts';
import { cells } from '../../src/term/width.ts';

const rows = (lines: readonly Line[]): string[] => lines.map(plain);

describe('wrap', () => {
  test.each([
    ['', 10, {}, ['']],
    ['one two', 10, {}, ['one two']],
    ['one two', 7, {}, ['one two']],
    ['one two', 6, {}, ['one', 'two']],
    ['one  two', 6, {}, ['one', 'two']],
    ['one two   ', 6, {}, ['one', 'two']],
    ['  one two', 6, {}, ['  one', 'two']],
    ['incomprehensible', 6, {}, ['incomp', 'rehens', 'ible']],
    ['an incomprehensible', 6, {}, ['an', 'incomp', 'rehens', 'ible']],
    ['日本語 日本', 6, {}, ['日本語', '日本']],
    ['日本語', 5, {}, ['日本', '語']],
    ['日本語。', 6, {}, ['日本', '語。']],
    ['日本（語）。日', 8, {}, ['日本（', '語）。日']],
    ['日。。。', 4, {}, ['日。', '。。']],
    ['one two three', 8, { indent: 2 }, ['  one', '  two', '  three']],
    ['one two three', 9, { hanging: 2 }, ['one two', '  three']],
    ['one two three', 9, { indent: 2, hanging: 0 }, ['  one two', 'three']],
    ['e\u0301e\u0301e\u0301', 2, {}, ['e\u0301e\u0301', 'e\u0301']],
  ])('%j in %d columns with %j is %j', (text, columns, indents, expected) => {
    expect(rows(wrap(line(text), columns, indents))).toEqual(expected);
  });

  test('a word of several looks is not split, and keeps them', () => {
    const bold = { bold: true };
    expect(wrap([{ text: 'see cat', style: bold }, { text: '(1), and more' }], 8)).toEqual([
      [{ text: 'see', style: bold }],
      [{ text: 'cat', style: bold }, { text: '(1),' }],
      [{ text: 'and more' }],
    ]);
  });

  test('never makes a row too wide, a trailing blank, or another text', () => {
    const word = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', '-', '日', '。', '’', '🙂', 'e\u0301'), maxLength: 12 }),
      fc.constantFrom(' ', '   '),
    );
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 2, max: 20 }), (words, columns) => {
        const wrapped = rows(
          wrap(
            words.map((text, index) => (index % 2 ? { text } : { text, style: { bold: true } })),
            columns,
          ),
        );
        for (const row of wrapped) {
          expect(cells(row)).toBeLessThanOrEqual(columns);
          if (row.trim() !== '') expect(row).not.toMatch(/ $/);
        }
        expect(wrapped.join('').replaceAll(' ', '')).toBe(words.join('').replaceAll(' ', ''));
      }),
    );
  });
});

describe('table', () => {
  test('aligns columns by cells, and wraps the last', () => {
    const cellsOf = (...texts: string[]): Line[] => texts.map((text) => line(text));
    expect(rows(table([cellsOf('-l', 'long listing of files'), cellsOf('--日本', 'short'), cellsOf('x')], 18))).toEqual([
      '-l      long',
      '        listing of',
      '        files',
      '--日本  short',
      'x',
    ]);
  });
});
