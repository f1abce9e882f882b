/** The shell as the app sees it, whichever thread it runs in. */
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
  /** What `jobs` says of the background jobs that have ended; told once. */
  takeEnded(): readonly string[];
  /** The line that was probably meant by the last one, if it named a command that does not exist; told once. */
  takeSuggestion(): string | undefined;
  /** The text with its looks, as far as they are known yet; the pieces together are the text. */
  highlight(text: string): Line;
  /** A whole line that starts with `text`, if one is known. */
  hint(text: string): string | undefined;
  /** Whether the text is a whole script; undefined while the answer is on its way, and `refreshed` tells when it is there. */
  isComplete(text: string): boolean | undefined;
  complete(text: string, cursor: number): Promise<CompletionResult>;
  /** Whether a link may run the line by itself. */
  mayLink(line: string): Promise<boolean>;
  /** Runs a line, one at a time; a `linked` one in a shell of its own that can change nothing. */
  run(source: string, io: LineIo, linked: boolean): Running;
  /** Stops whatever runs. A shell that does not answer is replaced. */
  interrupt(): void;
  /** The terminal has another size. */
  resized(size: Size): void;
  /** Ends the shell. */
  terminate(): void;
}

/** What a shell tells without being asked. */
export interface ShellListeners {
  /** The looks of the line are there, or background jobs have ended. */
  refreshed(): void;
  /** A shell that did not answer was replaced: variables and jobs are gone; files, history and directory are not. */
  replaced(): void;
  /** The line that runs has not answered for some seconds. */
  hung(): void;
  /** Keys that a program did not take; they go before those that wait. */
  unread(keys: readonly Key[]): void;
}
