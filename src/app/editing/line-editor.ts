/** The line editor on the terminal. It uses as much of the shell as has loaded; before that, a line is plain text. */
import type { LineHistory, Outcome, Reading, Readline } from '../../readline/port.ts';
import { createReadline } from '../../readline/readline.ts';
import type { CompletionResult, Mode } from '../../readline/state.ts';
import type { Key } from '../../term/key.ts';
import { line as lineOf } from '../../term/style.ts';
import type { ShellLoader } from '../shell-loader.ts';
import type { Keyboard } from '../terminal/keyboard.ts';
import type { Output } from '../terminal/output.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** What it works with. */
export interface LineEditorParts {
  readonly terminal: Terminal;
  readonly output: Output;
  readonly keyboard: Keyboard;
  readonly loader: ShellLoader;
  readonly history: LineHistory;
}

/** Gets the line when it or its cursor has changed; the cursor counts units of the text. */
export type EditListener = (text: string, cursor: number) => void;

/** The line being typed, at the prompt or for a job. */
export class LineEditor {
  readonly #readline: Readline;
  readonly #output: Output;
  readonly #keyboard: Keyboard;
  readonly #listeners = new Set<EditListener>();
  #completed: (result: CompletionResult) => void = () => {};
  /** The line that a job reads. */
  #jobs = '';

  constructor({ terminal, output, keyboard, loader, history }: LineEditorParts) {
    this.#output = output;
    this.#keyboard = keyboard;
    this.#readline = createReadline({
      history,
      write: (ansi) => output.raw(ansi),
      columns: () => terminal.columns,
      rows: () => terminal.rows,
      complete: async (text, cursor) => {
        const result = await (await loader.wake()).complete(text, cursor);
        this.#completed(result);
        return result;
      },
      highlight: (text) => loader.shell?.highlight(text) ?? lineOf(text),
      hint: (text) => loader.shell?.hint(text),
      isComplete: (text) => (loader.shell ? loader.shell.isComplete(text) : true),
      scroll: (pages) => terminal.scrollPages(pages),
      unread: (keys) => keyboard.unread(keys),
      edited: () => this.#tell(this.text, this.cursor),
    });
    terminal.beforeResize(() => this.#readline.hide());
    terminal.onResize(() => this.#readline.show());
  }

  /** Whether a line is being typed; else a job has the keys. */
  get isReading(): boolean {
    return this.#readline.isReading();
  }

  get text(): string {
    return this.isReading ? this.#readline.text() : this.#jobs;
  }

  /** Rows on the screen, and how many of them are above the cursor; undefined while a job has the keys. */
  get extent(): { readonly rows: number; readonly above: number } | undefined {
    return this.isReading ? this.#readline.extent() : undefined;
  }

  /** How the next key is read. */
  get mode(): Mode {
    return this.#readline.mode();
  }

  /** In units of the text. */
  get cursor(): number {
    return this.isReading ? this.#readline.cursor() : this.#jobs.length;
  }

  /** Shows the prompt and reads a line; `done` is called once. */
  read(reading: Reading, done: (outcome: Outcome) => void): void {
    this.#readline.read(reading, (outcome) => {
      this.mirror('');
      done(outcome);
    });
    this.#tell(this.text, this.cursor);
  }

  /** Ends the reading with the line as it stands, without an outcome. */
  leave(): void {
    this.#readline.leave();
    this.mirror('');
  }

  /** Takes a key; the keys that it does not use go back to the keyboard. */
  feed(key: Key): void {
    this.#keyboard.unread(this.#readline.feed([key]));
    if (this.isReading) this.#tell(this.text, this.cursor);
  }

  /** Replaces the line. */
  setText(text: string, cursor?: number): void {
    this.#readline.setText(text, cursor);
    this.#tell(this.text, this.cursor);
  }

  /** The line that a job reads is this now. */
  mirror(line: string): void {
    this.#jobs = line;
    this.#tell(line, line.length);
  }

  /** The styles or the hint may have changed. */
  refresh(): void {
    this.#readline.refresh();
  }

  /** Tells `listener` of each change from now on. */
  onEdited(listener: EditListener): void {
    this.#listeners.add(listener);
  }

  /** Tells `listener` what each completion has found. */
  onCompleted(listener: (result: CompletionResult) => void): void {
    this.#completed = listener;
  }

  /** Prints while a line is being typed: the line makes room, and comes back below. */
  printAbove(print: () => void): void {
    if (!this.isReading) {
      print();
      return;
    }
    this.#readline.hide();
    print();
    if (this.#output.column > 0) this.#output.print('\n');
    this.#readline.show();
  }

  /** Whether Tab, or with `back` Shift-Tab, is for the terminal; else it moves the focus (WCAG 2.1.2). */
  wantsTab(back: boolean): boolean {
    // A job gets Tab, except after Escape: Escape, then Tab, leaves the terminal.
    if (!this.isReading) return !back && this.#keyboard.last !== 'Escape';
    return back ? this.#readline.isMenuOpen() : this.#readline.wantsTab();
  }

  #tell(text: string, cursor: number): void {
    for (const listener of this.#listeners) listener(text, cursor);
  }
}
