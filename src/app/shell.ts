/** The shell as the app sees it, whichever thread it runs in. */
import type { Phrase } from '../locales/speech.ts';
import type { Size } from '../os/tty.ts';
import type { CompletionResult } from '../readline/state.ts';
import type { LineIo, Running } from '../shell/session.ts';
import type { Key } from '../term/key.ts';
import type { Line } from '../term/style.ts';

export interface Shell {
  readonly cwd: string;
  readonly status: number;
  /** Whether a line called `exit`. */
  readonly exited: boolean;
  /** What `jobs` says about background jobs that have ended; each is reported once. */
  takeEnded(): readonly string[];
  /** What the last line probably meant, if it named a command that does not exist; returned once. */
  takeSuggestion(): string | undefined;
  /** The text with its styles, as far as they are known; the pieces together are the text. */
  highlight(text: string): Line;
  /** A whole line that starts with `text`, if one is known. */
  hint(text: string): string | undefined;
  /** Whether the text is a whole script; undefined until the answer arrives, which `refreshed` reports. */
  isComplete(text: string): boolean | undefined;
  complete(text: string, cursor: number): Promise<CompletionResult>;
  /** Whether a link can run the line by itself. */
  mayLink(line: string): Promise<boolean>;
  /** Runs a line, one at a time; a `linked` one in a shell of its own that can change nothing. */
  run(source: string, io: LineIo, linked: boolean): Running;
  /** Stops the running line. A shell that does not respond is replaced. */
  interrupt(): void;
  /** The terminal's size has changed. */
  resized(size: Size): void;
  /** Ends the shell. */
  terminate(): void;
}

/** What a shell reports without being asked. */
export interface ShellListeners {
  /** The line's styles have arrived, or background jobs have ended. */
  refreshed(): void;
  /** What the visitor should know: a shell that did not respond was replaced, or a line has not responded for some seconds. */
  note(text: Phrase): void;
  /** Keys that a program did not read; they go in front of those that wait. */
  unread(keys: readonly Key[]): void;
}
