/** The one table of keys: chords, the action's name in readline's manual, what it does, and the doing. */
import * as edit from './edit.ts';
import * as history from './history.ts';
import * as kills from './kills.ts';
import { acceptLine, interrupt, scrollPage } from './line.ts';
import { complete, possibleCompletions } from './menu.ts';
import * as motions from './motions.ts';
import { forwardSearchHistory, reverseSearchHistory } from './search.ts';
import type { Action } from './state.ts';

/** One row of the table. */
export interface Binding {
  /** Chords of key.ts, apart by blanks; two chords of a sequence are joined by `+`. */
  readonly chords: string;
  /** The action's name: readline's own, where readline has it. */
  readonly name: string;
  readonly summary: string;
  readonly action: Action;
}

const row = (chords: string, name: string, summary: string, action: Action): Binding => ({ chords, name, summary, action });

/** All bindings, in the order in which `help keys` lists them. */
export const bindings: readonly Binding[] = [
  row('C-a Home', 'beginning-of-line', 'Go to the start of the line', motions.beginningOfLine),
  row('C-e End', 'end-of-line', 'Go to the end of the line, or take the hint', motions.endOfLine),
  row('C-f Right', 'forward-char', 'Go forward a character, or take the hint', motions.forwardChar),
  row('C-b Left', 'backward-char', 'Go back a character', motions.backwardChar),
  row('M-f M-Right C-Right', 'forward-word', 'Go forward a word, or take one of the hint', motions.forwardWord),
  row('M-b M-Left C-Left', 'backward-word', 'Go back a word', motions.backwardWord),
  row('C-Home', 'beginning-of-buffer', 'Go to the start of all lines', motions.beginningOfBuffer),
  row('C-End', 'end-of-buffer', 'Go to the end of all lines', motions.endOfBuffer),
  row('C-]', 'character-search', 'Go to the next character typed', motions.characterSearch),
  row('C-M-]', 'character-search-backward', 'Go back to the character typed', motions.characterSearchBackward),
  row('C-Space', 'set-mark', 'Remember this place', motions.setMark),
  row('C-x+C-x', 'exchange-point-and-mark', 'Go to the place remembered', motions.exchangePointAndMark),
  row('Enter C-j', 'accept-line', 'Run the line, or go on with it if it is unfinished', acceptLine),
  row('M-Enter S-Enter', 'insert-newline', 'Begin another line', edit.insertNewline),
  row('C-p', 'previous-history', 'Fetch the entry before', history.previousHistory),
  row('C-n', 'next-history', 'Fetch the entry after', history.nextHistory),
  row('Up M-p', 'history-search-backward', 'Fetch the entry before that starts as typed', history.previousLine),
  row('Down M-n', 'history-search-forward', 'Fetch the entry after that starts as typed', history.nextLine),
  row('M-<', 'beginning-of-history', 'Fetch the first entry', history.beginningOfHistory),
  row('M->', 'end-of-history', 'Return to the line being typed', history.endOfHistory),
  row('C-r', 'reverse-search-history', 'Search back through the history; again for older', reverseSearchHistory),
  row('C-s', 'forward-search-history', 'Search forward through the history', forwardSearchHistory),
  row('M-. M-_', 'yank-last-arg', 'Insert the last word of the entry before; again for older', history.yankLastArgument),
  row('C-M-y', 'yank-nth-arg', 'Insert the first argument of the entry before', history.yankNthArgument),
  row('Backspace C-h', 'backward-delete-char', 'Delete the character before', edit.backwardDeleteChar),
  row('Delete', 'delete-char', 'Delete the character here', edit.deleteChar),
  row('C-d', 'delete-char-or-eof', 'Delete the character here; leave, on an empty line', edit.deleteCharOrEof),
  row('C-k', 'kill-line', 'Kill to the end of the line', kills.killLine),
  row('C-u', 'unix-line-discard', 'Kill to the start of the line', kills.unixLineDiscard),
  row('C-w', 'unix-word-rubout', 'Kill back to a blank', kills.unixWordRubout),
  row('M-d M-Delete C-Delete', 'kill-word', 'Kill to the end of the word', kills.killWord),
  row('M-Backspace C-Backspace C-M-h', 'backward-kill-word', 'Kill to the start of the word', kills.backwardKillWord),
  row('C-y', 'yank', 'Insert what was killed last', kills.yank),
  row('M-y', 'yank-pop', 'After a yank, put the kill before it in its place', kills.yankPop),
  row('M-\\', 'delete-horizontal-space', 'Delete the blanks around', edit.deleteHorizontalSpace),
  row('C-t', 'transpose-chars', 'Drag the character before over the next', edit.transposeChars),
  row('M-t', 'transpose-words', 'Drag the word before over the next', edit.transposeWords),
  row('M-u', 'upcase-word', 'Make the word upper case', edit.upcaseWord),
  row('M-l', 'downcase-word', 'Make the word lower case', edit.downcaseWord),
  row('M-c', 'capitalize-word', 'Capitalize the word', edit.capitalizeWord),
  row('C-v C-q', 'quoted-insert', 'Insert the next key as it is', edit.quotedInsert),
  row('M-#', 'insert-comment', 'Make the line a comment and run it', edit.insertComment),
  row('C-_ C-x+C-u', 'undo', 'Undo', edit.undo),
  row('M-r C-M-r', 'revert-line', 'Undo all that was done to the line', edit.revertLine),
  row('Tab', 'complete', 'Complete as far as is certain; again for a menu', complete),
  row('M-? M-=', 'possible-completions', 'Open the menu of completions', possibleCompletions),
  row('Paste', 'bracketed-paste-begin', 'Insert what is pasted as text; nothing runs', edit.bracketedPaste),
  row('C-l', 'clear-screen', 'Clear the screen', () => ({ effect: { kind: 'clear' } })),
  row('PageUp S-PageUp', 'scroll-page-up', 'Scroll back a page', scrollPage(-1)),
  row('PageDown S-PageDown', 'scroll-page-down', 'Scroll on a page', scrollPage(1)),
  row('C-c', 'interrupt', 'Give the line up', interrupt),
  row('C-g', 'abort', 'Leave the search, the menu or the numeric argument', () => ({})),
  row('Escape', 'leave', 'Leave the menu or the search; Tab then leaves the terminal', () => ({ escaped: true })),
];

const byChord = new Map(bindings.flatMap(({ chords, action }) => chords.split(' ').map((chord): [string, Action] => [chord, action])));

/** What a chord does; a Meta chord in upper case does what it does in lower case (readline's do-lowercase-version). */
export const actionOf = (chord: string): Action | undefined =>
  byChord.get(chord) ?? (/^M-\p{Lu}$/u.test(chord) ? byChord.get(chord.toLowerCase().replace('m-', 'M-')) : undefined);
