/** How text falls into graphemes, and how many cells each takes (Unicode 15 and later: UAX #11, UAX #29, UTS #51). */

let segmenter: Intl.Segmenter | undefined;

/** Its maker waits for the first text that needs it: it takes longer than all else at the start. */
const segments = (text: string): Intl.Segments => {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
};

/** Latin letters, dashes, quotation marks, boxes and blocks: a cell each, whatever stands beside them. */
const narrow = /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2500-\u25a9\u25cb-\u25cf]*$/;

/** Letters and signs that never join one another (the above, Greek, Cyrillic, kana, Han, Hangul syllables): most text there is. */
const apart =
  /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2500-\u25a9\u25cb-\u25cf\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uac00-\ud7a3]*$/;

/** The text's graphemes (UAX #29 extended grapheme clusters), in order; together they are the text. */
export const graphemes = (text: string): Iterable<string> =>
  apart.test(text) ? text : Array.from(segments(text), (grapheme) => grapheme.segment);

/** Whether a boundary must fall beside this code unit, whatever stands beyond it. */
const isPlain = (unit: number): boolean => unit >= 0x20 && unit < 0x7f;

/** The end of the grapheme that starts at, or holds, unit `index`; the text's length at its end. */
export const graphemeEnd = (text: string, index: number): number => {
  if (index >= text.length) return text.length;
  if (isPlain(text.charCodeAt(index)) && (index + 1 === text.length || isPlain(text.charCodeAt(index + 1)))) return index + 1;
  const found = segments(text).containing(index);
  return found ? found.index + found.segment.length : text.length;
};

/** The start of the grapheme that ends at, or holds, the unit before `index`; 0 at the text's start. */
export const graphemeStart = (text: string, index: number): number => {
  if (index <= 1) return 0;
  if (isPlain(text.charCodeAt(index - 1)) && isPlain(text.charCodeAt(index - 2))) return index - 1;
  return segments(text).containing(index - 1)?.index ?? 0;
};

/** East Asian Wide and Fullwidth (UAX #11) beyond what has emoji presentation: pairs of first and last code point. */
const wideRanges = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2630, 0x2637],
  [0x268a, 0x268f],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0xa4c6],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x1b2fb],
  [0x1d300, 0x1d376],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
] as const;

const isWide = (character: string, code: number): boolean =>
  wideRanges.some(([first, last]) => code >= first && code <= last) || /\p{Emoji_Presentation}/u.test(character);

/** What a code point is to its neighbours: its width in the two low bits, then flags. */
const WIDTH = 3;
const KNOWN = 4;
const EXTENDS = 8;
const CONTROL = 16;
const EMOJI = 32;
const PICTOGRAPH = 64;
const VOWEL_OR_TRAIL = 128;

const breaksAt = (text: string, index: number): boolean => segments(text).containing(index)?.index === index;

const isRegional = (code: number): boolean => code >= 0x1f1e6 && code <= 0x1f1ff;
const isTone = (code: number): boolean => code >= 0x1f3fb && code <= 0x1f3ff;
const isJamo = (code: number): boolean => (code >= 0x1160 && code <= 0x11ff) || (code >= 0xd7b0 && code <= 0xd7fb);

const classify = (code: number): number => {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return KNOWN | CONTROL;
  const character = String.fromCodePoint(code);
  // No segmenter for the characters of a first screen.
  if (narrow.test(character) && !/[©®]/.test(character)) return KNOWN | 1 | (/[#*\d]/.test(character) ? EMOJI : 0);
  let kind = KNOWN | (isWide(character, code) ? 2 : 1);
  if (/\p{Emoji}/u.test(character)) kind |= EMOJI;
  if (/\p{Extended_Pictographic}/u.test(character)) kind |= PICTOGRAPH;
  if (isJamo(code)) return kind | VOWEL_OR_TRAIL;
  // A halfwidth voiced-sound mark or a skin tone belongs to its base, yet has cells of its own.
  if (/[\p{M}\p{Cf}]/u.test(character) && !breaksAt(`a${character}`, 1)) kind |= EXTENDS;
  if (breaksAt(`${character}\u0301`, character.length)) kind |= CONTROL;
  return kind;
};

const kinds = new Uint8Array(0x110000);

const kindOf = (code: number): number => (kinds[code] ||= classify(code));

/** The cells of a code point that stands alone: 0 for a control, a combining mark or a joiner; 2 for wide; else 1. */
const codePointCells = (code: number): 0 | 1 | 2 => {
  const kind = kindOf(code);
  return kind & EXTENDS ? 0 : ((kind & WIDTH) as 0 | 1 | 2);
};

/*
 * What the run of text so far lets a next code point join: the form xterm.js passes from one code point to the next.
 * Bit 0: it joined; bits 1 and 2: the cells of its grapheme; bit 3: an odd regional indicator; bit 4: a pictograph with
 * nothing but marks behind it; from bit 5 on: the code point itself.
 */
const JOINED = 1;
const ODD_REGIONAL = 8;
const AFTER_PICTOGRAPH = 16;
const CODE_SHIFT = 5;

const ZERO_WIDTH_JOINER = 0x200d;
const EMOJI_STYLE = 0xfe0f;

const joins = (code: number, kind: number, before: number): boolean => {
  if (before === 0) return false;
  const previous = before >> CODE_SHIFT;
  if (kind & EXTENDS) return (kindOf(previous) & CONTROL) === 0;
  if (kind & VOWEL_OR_TRAIL) return !breaksAt(String.fromCodePoint(previous, code), String.fromCodePoint(previous).length);
  if (isRegional(code)) return (before & ODD_REGIONAL) !== 0;
  if (isTone(code)) return (before & AFTER_PICTOGRAPH) !== 0;
  return (kind & PICTOGRAPH) !== 0 && previous === ZERO_WIDTH_JOINER && (before & AFTER_PICTOGRAPH) !== 0;
};

const joinedCells = (code: number, kind: number, before: number): number => {
  const cells = (before >> 1) & WIDTH;
  if (kind & (EXTENDS | VOWEL_OR_TRAIL)) return code === EMOJI_STYLE && kindOf(before >> CODE_SHIFT) & EMOJI ? 2 : cells;
  return 2;
};

/**
 * The state of a run of text after one more code point, from its state before (0 at the start): xterm.js's
 * `charProperties`. What cannot join takes a cell of its own, as the emulator has it.
 */
const advance = (code: number, before: number): number => {
  const kind = kindOf(code);
  const joined = joins(code, kind, before);
  const cells = joined ? joinedCells(code, kind, before) : kind & WIDTH;
  const regional = isRegional(code) && !joined ? ODD_REGIONAL : 0;
  const continues = joined && (kind & EXTENDS || isTone(code)) ? before & AFTER_PICTOGRAPH : 0;
  const pictograph = kind & PICTOGRAPH ? AFTER_PICTOGRAPH : continues;
  return (code << CODE_SHIFT) | pictograph | regional | (cells << 1) | (joined ? JOINED : 0);
};

/** The cells that clean text takes on a terminal: ambiguous widths as 1, a whole emoji sequence as 2. */
export const cells = (text: string): number => {
  if (narrow.test(text)) return text.length;
  let total = 0;
  let state = 0;
  for (const character of text) {
    const next = advance(character.codePointAt(0) ?? 0, state);
    total += ((next >> 1) & WIDTH) - (next & JOINED ? (state >> 1) & WIDTH : 0);
    state = next;
  }
  return total;
};

/** The longest start of `text`, in whole graphemes, that fits into `columns` cells. */
export const truncate = (text: string, columns: number): string => {
  if (cells(text) <= columns) return text;
  let kept = '';
  let used = 0;
  for (const grapheme of graphemes(text)) {
    used += cells(grapheme);
    if (used > columns) break;
    kept += grapheme;
  }
  return kept;
};

/** What `terminal.unicode.register` takes (xterm.js's IUnicodeVersionProvider). */
export interface UnicodeProvider {
  readonly version: string;
  wcwidth(codepoint: number): 0 | 1 | 2;
  charProperties(codepoint: number, preceding: number): number;
}

/** Register it, then set `activeVersion` to its version; it needs `allowProposedApi`. */
export const unicodeProvider: UnicodeProvider = { version: 'graphemes', wcwidth: codePointCells, charProperties: advance };
