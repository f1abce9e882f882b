/** Every control sequence that is ever sent, by its standard name (ECMA-48; xterm's ctlseqs). */
import { wellFormed } from './clean.ts';
import { groundColour, type Piece, roleColour, type Style } from './style.ts';
import type { Colour } from './theme.ts';

const ESC = '\x1b';
const CSI = `${ESC}[`;
const OSC = `${ESC}]`;
const ST = `${ESC}\\`;

/** CUU: up by `rows`; nothing for 0. */
export const cursorUp = (rows: number): string => (rows > 0 ? `${CSI}${rows}A` : '');
/** CUD: down by `rows`; nothing for 0. */
export const cursorDown = (rows: number): string => (rows > 0 ? `${CSI}${rows}B` : '');
/** CHA: to `column`, counted from 0. */
export const cursorColumn = (column: number): string => `${CSI}${column + 1}G`;
/** CUP: to `row` and `column`, counted from 0. */
export const cursorTo = (row: number, column: number): string => `${CSI}${row + 1};${column + 1}H`;
/** ED 0: erase from the cursor to the end of the screen. */
export const eraseBelow = `${CSI}J`;
/** ED 2: erase the whole screen. */
export const eraseScreen = `${CSI}2J`;
/** ED 3: erase the scrollback. */
export const eraseScrollback = `${CSI}3J`;
/** EL 0: erase from the cursor to the end of the line. */
export const eraseRight = `${CSI}K`;
/** DECTCEM off. */
export const hideCursor = `${CSI}?25l`;
/** DECTCEM on. */
export const showCursor = `${CSI}?25h`;
/** DECSET 1049: save the cursor, use the alternate screen. */
export const enterAlternate = `${CSI}?1049h`;
/** DECRST 1049: back to the normal screen as it was. */
export const leaveAlternate = `${CSI}?1049l`;
/** DECSET 2026: hold painting until `endFrame`. */
export const beginFrame = `${CSI}?2026h`;
/** DECRST 2026. */
export const endFrame = `${CSI}?2026l`;
/** DECSET 2004: pastes arrive between CSI 200~ and CSI 201~. */
export const bracketedPasteOn = `${CSI}?2004h`;
/** DECRST 2004. */
export const bracketedPasteOff = `${CSI}?2004l`;
/** DECSET 1000 and 1006: report mouse presses in SGR form. */
export const mouseOn = `${CSI}?1000h${CSI}?1006h`;
/** DECRST 1000 and 1006. */
export const mouseOff = `${CSI}?1006l${CSI}?1000l`;
/** SGR 0. */
const reset = `${CSI}0m`;

/** What a user must find again whatever a program did: SGR 0, cursor shown, autowrap on, no mouse reports, US-ASCII in G0. */
export const restore = `${reset}${showCursor}${CSI}?7h${mouseOff}${ESC}(B`;

const channels = (colour: Colour): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** The SGR parameters of a style, without those of a link. */
const parameters = (style: Style): string => {
  const codes: number[] = [];
  if (style.bold || style.role === 'title') codes.push(1);
  if (style.underline) codes.push(4);
  if (style.inverse) codes.push(7);
  if (style.ink) codes.push(38, 5, 231, 48, 5, 16);
  if (style.sample) codes.push(38, 2, ...channels(style.sample.text), 48, 2, ...channels(style.sample.ground));
  if (style.role) {
    const colour = roleColour[style.role];
    // -1 is the terminal's own ink.
    if (colour > 15) codes.push(38, 5, colour);
    else if (colour >= 0) codes.push(colour < 8 ? 30 + colour : 82 + colour);
  }
  if (style.ground) codes.push(48, 5, groundColour[style.ground]);
  // A shape's glyph is there for terminals without colours; with them it is not to be seen.
  const shape = style.half ?? style.ground;
  if (shape && !style.role) codes.push(38, 5, groundColour[shape]);
  return codes.join(';');
};

/** OSC 8 around `text`; `target` must already be free of control characters. */
const hyperlink = (target: string, text: string): string => `${OSC}8;;${target}${ST}${text}${OSC}8;;${ST}`;

/** The scheme under which a runnable line travels in OSC 8; the terminal's link handler alone understands it. */
export const runScheme = 'run:';

const linkTarget = (style: Style): string | undefined => {
  if (style.run !== undefined) return runScheme + encodeURIComponent(wellFormed(style.run));
  return style.href === undefined ? undefined : encodeURI(wellFormed(style.href));
};

/** A piece with its SGR and OSC 8 around it. Its text must be clean already (see clean.ts). */
export const paint = ({ text, style }: Piece): string => {
  if (!style || text === '') return text;
  const codes = parameters(style);
  const coloured = codes === '' ? text : `${CSI}${codes}m${text}${reset}`;
  const target = linkTarget(style);
  return target === undefined ? coloured : hyperlink(target, coloured);
};
