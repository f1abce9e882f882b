/** The keys that work from the first moment on; the rest of the table loads when the first key is pressed. */
import { backwardDeleteChar, bracketedPaste, deleteChar, deleteCharOrEof, insertNewline } from './edit.ts';
import { backwardKillWord, killLine, killWord, unixLineDiscard, unixWordRubout, yank } from './kills.ts';
import { abort, acceptLine, clearScreen, interrupt, leave, scrollPage } from './line.ts';
import * as motions from './motions.ts';
import type { Action, Context } from './state.ts';

/** Chords of key.ts, apart by blanks (two of a sequence are joined by `+`); the action's name in readline's manual; the action. */
export type Row = readonly [chords: string, name: string, action: Action];

/** Rows of the table in keymap.ts, which says what they do. */
export const essentialRows = [
  ['C-a Home', 'beginning-of-line', motions.beginningOfLine],
  ['C-e End', 'end-of-line', motions.endOfLine],
  ['C-f Right', 'forward-char', motions.forwardChar],
  ['C-b Left', 'backward-char', motions.backwardChar],
  ['M-f M-Right C-Right', 'forward-word', motions.forwardWord],
  ['M-b M-Left C-Left', 'backward-word', motions.backwardWord],
  ['Enter C-j', 'accept-line', acceptLine],
  ['M-Enter S-Enter', 'insert-newline', insertNewline],
  ['Backspace C-h', 'backward-delete-char', backwardDeleteChar],
  ['Delete', 'delete-char', deleteChar],
  ['C-d', 'delete-char-or-eof', deleteCharOrEof],
  ['C-k', 'kill-line', killLine],
  ['C-u', 'unix-line-discard', unixLineDiscard],
  ['C-w', 'unix-word-rubout', unixWordRubout],
  ['M-d M-Delete C-Delete', 'kill-word', killWord],
  ['M-Backspace C-Backspace C-M-h', 'backward-kill-word', backwardKillWord],
  ['C-y', 'yank', yank],
  ['Paste', 'bracketed-paste-begin', bracketedPaste],
  ['C-l', 'clear-screen', clearScreen],
  ['PageUp S-PageUp', 'scroll-page-up', scrollPage(-1)],
  ['PageDown S-PageDown', 'scroll-page-down', scrollPage(1)],
  ['C-c', 'interrupt', interrupt],
  ['C-g', 'abort', abort],
  ['Escape', 'leave', leave],
] as const satisfies readonly Row[];

/** The actions of some rows by their chords. */
export const byChord = (rows: readonly Row[]): ReadonlyMap<string, Action> =>
  new Map(rows.flatMap(([chords, , action]) => chords.split(' ').map((chord): [string, Action] => [chord, action])));

const essential = byChord(essentialRows);

/** What a key does; undefined where only the whole table knows, as of history events in the line. */
export const essentialAction = ({ chord }: Context['key'], text: string): Action | undefined =>
  chord === 'Enter' && /[!^]/.test(text) ? undefined : essential.get(chord);
