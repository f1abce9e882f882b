/** What the line editor knows between two keys, and the text of its line. */
import type { Key } from '../term/key.ts';
import { graphemeEnd, graphemeStart } from '../term/width.ts';

/** Units that a line holds at most. */
export const LINE_LIMIT = 4096;

/** Text with the cursor as an index in units, always between graphemes. */
export interface Buffer {
  readonly text: string;
  readonly cursor: number;
}

/** What the next key may continue: readline's "last command" where it matters. */
export type Chain =
  | { readonly kind: 'insert'; readonly length: number }
  | { readonly kind: 'kill' }
  | { readonly kind: 'yank'; readonly start: number }
  | { readonly kind: 'last-argument'; readonly start: number; readonly index: number }
  | { readonly kind: 'vertical'; readonly column: number }
  | { readonly kind: 'complete' }
  | { readonly kind: 'menu' };

/** Where the user stands in the history; `index` is the number of entries while on the new line. */
export interface HistoryPlace {
  readonly index: number;
  /** What the user has made of entries, and of the new line (the draft), by index. */
  readonly edits: ReadonlyMap<number, string>;
  /** The start that entries must have; kept while the found entry stands as it was. */
  readonly prefix: string;
}

/** What the owner of the editor must do after a key. */
export type Effect =
  | { readonly kind: 'accept'; readonly line: string }
  /** The key, and all behind it, wait until more is known of the line. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'interrupt' }
  | { readonly kind: 'eof' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'scroll'; readonly pages: number }
  | { readonly kind: 'complete'; readonly menu: boolean };

/** One way to complete the word at the cursor. */
export interface Candidate {
  /** What replaces the span, quoted as the user began to quote it. */
  readonly value: string;
  /** What the menu shows. */
  readonly label: string;
  /** In a few words, or in several that stand in columns. */
  readonly description?: string | readonly string[];
  /** Whether the word ends with it, so that a space may follow. */
  readonly final: boolean;
}

/** The candidates for the text from `start` to `end`, in the order in which they are to be offered. */
export interface CompletionResult {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly Candidate[];
}

/** An open menu of candidates; the chosen one, if any, already stands in the line. */
export interface Menu {
  readonly kind: 'menu';
  readonly result: CompletionResult;
  /** Those of the result that match, best first. */
  readonly shown: readonly Candidate[];
  /** -1 while none is chosen. */
  readonly chosen: number;
  /** The line as typed, without the chosen candidate. */
  readonly typed: Buffer;
}

/** An incremental search through the history. */
export interface Search {
  readonly kind: 'search';
  readonly query: string;
  readonly forward: boolean;
  /** The entry shown. */
  readonly index: number;
  readonly failed: boolean;
  /** The line and its place before the search. */
  readonly origin: Buffer & { readonly place: HistoryPlace };
}

/** How the next key is read. */
export type Mode =
  | { readonly kind: 'edit' }
  | { readonly kind: 'quote' }
  | { readonly kind: 'find'; readonly forward: boolean; readonly count: number }
  | Search
  | Menu;

/** The whole state; a new one for each key. */
export interface State extends Buffer {
  readonly mode: Mode;
  readonly mark: number;
  /** Newest last. */
  readonly undo: readonly Buffer[];
  /** The kill ring, newest first. */
  readonly kills: readonly string[];
  readonly chain: Chain | undefined;
  readonly place: HistoryPlace;
  /** The chords of a sequence so far: empty, or `C-x `. */
  readonly prefix: string;
  /** The numeric argument as typed so far. */
  readonly argument: string;
  /** The whole line that the ghost hint proposes, or an empty text. */
  readonly hint: string;
  /** A word to the user, until the next key. */
  readonly message: string;
  /** Escape was the last key: Tab leaves the terminal. */
  readonly escaped: boolean;
  readonly effect: Effect | undefined;
}

/** What an action sees besides the state. */
export interface KeyPress {
  readonly key: Key;
  /** The numeric argument, 1 if there is none. */
  readonly count: number;
  /** Whether a numeric argument was given. */
  readonly counted: boolean;
  /** Oldest first. */
  readonly history: readonly string[];
  /** Whether the shell could run this text as it stands, or needs more lines. */
  isComplete(text: string): boolean | undefined;
}

/** The fields that change; those left out keep their value, but chain, message and effect end with each key. */
export type Change = Partial<State>;

/** One editing act: the change it makes to the state. */
export type Action = (state: State, pressed: KeyPress) => Change;

/** An empty line after `entries` entries, keeping the kill ring of the line before. */
export const freshState = (entries: number, kills: readonly string[] = []): State => ({
  text: '',
  cursor: 0,
  mode: { kind: 'edit' },
  mark: 0,
  undo: [],
  kills,
  chain: undefined,
  place: { index: entries, edits: new Map(), prefix: '' },
  prefix: '',
  argument: '',
  hint: '',
  message: '',
  escaped: false,
  effect: undefined,
});

/** `start` to `end` of the text replaced by `replacement`, the cursor behind it. */
export const splice = (text: string, start: number, end: number, replacement: string): Buffer => ({
  text: text.slice(0, start) + replacement + text.slice(end),
  cursor: start + replacement.length,
});

/** `text` at the cursor, or as much of it as the line still holds, with a message if that is not all. */
export const insert = (buffer: Buffer, text: string): Change => {
  const room = LINE_LIMIT - buffer.text.length;
  if (text.length <= room) return splice(buffer.text, buffer.cursor, buffer.cursor, text);
  const kept = text.slice(0, graphemeEnd(text, room) > room ? graphemeStart(text, room + 1) : room);
  return { ...splice(buffer.text, buffer.cursor, buffer.cursor, kept), message: `A line holds at most ${LINE_LIMIT} characters.` };
};
