/** Standard input of a job on the terminal: the line discipline of canonical mode (POSIX 11.1.6). */
import type { Reader } from '../../os/stream.ts';
import type { Key } from '../../term/key.ts';
import { cells, graphemes } from '../../term/width.ts';
import type { Output } from './output.ts';

/** Characters of one line in canonical mode (MAX_CANON). */
const MAX_LINE = 4_096;

/** The keys that would type a paste. */
const pasted = (text: string): Key[] =>
  text.split(/(\r\n?|\n)/).map((part) => (/^[\r\n]/.test(part) ? { chord: 'Enter', text: '' } : { chord: part, text: part }));

/** For those who show the line by other means, such as a text field. */
export interface CookedListeners {
  /** A reader waits for the visitor. */
  waits?(): void;
  /** The line as it is now. */
  typed?(line: string): void;
}

export class CookedInput implements Reader {
  readonly isTty = true;
  readonly #output: Output;
  readonly #signal: AbortSignal;
  readonly #interrupt: (status: number) => void;
  readonly #listeners: CookedListeners;
  #keys: Key[] = [];
  #line = '';
  #wake: (() => void) | undefined;
  #reading = false;

  /** `interrupt` stops the job with a status. */
  constructor(output: Output, signal: AbortSignal, interrupt: (status: number) => void, listeners: CookedListeners = {}) {
    this.#output = output;
    this.#signal = signal;
    this.#interrupt = interrupt;
    this.#listeners = listeners;
    signal.addEventListener('abort', () => this.#wake?.(), { once: true });
  }

  /** Takes a key: signals act at once, other keys wait until the job reads. */
  feed(key: Key): void {
    if (key.chord === 'C-c' || key.chord === 'C-\\') {
      this.#output.print(key.chord === 'C-c' ? '^C\n' : '^\\\n');
      this.#interrupt(key.chord === 'C-c' ? 130 : 131);
      return;
    }
    for (const part of key.chord === 'Paste' ? pasted(key.text) : [key]) if (this.#keys.length < MAX_LINE) this.#keys.push(part);
    if (this.#reading) this.#wake?.();
  }

  /** The next line with its newline, or the text before an end-of-file key; null for an end of file on an empty line. */
  async read(): Promise<string | null> {
    this.#reading = true;
    try {
      for (;;) {
        this.#signal.throwIfAborted();
        const key = this.#keys.shift();
        if (!key) await this.#nextKey();
        else {
          const line = this.#take(key);
          this.#listeners.typed?.(this.#line);
          if (line !== undefined) return line === '' ? null : line;
        }
      }
    } finally {
      this.#reading = false;
    }
  }

  close(): void {}

  /** Removes and returns the keys that nobody has read. */
  takeUnread(): readonly Key[] {
    const keys = this.#keys;
    this.#keys = [];
    return keys;
  }

  #nextKey(): Promise<void> {
    this.#listeners.waits?.();
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** Acts on a key; returns the text to deliver: empty for an end of file, undefined while the line is unfinished. */
  #take(key: Key): string | undefined {
    switch (key.chord) {
      case 'Enter':
        this.#output.echo('\n');
        this.#output.record(this.#line);
        return this.#deliver('\n');
      case 'C-d':
        return this.#deliver('');
      case 'Backspace':
      case 'C-h':
        this.#erase();
        return undefined;
      case 'C-u':
        while (this.#line !== '') this.#erase();
        return undefined;
      default:
        this.#echo(key.text);
        return undefined;
    }
  }

  #deliver(ending: string): string {
    const line = this.#line + ending;
    this.#line = '';
    return line;
  }

  #echo(text: string): void {
    const room = text.slice(0, MAX_LINE - this.#line.length);
    this.#line += room;
    this.#output.echo(room);
  }

  #erase(): void {
    const last = [...graphemes(this.#line)].at(-1);
    if (last === undefined) return;
    this.#line = this.#line.slice(0, -last.length);
    this.#output.unecho(cells(last));
  }
}
