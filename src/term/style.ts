/** What a piece of text means on the screen: roles that a theme colours, never colours themselves. */

import type { Colour } from './theme.ts';

/** A meaning that themes give a colour to. */
export type Role =
  | 'title'
  | 'heading'
  | 'muted'
  /** Between text and what is muted: beside what is read first. */
  | 'soft'
  | 'accent'
  | 'good'
  | 'warn'
  | 'bad'
  | 'link'
  | 'prompt'
  | 'directory'
  | 'executable'
  | 'match'
  | 'string'
  | 'variable'
  | 'operator'
  | 'keyword'
  | 'command'
  | 'hint'
  /** A thin line that text stands on or between. */
  | 'guide'
  /** What moves or is to be pressed; the other party; a signal. */
  | 'lit'
  | 'other'
  | 'signal'
  /** Text on a ground: plain, quiet, bright, and on a full colour. */
  | 'text'
  | 'quiet'
  | 'bright'
  | 'on';

/** A ground under text: a surface, a full colour by its meaning, or a soft shade of one. */
export type Ground =
  | 'panel'
  | 'raised'
  | 'rule'
  | 'ink'
  | 'hole'
  | 'waits'
  | 'accent'
  | 'good'
  | 'bad'
  | 'other'
  | 'signal'
  | 'accentSoft'
  | 'goodSoft'
  | 'badSoft'
  | 'otherSoft';

/** How a piece of text looks, and where it leads. Links are made only from here, never from text. */
export interface Style {
  readonly role?: Role;
  readonly bold?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
  /** What it stands on, if not the screen's own background. */
  readonly ground?: Ground;
  /** The ground of the half of the cell that its half block fills. */
  readonly half?: Ground;
  /** White on black in every theme, for what a camera reads. */
  readonly ink?: boolean;
  /** Colours of its own, on a ground of its own: a sample of a theme. */
  readonly sample?: { readonly text: Colour; readonly ground: Colour };
  /** A line that a click types and runs. */
  readonly run?: string;
  /** A web address; only allowed schemes become links. */
  readonly href?: string;
  /** Marks a heading in the transcript, by its level below the command's own. */
  readonly level?: 1 | 2;
  /** The language of the text (BCP 47), where it is not English. */
  readonly lang?: string;
}

/** Text of one look. It may hold no newline. */
export interface Piece {
  readonly text: string;
  readonly style?: Style;
}

/** One line of styled text, without its newline. */
export type Line = readonly Piece[];

/** A line of one piece. */
export const line = (text: string, style?: Style): Line => [style ? { text, style } : { text }];

/** The line's text without its looks. */
export const plain = (pieces: Line): string => pieces.map((piece) => piece.text).join('');

/**
 * The palette's entry for each role: 0–15, as SGR 30–37 and 90–97 number them, or one of the 256 of SGR 38;5. Themes choose what
 * each looks like; a terminal without themes has a colour near it in the same place (xterm's 256 colours).
 */
export const roleColour: Readonly<Record<Role, number>> = {
  title: 15,
  heading: -1,
  muted: 8,
  soft: 7,
  accent: 3,
  good: 2,
  warn: 3,
  bad: 1,
  link: 4,
  prompt: 3,
  directory: 4,
  executable: 2,
  match: 3,
  string: 2,
  variable: 6,
  operator: 8,
  keyword: 13,
  command: -1,
  hint: 8,
  guide: 240,
  lit: 215,
  other: 74,
  signal: 141,
  text: 252,
  quiet: 247,
  bright: 255,
  on: 233,
};

/** The palette's entry, of 256, for each ground: another one than any role's, so that a page can tell half a block from a letter. */
export const groundColour: Readonly<Record<Ground, number>> = {
  panel: 234,
  raised: 236,
  rule: 240,
  ink: 253,
  hole: 232,
  waits: 66,
  accent: 214,
  good: 78,
  bad: 203,
  other: 38,
  signal: 140,
  accentSoft: 58,
  goodSoft: 22,
  badSoft: 52,
  otherSoft: 23,
};
