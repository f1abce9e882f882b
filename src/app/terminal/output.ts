/** The terminal's side of standard output: it cleans text, paints styles, tracks the column, and waits when the terminal is behind. */
import type { Writer } from '../../os/stream.ts';
import { paint } from '../../term/ansi.ts';
import { clean } from '../../term/clean.ts';
import type { Line, Piece, Style } from '../../term/style.ts';
import { cells } from '../../term/width.ts';
import type { Terminal } from './terminal.ts';

/** Characters that can wait in the terminal before writers wait too. */
const HIGH_WATER = 32_768;

const TAB = 8;

/** Takes everything that is printed, as clean text. */
export type OutputListener = (piece: Piece) => void;

/** Standard output and error of whatever runs on the terminal. */
export class Output {
  readonly #terminal: Terminal;
  readonly #listener: OutputListener;
  readonly #aside: (print: () => void) => void;
  #column = 0;
  /** A command's output is to begin a row below its line. */
  #isFresh = false;
  #waiting = 0;
  #drained: (() => void)[] = [];

  /** `aside` lets a job print while a line is being typed: it makes room, and puts the line back. */
  constructor(terminal: Terminal, listener: OutputListener, aside: (print: () => void) => void) {
    this.#terminal = terminal;
    this.#listener = listener;
    this.#aside = aside;
  }

  /** The column after the last output, from 0; more than the terminal's width if a line wrapped. */
  get column(): number {
    return this.#column;
  }

  /** Call this when something else has put the cursor at the start of a line. */
  resetColumn(): void {
    this.#column = 0;
  }

  /** Leaves a row free before what is printed next. */
  makeRoom(): void {
    this.#isFresh = true;
  }

  /** Leaves a row free below what was printed. */
  closeRoom(): void {
    this.#isFresh = false;
    this.raw('\r\n');
  }

  /** Writes untrusted text in one style, without waiting. */
  print(text: string, style?: Style): void {
    this.#show(text, style, this.#listener);
  }

  /** Writes lines, each with its newline, without waiting. */
  printLines(lines: readonly Line[]): void {
    for (const line of lines) {
      for (const { text, style } of line) this.print(text, style);
      this.print('\n');
    }
  }

  /** Shows what is typed, but does not tell the listener, since it can still be erased. */
  echo(text: string): void {
    this.#show(text, undefined, () => {});
  }

  /** Erases the last `cells` columns that `echo` has shown. */
  unecho(cells: number): void {
    this.#column -= cells;
    this.raw('\b'.repeat(cells) + ' '.repeat(cells) + '\b'.repeat(cells));
  }

  /** Gives the listener a line that was echoed. */
  record(text: string): void {
    this.#listener({ text: clean(text) });
    this.#listener({ text: '\n' });
  }

  #show(text: string, style: Style | undefined, listener: OutputListener): void {
    let painted = '';
    if (this.#isFresh && text !== '') {
      this.#isFresh = false;
      painted = '\r\n';
    }
    const lines = clean(text).split('\n');
    lines.forEach((part, index) => {
      if (index > 0) {
        painted += '\r\n';
        this.#column = 0;
        listener({ text: '\n' });
      }
      if (part === '') return;
      const piece: Piece = style ? { text: this.#expandTabs(part), style } : { text: this.#expandTabs(part) };
      painted += paint(piece);
      this.#column += cells(piece.text);
      listener(piece);
    });
    this.raw(painted);
  }

  /** Sends a trusted sequence. */
  raw(data: string): void {
    if (data === '') return;
    this.#waiting += data.length;
    this.#terminal.write(data, () => {
      this.#waiting -= data.length;
      if (this.#waiting > HIGH_WATER / 2) return;
      const drained = this.#drained;
      this.#drained = [];
      for (const resolve of drained) resolve();
    });
  }

  /** Resolves when the terminal has caught up; at once if it is not far behind. */
  async settle(): Promise<void> {
    while (this.#waiting > HIGH_WATER) {
      await new Promise<void>((resolve) => {
        this.#drained.push(resolve);
      });
    }
  }

  /** The stream that a job writes to; it fails once `signal` is aborted. */
  writer(signal: AbortSignal): Writer {
    const terminal = this.#terminal;
    return {
      isTty: true,
      get columns() {
        return terminal.columns;
      },
      write: async (text, style) => {
        signal.throwIfAborted();
        this.#aside(() => this.print(text, style));
        await this.settle();
        signal.throwIfAborted();
      },
      close: () => {},
    };
  }

  #expandTabs(text: string): string {
    if (!text.includes('\t')) return text;
    let expanded = '';
    let column = this.#column;
    text.split('\t').forEach((part, index) => {
      if (index > 0) {
        const gap = TAB - (column % TAB);
        expanded += ' '.repeat(gap);
        column += gap;
      }
      expanded += part;
      column += cells(part);
    });
    return expanded;
  }
}
