/** What a piece of text means on the screen: roles that a theme colours, never colours themselves. */

/** A meaning that themes give a colour to. */
export type Role =
  | 'title'
  | 'heading'
  | 'muted'
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
  | 'hint';

/** How a piece of text looks, and where it leads. Links are made only from here, never from text. */
export interface Style {
  readonly role?: Role;
  readonly bold?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
  /** White on black in every theme, for what a camera reads. */
  readonly ink?: boolean;
  /** A line that a click types and runs. */
  readonly run?: string;
  /** A web address; only allowed schemes become links. */
  readonly href?: string;
  /** Marks a heading in the transcript, by its level below the command's own. */
  readonly level?: 1 | 2;
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

/** The palette's entry (0–15, as SGR 30–37 and 90–97 number them) for each role; themes choose what the sixteen look like. */
export const roleColour: Readonly<Record<Role, number>> = {
  title: 15,
  heading: 6,
  muted: 8,
  accent: 5,
  good: 2,
  warn: 3,
  bad: 1,
  link: 4,
  prompt: 2,
  directory: 12,
  executable: 10,
  match: 9,
  string: 11,
  variable: 14,
  operator: 13,
  keyword: 13,
  command: 10,
  hint: 8,
};
