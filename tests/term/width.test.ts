import headless from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean } from '../../src/term/clean.ts';
import { cells, graphemeEnd, graphemeStart, graphemes, truncate, unicodeProvider } from '../../src/term/width.ts';

const widths: readonly (readonly [string, string, number])[] = [
  ['nothing', '', 0],
  ['a letter', 'a', 1],
  ['an accented letter', 'é', 1],
  ['a letter with a combining accent', 'e\u0301', 1],
  ['a letter with three marks', 'a\u0301\u0302\u0323', 1],
  ['a mark with nothing to stand on', '\u0301', 1],
  ['a box-drawing line, ambiguous', '─', 1],
  ['a filled circle, ambiguous', '●', 1],
  ['a Han character', '日', 2],
  ['Japanese', '日本語', 6],
  ['a halfwidth katakana', 'ｱ', 1],
  ['a fullwidth letter', 'Ａ', 2],
  ['an ideographic space', '\u3000', 2],
  ['a Hangul syllable', '한', 2],
  ['the same syllable in conjoining jamo', '\u1112\u1161\u11ab', 2],
  ['an emoji', '🙂', 2],
  ['a sign that is text by default', '❤', 1],
  ['the same in emoji style', '❤\ufe0f', 2],
  ['a keycap', '1\ufe0f\u20e3', 2],
  ['an emoji with a skin tone', '👍🏽', 2],
  ['a skin tone alone', '🏽', 2],
  ['a family of four', '👨\u200d👩\u200d👧\u200d👦', 2],
  ['a couple with tones and a heart', '👩🏽\u200d❤\ufe0f\u200d👨🏿', 2],
  ['a flag', '🇮🇩', 2],
  ['two flags', '🇮🇩🇬🇧', 4],
  ['a flag of tags', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', 2],
  ['Hebrew', 'שלום', 4],
  ['Hebrew with points', 'שָׁלוֹם', 4],
  ['Arabic', 'مرحبا', 5],
  ['Devanagari', 'नि', 1],
  ['Thai', 'ที่', 1],
  ['an emoji of Unicode 15', '🫨', 2],
  ['an extension B ideograph', '𠀀', 2],
];

const terminal = () => {
  const screen = new headless.Terminal({ cols: 200, rows: 4, allowProposedApi: true });
  screen.unicode.register(unicodeProvider);
  screen.unicode.activeVersion = unicodeProvider.version;
  return screen;
};

const cursorAfter = async (text: string): Promise<number> => {
  const screen = terminal();
  await new Promise<void>((done) => screen.write(text, done));
  return screen.buffer.active.cursorY * 200 + screen.buffer.active.cursorX;
};

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  { weight: 2, arbitrary: fc.constantFrom(...widths.map(([, text]) => text)) },
  fc.constantFrom(
    '\u200d',
    '\ufe0f',
    '\u0301',
    '🏽',
    '🇮',
    '\u1161',
    '\u11a8',
    '각',
    '가',
    '\u1100',
    '\u0e33',
    '\u102b',
    '\u0d4e',
    'क\u094d',
  ),
);
const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => clean(pieces.join('')).replace(/[\n\t]/g, ' '));

describe('cells', () => {
  test.each(widths)('%s takes the cells that the eye expects', (_name, text, expected) => {
    expect(cells(text)).toBe(expected);
  });

  test.each(widths)('%s takes the same cells in the emulator', async (_name, text, expected) => {
    expect(await cursorAfter(text)).toBe(expected);
  });

  test('any clean text takes as many cells as the emulator gives it', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        expect(await cursorAfter(text)).toBe(cells(text));
      }),
      { numRuns: 500 },
    );
  });

  test('the cells of a text are those of its graphemes together', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = Array.from(graphemes(text));
        expect(parts.join('')).toBe(text);
        expect(parts.reduce((sum, part) => sum + cells(part), 0)).toBe(cells(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('grapheme boundaries', () => {
  test('are those of the platform', () => {
    const letter = fc.constantFrom(...'aé\xa9\xae\xb2ʰαЖ҈Ԁあゝア・漢字가각\u0301\u200d\u1161\u3099');
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: letter })), (text) => {
        expect(Array.from(graphemes(text))).toEqual(Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment));
      }),
      { numRuns: 1000 },
    );
  });

  test('walking forwards and backwards meets the same graphemes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const forwards: number[] = [];
        for (let at = 0; at < text.length; at = graphemeEnd(text, at)) forwards.push(at);
        const backwards: number[] = [];
        for (let at = text.length; at > 0; ) backwards.unshift((at = graphemeStart(text, at)));
        expect(backwards).toEqual(forwards);
      }),
    );
  });
});

test('a Latin letter, a dash, a box or a block takes an accent, and emoji style if it is one by UTS #51', () => {
  const codes = [...Array(0x25d0).keys()].filter((code) =>
    /[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2500-\u25cf]/.test(String.fromCodePoint(code)),
  );
  const wrong = codes
    .map((code) => String.fromCodePoint(code))
    .filter((character) => {
      const emoji = /\p{Emoji}/u.test(character);
      return cells(character) !== 1 || cells(`${character}\u0301`) !== 1 || cells(`${character}\ufe0f`) !== (emoji ? 2 : 1);
    });
  expect(wrong).toEqual([]);
});

describe('truncate', () => {
  test.each([
    ['hello', 3, 'hel'],
    ['hello', 9, 'hello'],
    ['日本語', 3, '日'],
    ['日本語', 4, '日本'],
    ['👨\u200d👩\u200d👧x', 1, ''],
    ['👨\u200d👩\u200d👧x', 2, '👨\u200d👩\u200d👧'],
    ['e\u0301e\u0301', 1, 'e\u0301'],
  ])('%j within %d cells is %j', (text, columns, expected) => {
    expect(truncate(text, columns)).toBe(expected);
  });
});
