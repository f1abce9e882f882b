/** The port to a terminal emulator: xterm.js in the browser, the real tty under Node, a headless one in the tests. */

export interface Terminal {
  readonly columns: number;
  readonly rows: number;
  /** Whether a key's bytes may come in several pieces, as from a real tty. */
  readonly splitsKeys: boolean;
  /** Sends trusted output (its text cleaned, its sequences from term/ansi); calls `done` once the terminal has taken it. */
  write(data: string, done?: () => void): void;
  /** What the keyboard, a paste or the mouse sends. */
  onData(listener: (data: string) => void): void;
  /** Before the terminal reflows what it shows, where it can tell. */
  beforeResize(listener: () => void): void;
  /** Answers a function that stops listening. */
  onResize(listener: () => void): () => void;
  /** Moves the view over the scrollback by pages; negative is up. */
  scrollPages(pages: number): void;
  scrollToBottom(): void;
}
