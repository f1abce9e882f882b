/** The one table of keys: chords, the action's name in readline's manual, what it does, and the doing. */
import { yankLastArgument, yankNthArgument } from './arguments.ts';
import { byChord, essentialRows, type Row } from './essential.ts';
import { acceptExpanded } from './events.ts';
import { beginningOfHistory, endOfHistory, nextHistory, nextLine, previousHistory, previousLine } from './history.ts';
import { yankPop } from './kills.ts';
import { complete, possibleCompletions } from './menu.ts';
import { beginningOfBuffer, endOfBuffer } from './motions.ts';
import { characterSearch, characterSearchBackward, exchangePointAndMark, setMark } from './places.ts';
import { forwardSearchHistory, reverseSearchHistory } from './search.ts';
import type { Action } from './state.ts';
import * as transform from './transform.ts';

const furtherRows = [
  ['C-Home', 'beginning-of-buffer', beginningOfBuffer],
  ['C-End', 'end-of-buffer', endOfBuffer],
  ['C-]', 'character-search', characterSearch],
  ['C-M-]', 'character-search-backward', characterSearchBackward],
  ['C-Space', 'set-mark', setMark],
  ['C-x+C-x', 'exchange-point-and-mark', exchangePointAndMark],
  ['C-p', 'previous-history', previousHistory],
  ['C-n', 'next-history', nextHistory],
  ['Up M-p', 'history-search-backward', previousLine],
  ['Down M-n', 'history-search-forward', nextLine],
  ['M-<', 'beginning-of-history', beginningOfHistory],
  ['M->', 'end-of-history', endOfHistory],
  ['C-r', 'reverse-search-history', reverseSearchHistory],
  ['C-s', 'forward-search-history', forwardSearchHistory],
  ['M-. M-_', 'yank-last-arg', yankLastArgument],
  ['C-M-y', 'yank-nth-arg', yankNthArgument],
  ['M-y', 'yank-pop', yankPop],
  ['M-\\', 'delete-horizontal-space', transform.deleteHorizontalSpace],
  ['C-t', 'transpose-chars', transform.transposeChars],
  ['M-t', 'transpose-words', transform.transposeWords],
  ['M-u', 'upcase-word', transform.upcaseWord],
  ['M-l', 'downcase-word', transform.downcaseWord],
  ['M-c', 'capitalize-word', transform.capitalizeWord],
  ['C-v C-q', 'quoted-insert', transform.quotedInsert],
  ['M-#', 'insert-comment', transform.insertComment],
  ['C-_ C-x+C-u', 'undo', transform.undo],
  ['M-r C-M-r', 'revert-line', transform.revertLine],
  ['Tab', 'complete', complete],
  ['M-? M-=', 'possible-completions', possibleCompletions],
] as const satisfies readonly Row[];

const rows = [...essentialRows, ...furtherRows];

/** The name of an action: readline's own, where readline has it. */
export type ActionName = (typeof rows)[number][1];

/** What each action does, in the order in which `help keys` lists them. */
const summaries = {
  'beginning-of-line': 'Go to the start of the line',
  'end-of-line': 'Go to the end of the line, or take the hint',
  'forward-char': 'Go forward a character, or take the hint',
  'backward-char': 'Go back a character',
  'forward-word': 'Go forward a word, or take one of the hint',
  'backward-word': 'Go back a word',
  'beginning-of-buffer': 'Go to the start of all lines',
  'end-of-buffer': 'Go to the end of all lines',
  'character-search': 'Go to the next character typed',
  'character-search-backward': 'Go back to the character typed',
  'set-mark': 'Remember this place',
  'exchange-point-and-mark': 'Go to the place remembered',
  'accept-line': 'Run the line, or go on with it if it is unfinished',
  'insert-newline': 'Begin another line',
  'previous-history': 'Fetch the entry before',
  'next-history': 'Fetch the entry after',
  'history-search-backward': 'Fetch the entry before that starts as typed',
  'history-search-forward': 'Fetch the entry after that starts as typed',
  'beginning-of-history': 'Fetch the first entry',
  'end-of-history': 'Return to the line being typed',
  'reverse-search-history': 'Search back through the history; again for older',
  'forward-search-history': 'Search forward through the history',
  'yank-last-arg': 'Insert the last word of the entry before; again for older',
  'yank-nth-arg': 'Insert the first argument of the entry before',
  'backward-delete-char': 'Delete the character before',
  'delete-char': 'Delete the character here',
  'delete-char-or-eof': 'Delete the character here; leave, on an empty line',
  'kill-line': 'Kill to the end of the line',
  'unix-line-discard': 'Kill to the start of the line',
  'unix-word-rubout': 'Kill back to a blank',
  'kill-word': 'Kill to the end of the word',
  'backward-kill-word': 'Kill to the start of the word',
  yank: 'Insert what was killed last',
  'yank-pop': 'After a yank, put the kill before it in its place',
  'delete-horizontal-space': 'Delete the blanks around',
  'transpose-chars': 'Drag the character before over the next',
  'transpose-words': 'Drag the word before over the next',
  'upcase-word': 'Make the word upper case',
  'downcase-word': 'Make the word lower case',
  'capitalize-word': 'Capitalize the word',
  'quoted-insert': 'Insert the next key as it is',
  'insert-comment': 'Make the line a comment and run it',
  undo: 'Undo',
  'revert-line': 'Undo all that was done to the line',
  complete: 'Complete as far as is certain; again for a menu',
  'possible-completions': 'Open the menu of completions',
  'bracketed-paste-begin': 'Insert what is pasted as text; nothing runs',
  'clear-screen': 'Clear the screen',
  'scroll-page-up': 'Scroll back a page',
  'scroll-page-down': 'Scroll on a page',
  interrupt: 'Give the line up',
  abort: 'Leave the search, the menu or the numeric argument',
  leave: 'Leave the menu or the search; Tab then leaves the terminal',
} as const satisfies Readonly<Record<ActionName, string>>;

/** One row of the table as a reader sees it. */
export interface Binding {
  /** Chords of key.ts, apart by blanks; two chords of a sequence are joined by `+`. */
  readonly chords: string;
  readonly name: string;
  readonly summary: string;
}

/** All bindings, in the order of their summaries. */
export const bindings: readonly Binding[] = Object.entries(summaries).map(([name, summary]) => ({
  chords: rows.find((row) => row[1] === name)?.[0] ?? '',
  name,
  summary,
}));

const actions = new Map([...byChord(rows), ...byChord([['Enter C-j', 'accept-line', acceptExpanded]])]);

/** What a chord does; a Meta chord in upper case does what it does in lower case (readline's do-lowercase-version). */
export const actionOf = (chord: string): Action | undefined =>
  actions.get(chord) ?? (/^M-\p{Lu}$/u.test(chord) ? actions.get(chord.toLowerCase().replace('m-', 'M-')) : undefined);
