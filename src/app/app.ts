/** The interactive shell on a terminal: prompt, line, job, and again. */
import { english, looking, type Phrase, phrase, type Speech } from '../locales/speech.ts';
import type { Host } from '../os/host.ts';
import { INTERRUPTED } from '../os/status.ts';
import type { Outcome } from '../readline/port.ts';
import { paint } from '../term/ansi.ts';
import type { Key } from '../term/key.ts';
import type { Line } from '../term/style.ts';
import { LineEditor } from './editing/line-editor.ts';
import { HOME, prompt } from './prompt.ts';
import type { Shell, ShellListeners } from './shell.ts';
import { ShellLoader } from './shell-loader.ts';
import { type HistoryStore, openHistory } from './store/history.ts';
import { createSettings, type SettingsStore } from './store/settings.ts';
import { Keyboard } from './terminal/keyboard.ts';
import { Output } from './terminal/output.ts';
import type { Terminal } from './terminal/terminal.ts';
import { Transcript } from './transcript.ts';

/** What outlives a shell. */
export interface AppStores {
  readonly history: HistoryStore;
  readonly settings: SettingsStore;
}

/** A line that was answered before there was a shell: the page came with both. */
export interface Opening {
  readonly command: string;
  /** The line at its prompt. */
  readonly echo: Line;
  readonly answer: readonly Line[];
}

/** What an app runs on. */
export interface AppParts {
  readonly host: Pick<Host, 'now' | 'random' | 'sleep' | 'storage'>;
  readonly terminal: Terminal;
  /** The visitor's language, where it is there from the start. */
  readonly speech?: Speech;
  /** Whether a row is left free above and below what a command prints. */
  readonly isAiry?: boolean;
  /** What the first prompt says. */
  readonly invitation?: string;
  /** What is shown around the first screen, for the transcript alone. */
  readonly introduction?: readonly Line[];
  /** What the page opens with in place of the first screen. */
  readonly opening?: Opening;
  /** The first screen at the terminal's size. */
  readonly welcome: (columns: number, rows: number) => readonly Line[];
  /** Loads what stands behind the prompt; asked again after it failed. */
  readonly load: (stores: AppStores, listeners: ShellListeners) => Promise<Shell>;
}

/** What the app reports to the page or the terminal around it. */
export interface AppListeners {
  /** A sentence for a screen reader: a note, or an announcement of a job. */
  announced?(text: string, lang?: string): void;
  /** What the running command has printed, after a while and before it waits for the visitor. */
  told?(lines: readonly Line[]): void;
  /** The prompt is shown, and the visitor can type a line. */
  prompted?(prompt: Line): void;
  /** The first line is given: what stands around the first screen can go. */
  began?(): void;
  /** The visitor ended the shell. */
  left?(status: number): void;
}

const ENTER: Key = { chord: 'Enter', text: '' };

/** The running app. */
export class App implements AppStores {
  readonly settings: SettingsStore;
  readonly history: HistoryStore;
  readonly editor: LineEditor;
  /** The visitor's language; English until its sentences are there. */
  speech: Speech;
  readonly #parts: AppParts;
  readonly #listeners: AppListeners;
  readonly #output: Output;
  readonly #keyboard: Keyboard;
  readonly #transcript = new Transcript();
  readonly #loader: ShellLoader;
  /** Lines that wait to be typed. */
  #typing: string[] = [];
  /** The line before was given up by C-c, which the prompt shows as a failure. */
  #interrupted = false;
  /** Whether a line was given. */
  #hasBegun = false;
  #isLifted = false;

  constructor(parts: AppParts, listeners: AppListeners = {}) {
    const { host, terminal } = parts;
    this.#parts = parts;
    this.#listeners = listeners;
    this.speech = parts.speech ?? english;
    this.settings = createSettings(host.storage);
    this.history = openHistory(host);
    this.#output = new Output(
      terminal,
      (piece) => this.#transcript.add(piece),
      (print) => this.editor.printAbove(print),
    );
    const never = new AbortController().signal;
    this.#keyboard = new Keyboard(terminal, (task, milliseconds) => void host.sleep(milliseconds, never).then(task));
    this.#loader = new ShellLoader(() =>
      parts.load(this, {
        refreshed: () => this.editor.refresh(),
        note: (text) => this.note(text),
        unread: (keys) => this.#keyboard.unread(keys),
      }),
    );
    terminal.onResize(() => this.#loader.shell?.resized({ columns: terminal.columns, rows: terminal.rows }));
    this.editor = new LineEditor({
      terminal,
      output: this.#output,
      keyboard: this.#keyboard,
      loader: this.#loader,
      history: this.history,
    });
  }

  /** Shows the first screen and gives the prompt. */
  start(): void {
    const { terminal, welcome, introduction = [], opening } = this.#parts;
    for (const piece of introduction.flatMap((line) => [...line, { text: '\n' }])) this.#transcript.add(piece);
    if (!opening) this.#output.printLines(welcome(terminal.columns, terminal.rows));
    terminal.mark?.();
    this.#publish(0);
    if (opening) this.#open(opening);
    this.#read();
  }

  #open({ command, echo, answer }: Opening): void {
    this.#hasBegun = true;
    this.#isLifted = true;
    this.#output.raw(`${echo.map(paint).join('')}\r\n`);
    this.#parts.terminal.markLine?.();
    this.#output.makeRoom();
    this.#transcript.begin(command);
    this.#output.printLines(answer);
    this.#publish(0);
  }

  /** Takes keys as a terminal sends them, from elsewhere than the terminal. */
  receive(data: string): void {
    this.#keyboard.decode(data);
  }

  /** A key from elsewhere than the terminal. */
  press(key: Key): void {
    this.#parts.terminal.scrollToBottom();
    this.#keyboard.feed(key);
  }

  /** Loads what stands behind the prompt. */
  wake(): Promise<Shell> {
    return this.#loader.wake();
  }

  /** Types a line visibly, in place of what stands at the prompt, and runs it; while a job runs it waits. */
  type(line: string): void {
    this.#typing.push(line);
    this.#parts.terminal.scrollToBottom();
    if (this.editor.isReading) this.#typeNext();
  }

  /** Replaces the line being typed, as an input method or autocorrection does. */
  setLine(text: string, cursor: number): void {
    if (!this.editor.isReading) return;
    void this.wake().catch(() => {});
    this.#parts.terminal.scrollToBottom();
    this.editor.setText(text, cursor);
  }

  /**
   * Keeps the visitor's keys back while `type` shows a line being typed; then, if `runs`, runs the line as a link's: it can
   * change nothing, and the history does not keep it.
   */
  async demonstrate(type: (show: (text: string) => void) => Promise<void>, runs: boolean): Promise<void> {
    this.#keyboard.give(undefined);
    await type((text) => this.editor.setText(text));
    if (!runs) {
      this.#keyboard.give((key) => this.#key(key));
      return;
    }
    const line = this.editor.text;
    this.editor.leave();
    await this.#take({ kind: 'accept', line }, true);
  }

  /** Prints a sentence of the page's own above the line being typed. */
  note(sentence: Phrase): void {
    const text = this.speech.translate(sentence);
    this.editor.printAbove(() => {
      this.#output.print(text, looking(this.speech, { role: 'muted' }));
      if (!this.#parts.isAiry) return;
      this.#output.print('\n');
      this.#output.closeRoom();
    });
    this.#listeners.announced?.(text, this.speech.language);
  }

  #typeNext(): void {
    const line = this.#typing.shift();
    if (line === undefined) return;
    this.editor.setText(line);
    this.#keyboard.feed(ENTER);
  }

  #read(): void {
    const { shell } = this.#loader;
    // A job's last line without a newline must not swallow the prompt.
    if (this.#output.column > 0) this.#output.print('\n');
    for (const text of shell?.takeEnded() ?? []) {
      this.#output.print(`${text}\n`);
      this.#listeners.announced?.(text);
    }
    const suggestion = shell?.takeSuggestion();
    const status = this.#interrupted ? INTERRUPTED : (shell?.status ?? 0);
    if (this.#parts.isAiry && this.#hasBegun) this.#output.closeRoom();
    const given = prompt(shell?.cwd ?? HOME, HOME, this.#parts.isAiry ? 0 : status, this.#parts.terminal.columns);
    const aside = this.#parts.isAiry && status !== 0 ? { aside: `exit ${status}` } : {};
    this.editor.read(
      { prompt: given, ...(suggestion === undefined ? {} : { suggestion }), ...this.#invitation(), ...aside },
      (outcome) => void this.#take(outcome),
    );
    this.#keyboard.give((key) => this.#key(key));
    this.#parts.terminal.showBeginning?.();
    this.#listeners.prompted?.(given);
    this.#typeNext();
  }

  #invitation(): { readonly placeholder?: string } {
    const { invitation } = this.#parts;
    return invitation === undefined || this.#hasBegun ? {} : { placeholder: invitation };
  }

  /** The first line closes the first screen at once, whatever is still to load. */
  #begin(line: string): void {
    if (this.#hasBegun || line.trim() === '') return;
    this.#hasBegun = true;
    this.#listeners.began?.();
  }

  #key(key: Key): void {
    if (key.chord === 'Enter') this.#begin(this.editor.text);
    if (!this.#loader.shell && key.chord === 'Enter') {
      this.#awaitShell();
      return;
    }
    void this.wake().catch(() => {});
    if (key.chord === 'C-c') this.#loader.shell?.interrupt();
    this.editor.feed(key);
  }

  /** Enter, and all keys after it, wait for the shell to arrive. */
  #awaitShell(): void {
    const own = (key: Key): void => this.#key(key);
    this.#keyboard.give(undefined);
    this.wake().then(
      () => {
        this.#keyboard.unread([ENTER]);
        this.#keyboard.give(own);
      },
      () => {
        this.editor.printAbove(() =>
          this.#output.print(
            this.speech.translate(
              'Could not load the shell. Press Enter to try again; if that fails too, reload the page: it may have changed since you opened it.',
            ),
            looking(this.speech, { role: 'bad' }),
          ),
        );
        this.#keyboard.give(own);
      },
    );
  }

  /** Acts on what was typed, or `linked` came from a link. */
  async #take(outcome: Outcome, linked = false): Promise<void> {
    this.#keyboard.give(undefined);
    this.#output.resetColumn();
    this.#interrupted = outcome.kind === 'interrupt';
    const eof = outcome.kind === 'eof';
    // An end of file leaves as `exit` does, with its EXIT trap; a shell that has not come yet has none.
    const line = outcome.kind === 'accept' ? outcome.line : eof && this.#loader.shell ? 'exit' : '';
    this.#begin(line);
    if (line.trim() !== '') await this.#run(line, linked);
    if (eof || this.#loader.shell?.exited) {
      if (this.#leave()) return;
    }
    this.#read();
  }

  async #run(source: string, linked: boolean): Promise<void> {
    const [shell, { runForeground }] = await Promise.all([this.wake(), import('./terminal/foreground.ts')]);
    await this.#lift();
    this.#parts.terminal.markLine?.();
    if (this.#parts.isAiry) this.#output.makeRoom();
    this.#transcript.begin(source);
    this.#publish(
      await runForeground(source, linked, shell, {
        terminal: this.#parts.terminal,
        output: this.#output,
        keyboard: this.#keyboard,
        transcript: this.#transcript,
        announced: (text, lang) => this.#listeners.announced?.(text, lang),
        told: (lines) => this.#listeners.told?.(lines),
        sleep: this.#parts.host.sleep,
        typed: (line) => this.editor.mirror(line),
      }),
    );
  }

  /** The first line's output has the whole screen. */
  async #lift(): Promise<void> {
    if (this.#isLifted) return;
    this.#isLifted = true;
    await this.#parts.terminal.lift?.();
  }

  #publish(status: number): void {
    this.#transcript.end(status);
    this.settings.setState({ transcript: this.#transcript.blocks });
  }

  /** True when somebody takes the visitor over; else, as in a tab, a new shell begins. */
  #leave(): boolean {
    const { left } = this.#listeners;
    if (left) {
      left(this.#loader.shell?.status ?? 0);
      return true;
    }
    this.#loader.forget();
    this.note(phrase`logout: this is a new shell. To leave, close the tab; F2 shows the plain page.`);
    return false;
  }
}
