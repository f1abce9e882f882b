/** Our own measure of cells in the shape that xterm.js asks for, so that the screen and the layout cannot disagree. */
import { advance, codePointCells } from './width.ts';

/** What `terminal.unicode.register` takes (xterm.js's IUnicodeVersionProvider). */
export interface UnicodeProvider {
  readonly version: string;
  wcwidth(codepoint: number): 0 | 1 | 2;
  charProperties(codepoint: number, preceding: number): number;
}

/** Register it, then set `activeVersion` to its version; it needs `allowProposedApi`. */
export const unicodeProvider: UnicodeProvider = { version: 'graphemes', wcwidth: codePointCells, charProperties: advance };
