/** The controlling terminal as a program sees it: its size, keys in raw mode, and the alternate screen. */
import type { Key } from '../term/key.ts';
import type { Style } from '../term/style.ts';

/** The size of the terminal in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What a full-screen program holds while it runs. */
export interface Screen {
  readonly size: Size;
  /** Answers a function that stops listening. */
  onResize(listener: (size: Size) => void): () => void;
  /** The next key in raw mode; Ctrl-C is a key like any other. Rejects with the job's abort reason. */
  readKey(): Promise<Key>;
  /** Keys that wait, without waiting: true when `readKey` would answer at once. */
  pending(): boolean;
  /** Shows a trusted frame (its text cleaned by the canvas) and waits until the terminal took it. */
  draw(frame: string): Promise<void>;
  /** Gives the terminal back as it was. */
  close(): void;
}

/** One row of the line editor's table of keys, for `help keys`. */
export interface KeyHelp {
  /** Chords of term/key.ts, apart by blanks; two chords of a sequence are joined by `+`. */
  readonly chords: string;
  /** The action's name in readline's manual. */
  readonly name: string;
  readonly summary: string;
}

/** The controlling terminal of a job. */
export interface Tty {
  readonly size: Size;
  /** Somebody else presses the keys, as on a tour. */
  readonly isGuided?: boolean;
  /** Raw mode on the alternate screen; one at a time. `mouse` asks for clicks as keys. */
  openScreen(options?: { readonly mouse?: boolean }): Screen;
  /** Erases the screen and, when asked, the scrollback. */
  clear(scrollback: boolean): Promise<void>;
  /** Puts clean sentences, one a line, in the transcript, for those who cannot see a full-screen program. */
  announce(text: string, style?: Style): void;
  /** The keys of the line editor, where lines are typed. */
  keys?(): Promise<readonly KeyHelp[]>;
}
