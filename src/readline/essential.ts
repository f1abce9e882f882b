/** The keys that work from the first moment on; the whole table loads when the first key is pressed. */
import {
  abort,
  acceptLine,
  backwardDeleteChar,
  bracketedPaste,
  clearScreen,
  deleteChar,
  deleteCharOrEof,
  insertNewline,
  interrupt,
  leave,
  scrollPage,
} from './edit.ts';
import { backwardKillWord, killLine, killWord, unixLineDiscard, unixWordRubout, yank } from './kills.ts';
import * as motions from './motions.ts';
import type { Action, KeyPress } from './state.ts';

/** The keys of an action, as chords of key.ts apart by blanks (two of a sequence are joined by `+`), and what they do. */
export type Keys = readonly [chords: string, action: Action];

/** Rows of the table in keymap.ts, by their names there. */
export const essential = {
  'beginning-of-line': ['C-a Home', motions.beginningOfLine],
  'end-of-line': ['C-e End', motions.endOfLine],
  'forward-char': ['C-f Right', motions.forwardChar],
  'backward-char': ['C-b Left', motions.backwardChar],
  'forward-word': ['M-f M-Right C-Right', motions.forwardWord],
  'backward-word': ['M-b M-Left C-Left', motions.backwardWord],
  'accept-line': ['Enter C-j', acceptLine],
  'insert-newline': ['M-Enter S-Enter', insertNewline],
  'backward-delete-char': ['Backspace C-h', backwardDeleteChar],
  'delete-char': ['Delete', deleteChar],
  'delete-char-or-eof': ['C-d', deleteCharOrEof],
  'kill-line': ['C-k', killLine],
  'unix-line-discard': ['C-u', unixLineDiscard],
  'unix-word-rubout': ['C-w', unixWordRubout],
  'kill-word': ['M-d M-Delete C-Delete', killWord],
  'backward-kill-word': ['M-Backspace C-Backspace C-M-h', backwardKillWord],
  yank: ['C-y', yank],
  'bracketed-paste-begin': ['Paste', bracketedPaste],
  'clear-screen': ['C-l', clearScreen],
  'scroll-page-up': ['PageUp S-PageUp', scrollPage(-1)],
  'scroll-page-down': ['PageDown S-PageDown', scrollPage(1)],
  interrupt: ['C-c', interrupt],
  abort: ['C-g', abort],
  leave: ['Escape', leave],
} as const satisfies Readonly<Record<string, Keys>>;

/** The actions of some rows by their chords. */
export const byChord = (rows: readonly Keys[]): ReadonlyMap<string, Action> =>
  new Map(rows.flatMap(([chords, action]) => chords.split(' ').map((chord): [string, Action] => [chord, action])));

const actions = byChord(Object.values(essential));

/** What a key does; undefined where only the whole table knows, as of history events in the line. */
export const essentialAction = ({ chord }: KeyPress['key'], text: string): Action | undefined =>
  chord === 'Enter' && /[!^]/.test(text) ? undefined : actions.get(chord);
