/** What the line editor needs of its owner, and what its owner can ask of it. */
import type { Key } from '../term/key.ts';
import type { Line } from '../term/style.ts';
import type { CompletionResult, Mode } from './state.ts';

/** Where lines are kept; the owner decides how. */
export interface LineHistory {
  /** Oldest first. Each call may give the same array. */
  entries(): readonly string[];
  /** A line that is worth an entry was accepted. */
  add(line: string): void;
}

/** What the editor needs of its owner. */
export interface ReadlinePort {
  readonly history: LineHistory;
  /** Trusted output: called once for each batch of keys. */
  write(ansi: string): void;
  columns(): number;
  rows(): number;
  /** Candidates for the word at `cursor`. A late answer to a line that has changed is dropped. */
  complete(text: string, cursor: number): Promise<CompletionResult>;
  /** The text with its looks: the pieces together are the text, newlines included. */
  highlight(text: string): Line;
  /** A whole line that starts with `text`, to propose where history has none. */
  hint(text: string): string | undefined;
  /** Whether the text is a whole script; false asks for another line. Undefined while that is not known: `refresh` tells when it is. */
  isComplete(text: string): boolean | undefined;
  /** Scroll by pages, negative towards the past. */
  scroll(pages: number): void;
  /** Takes keys back that came behind the one that ended the line, where `feed` could not return them. */
  unread(keys: readonly Key[]): void;
  /** The line or its cursor may have changed without a call: an answer came. */
  edited(): void;
}

/** How a line ended: accepted, given up by C-c, or C-d on an empty line. */
export type Outcome = { readonly kind: 'accept'; readonly line: string } | { readonly kind: 'interrupt' } | { readonly kind: 'eof' };

/** What is to be read. */
export interface Reading {
  readonly prompt: Line;
  /** Before each further line of a text of several; `> ` if left out. */
  readonly continuation?: Line;
  /** A whole line proposed on the empty line, taken by →: what the user may have meant. */
  readonly suggestion?: string;
  /** What the empty line says; it cannot be taken. */
  readonly placeholder?: string;
  /** What stands dim at the right of the empty line. */
  readonly aside?: string;
  /** Text already typed. */
  readonly prefill?: string;
}

/** The line editor. It reads one line at a time. */
export interface Readline {
  /** Shows the prompt and reads; `done` is called once, with the line already left and the cursor below it. */
  read(reading: Reading, done: (outcome: Outcome) => void): void;
  /**
   * Takes keys, and writes once. What follows the key that ended the line is given back. The first call loads the less
   * usual keys; one that comes before they are there waits for them, and all behind it.
   */
  feed(keys: readonly Key[]): readonly Key[];
  /** Ends the reading with the line as it stands, without an outcome; the history does not keep it. */
  leave(): void;
  /** Whether a line is being read. */
  isReading(): boolean;
  text(): string;
  /** Rows that it takes on the screen, and how many of them are above the cursor. */
  extent(): { readonly rows: number; readonly above: number };
  /** In units of `text()`. */
  cursor(): number;
  /** Replaces the line; what may not be shown is made visible. */
  setText(text: string, cursor?: number): void;
  /** Whether Tab is for the editor: there is something to complete, and Escape was not the key before. */
  wantsTab(): boolean;
  /** How the next key is read; the same value as long as that is so. */
  mode(): Mode;
  /** Whether the menu is open, so that S-Tab is for the editor. */
  isMenuOpen(): boolean;
  /** Takes the editor off the screen, the cursor where its prompt began: before a resize, or to print above it. */
  hide(): void;
  /** Puts it back; where it was not hidden, after the terminal has changed its size and reflowed what it showed. */
  show(): void;
  /** The looks or the hint may have changed. */
  refresh(): void;
}

/** Whether a line is worth an entry: not empty, not begun with a blank, and not the newest entry again. */
export const isWorthKeeping = (line: string, newest: string | undefined): boolean => line !== '' && !/^\s/.test(line) && line !== newest;
