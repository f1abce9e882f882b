/** The one table of keys: each action's name in readline's manual, what it does, its chords, and the doing. */
import { complete, possibleCompletions } from './completion.ts';
import { byChord, essential, type Keys } from './essential.ts';
import { acceptExpanded, yankLastArgument, yankNthArgument } from './events.ts';
import { beginningOfHistory, endOfHistory, nextHistory, nextLine, previousHistory, previousLine } from './history.ts';
import { yankPop } from './kills.ts';
import { beginningOfBuffer, endOfBuffer } from './motions.ts';
import { forwardSearchHistory, reverseSearchHistory } from './search.ts';
import type { Action } from './state.ts';
import * as transform from './transform.ts';
import { characterSearch, characterSearchBackward, exchangePointAndMark, setMark } from './transform.ts';

/** A row: an action's name, readline's own where it has one; what it does; its keys and the doing, unless they are in essential.ts. */
type Row = readonly [name: keyof typeof essential, summary: string] | readonly [name: string, summary: string, ...Keys];

/** All keys, in the order in which `help keys` lists them. */
const table: readonly Row[] = [
  ['beginning-of-line', 'Go to the start of the line'],
  ['end-of-line', 'Go to the end of the line, or take the hint'],
  ['forward-char', 'Go forward a character, or take the hint'],
  ['backward-char', 'Go back a character'],
  ['forward-word', 'Go forward a word, or take one of the hint'],
  ['backward-word', 'Go back a word'],
  ['beginning-of-buffer', 'Go to the start of all lines', 'C-Home', beginningOfBuffer],
  ['end-of-buffer', 'Go to the end of all lines', 'C-End', endOfBuffer],
  ['character-search', 'Go to the next character typed', 'C-]', characterSearch],
  ['character-search-backward', 'Go back to the character typed', 'C-M-]', characterSearchBackward],
  ['set-mark', 'Remember this place', 'C-Space', setMark],
  ['exchange-point-and-mark', 'Go to the place remembered', 'C-x+C-x', exchangePointAndMark],
  ['accept-line', 'Run the line, or go on with it if it is unfinished'],
  ['insert-newline', 'Begin another line'],
  ['previous-history', 'Fetch the entry before', 'C-p', previousHistory],
  ['next-history', 'Fetch the entry after', 'C-n', nextHistory],
  ['history-search-backward', 'Fetch the entry before that starts as typed', 'Up M-p', previousLine],
  ['history-search-forward', 'Fetch the entry after that starts as typed', 'Down M-n', nextLine],
  ['beginning-of-history', 'Fetch the first entry', 'M-<', beginningOfHistory],
  ['end-of-history', 'Return to the line being typed', 'M->', endOfHistory],
  ['reverse-search-history', 'Search back through the history; again for older', 'C-r', reverseSearchHistory],
  ['forward-search-history', 'Search forward through the history', 'C-s', forwardSearchHistory],
  ['yank-last-arg', 'Insert the last word of the entry before; again for older', 'M-. M-_', yankLastArgument],
  ['yank-nth-arg', 'Insert the first argument of the entry before', 'C-M-y', yankNthArgument],
  ['backward-delete-char', 'Delete the character before'],
  ['delete-char', 'Delete the character here'],
  ['delete-char-or-eof', 'Delete the character here; leave, on an empty line'],
  ['kill-line', 'Kill to the end of the line'],
  ['unix-line-discard', 'Kill to the start of the line'],
  ['unix-word-rubout', 'Kill back to a blank'],
  ['kill-word', 'Kill to the end of the word'],
  ['backward-kill-word', 'Kill to the start of the word'],
  ['yank', 'Insert what was killed last'],
  ['yank-pop', 'After a yank, put the kill before it in its place', 'M-y', yankPop],
  ['delete-horizontal-space', 'Delete the blanks around', 'M-\\', transform.deleteHorizontalSpace],
  ['transpose-chars', 'Drag the character before over the next', 'C-t', transform.transposeChars],
  ['transpose-words', 'Drag the word before over the next', 'M-t', transform.transposeWords],
  ['upcase-word', 'Make the word upper case', 'M-u', transform.upcaseWord],
  ['downcase-word', 'Make the word lower case', 'M-l', transform.downcaseWord],
  ['capitalize-word', 'Capitalize the word', 'M-c', transform.capitalizeWord],
  ['quoted-insert', 'Insert the next key as it is', 'C-v C-q', transform.quotedInsert],
  ['insert-comment', 'Make the line a comment and run it', 'M-#', transform.insertComment],
  ['undo', 'Undo', 'C-_ C-x+C-u', transform.undo],
  ['revert-line', 'Undo all that was done to the line', 'M-r C-M-r', transform.revertLine],
  ['complete', 'Complete as far as is certain; again for a menu', 'Tab', complete],
  ['possible-completions', 'Open the menu of completions', 'M-? M-=', possibleCompletions],
  ['bracketed-paste-begin', 'Insert what is pasted as text; nothing runs'],
  ['clear-screen', 'Clear the screen'],
  ['scroll-page-up', 'Scroll back a page'],
  ['scroll-page-down', 'Scroll on a page'],
  ['interrupt', 'Give the line up'],
  ['abort', 'Leave the search, the menu or the numeric argument'],
  ['leave', 'Leave the menu or the search; Tab then leaves the terminal'],
];

const keysOf = ([name, , ...keys]: Row): Keys => (keys.length > 0 ? (keys as Keys) : essential[name as keyof typeof essential]);

/** One row of the table as a reader sees it. */
export interface KeymapRow {
  /** Chords of key.ts, apart by blanks; two chords of a sequence are joined by `+`. */
  readonly chords: string;
  readonly name: string;
  readonly summary: string;
}

/** All bindings, in the order of the table. */
export const bindings: readonly KeymapRow[] = table.map((row) => ({ chords: keysOf(row)[0], name: row[0], summary: row[1] }));

const actions = new Map([...byChord(table.map(keysOf)), ...byChord([['Enter C-j', acceptExpanded]])]);

/** What a chord does; a Meta chord in upper case does what it does in lower case (readline's do-lowercase-version). */
export const actionOf = (chord: string): Action | undefined =>
  actions.get(chord) ?? (/^M-\p{Lu}$/u.test(chord) ? actions.get(chord.toLowerCase().replace('m-', 'M-')) : undefined);
