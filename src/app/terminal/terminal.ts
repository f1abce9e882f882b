/** The port to a terminal emulator: xterm.js in the browser, the real tty under Node, a headless one in the tests. */

export interface Terminal {
  readonly columns: number;
  readonly rows: number;
  /** Whether the bytes of a key can arrive in several pieces, as from a real tty. */
  readonly splitsKeys: boolean;
  /** Sends trusted output (its text cleaned, its sequences from term/ansi); calls `done` once the terminal has taken it. */
  write(data: string, done?: () => void): void;
  /** Tells `listener` what the keyboard, a paste or the mouse sends. */
  onData(listener: (data: string) => void): void;
  /** Calls `listener` before the terminal reflows its content, if it can. */
  beforeResize(listener: () => void): void;
  /** Returns a function that stops listening. */
  onResize(listener: () => void): () => void;
  /** Moves the view over the scrollback by pages; negative is up. */
  scrollPages(pages: number): void;
  scrollToBottom(): void;
  /** Remembers the line just accepted; `showBeginning` scrolls back to it if its output is longer than the screen. */
  markLine?(): void;
  showBeginning?(): void;
  /** What is written from here on outlives `lift`. */
  mark?(): void;
  /** Scrolls what stands above the line just accepted out of sight, where the terminal can; resolves once it has. */
  lift?(): Promise<void>;
}
