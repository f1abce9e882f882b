/** The interactive shell on a terminal: prompt, line, job, and again. */
import { INTERRUPTED } from '../os/status.ts';
import type { Outcome, Readline } from '../readline/port.ts';
import type { Key } from '../term/key.ts';
import { translate } from '../term/say.ts';
import type { AppListeners, AppParts } from './app-parts.ts';
import { createLineEditor } from './editing/line-editor.ts';
import type { Engine } from './engine.ts';
import { EngineLoader } from './engine-loader.ts';
import { HOME, prompt } from './prompt.ts';
import { type HistoryStore, openHistory } from './store/history.ts';
import { createSettings, type SettingsStore } from './store/settings.ts';
import { Keyboard } from './terminal/keyboard.ts';
import { Output } from './terminal/output.ts';
import { Transcript } from './transcript.ts';
import { typeOut } from './typing.ts';

/** The running app. */
export class App {
  readonly settings: SettingsStore;
  readonly history: HistoryStore;
  readonly #parts: AppParts;
  readonly #listeners: AppListeners;
  readonly #output: Output;
  readonly #keyboard: Keyboard;
  readonly #transcript = new Transcript();
  readonly #edited = new Set<(text: string, cursor: number) => void>();
  readonly #readline: Readline;
  readonly #loader: EngineLoader;
  /** Lines that wait to be typed. */
  #typing: string[] = [];
  /** The line before was given up by C-c, which the prompt shows as a failure. */
  #interrupted = false;
  /** The line to be run came from a link, not from the visitor. */
  #linked = false;

  constructor(parts: AppParts, listeners: AppListeners = {}) {
    const { host, terminal } = parts;
    this.#parts = parts;
    this.#listeners = listeners;
    this.settings = createSettings(host.storage);
    this.history = openHistory(host);
    this.#output = new Output(
      terminal,
      (piece) => this.#transcript.add(piece),
      (print) => this.#aside(print),
    );
    const never = new AbortController().signal;
    this.#keyboard = new Keyboard(terminal, (task, milliseconds) => void host.sleep(milliseconds, never).then(task));
    this.#loader = new EngineLoader(
      () => parts.load(this),
      () => this.#readline.refresh(),
    );
    this.#readline = createLineEditor({
      terminal,
      output: this.#output,
      keyboard: this.#keyboard,
      loader: this.#loader,
      history: { entries: () => this.history.entries(), add: (line) => this.#linked || this.history.add(line) },
      edited: () => this.#tellEdited(this.line, this.cursor),
    });
    terminal.beforeResize(() => this.#readline.hide());
    terminal.onResize(() => this.#readline.show());
  }

  /** Shows the first screen and gives the prompt. */
  start(): void {
    const { terminal, welcome } = this.#parts;
    this.#output.printLines(welcome(terminal.columns, terminal.rows));
    this.#publish(0);
    this.#read();
  }

  /** Takes keys as a terminal sends them, from elsewhere than the terminal. */
  receive(data: string): void {
    this.#keyboard.decode(data);
  }

  /** Loads what stands behind the prompt. */
  wake(): Promise<Engine> {
    return this.#loader.wake();
  }

  /** Types a line visibly, in place of what stands at the prompt, and runs it; while a job runs it waits. */
  type(line: string): void {
    this.#typing.push(line);
    this.#parts.terminal.scrollToBottom();
    if (this.#readline.isReading()) this.#typeNext();
  }

  /** The line being typed. */
  get line(): string {
    return this.#readline.isReading() ? this.#readline.text() : '';
  }

  /** Where in it, in units. */
  get cursor(): number {
    return this.#readline.isReading() ? this.#readline.cursor() : 0;
  }

  /** Whether a line is being typed; else a job has the keys. */
  isReading(): boolean {
    return this.#readline.isReading();
  }

  /** Replaces the line being typed, as an input method or autocorrection does. */
  setLine(text: string, cursor: number): void {
    if (!this.#readline.isReading()) return;
    void this.wake().catch(() => {});
    this.#parts.terminal.scrollToBottom();
    this.#readline.setText(text, cursor);
  }

  /** Hears of each change of the line or its cursor. */
  onEdited(listener: (text: string, cursor: number) => void): void {
    this.#edited.add(listener);
  }

  #tellEdited(text: string, cursor: number): void {
    for (const listener of this.#edited) listener(text, cursor);
  }

  /** Prints a sentence of the page's own above the line being typed. */
  note(text: string): void {
    this.#aside(() => this.#output.print(text, { role: 'muted' }));
    this.#listeners.announced?.(text);
  }

  /**
   * Brings a line from a link to the prompt, seen being typed; it runs by itself when `mayRun` and it can only read, else
   * it waits for Enter. Nothing happens while a job runs or a line is being typed.
   */
  async follow(line: string, mayRun: boolean): Promise<void> {
    const engine = await this.wake();
    const runs = mayRun && (await engine.mayLink(line));
    if (!this.#readline.isReading() || this.#readline.text() !== '') return;
    if (!runs) this.note(translate('A link suggests this line. Enter runs it.'));
    this.#keyboard.give(undefined);
    await typeOut(line, this.#parts.host, (text) => this.#readline.setText(text));
    this.#keyboard.give((key) => this.#key(key));
    if (!runs) return;
    this.#linked = true;
    this.#keyboard.feed({ chord: 'Enter', text: '' });
  }

  /** A key from elsewhere than the terminal. */
  press(key: Key): void {
    this.#parts.terminal.scrollToBottom();
    this.#keyboard.feed(key);
  }

  /** Whether Tab, or with `back` Shift-Tab, is for the terminal; else it moves the focus (WCAG 2.1.2). */
  wantsTab(back: boolean): boolean {
    // A job has Tab for itself, but for the one after Escape, by which it is left.
    if (!this.#readline.isReading()) return !back && this.#keyboard.last !== 'Escape';
    return back ? this.#readline.isMenuOpen() : this.#readline.wantsTab();
  }

  #typeNext(): void {
    const line = this.#typing.shift();
    if (line === undefined) return;
    this.#readline.setText(line);
    this.#keyboard.feed({ chord: 'Enter', text: '' });
  }

  #read(source = ''): void {
    const session = this.#loader.engine?.machine.session;
    // A job's last line without a newline must not swallow the prompt.
    if (this.#output.column > 0) this.#output.print('\n');
    for (const text of this.#loader.engine?.machine.finishedJobs() ?? []) this.#output.print(`${text}\n`);
    const suggestion = this.#loader.engine?.machine.takeSuggestion(source);
    const status = this.#interrupted ? INTERRUPTED : (session?.status ?? 0);
    const given = prompt(session?.cwd ?? HOME, HOME, status, this.#parts.terminal.columns);
    this.#readline.read({ prompt: given, ...(suggestion === undefined ? {} : { suggestion }) }, (outcome) => void this.#take(outcome));
    this.#keyboard.give((key) => this.#key(key));
    this.#listeners.prompted?.(given);
    this.#typeNext();
  }

  #key(key: Key): void {
    if (!this.#loader.engine && key.chord === 'Enter') {
      this.#await(key);
      return;
    }
    void this.wake().catch(() => {});
    this.#keyboard.unread(this.#readline.feed([key]));
    if (this.#readline.isReading()) this.#tellEdited(this.line, this.cursor);
  }

  /** Enter, and all keys after it, wait for the shell to arrive. */
  #await(enter: Key): void {
    const own = (key: Key): void => this.#key(key);
    this.#keyboard.give(undefined);
    this.wake().then(
      () => {
        this.#keyboard.unread([enter]);
        this.#keyboard.give(own);
      },
      () => {
        this.#aside(() =>
          this.#output.print(translate('The shell could not be loaded. Is the network there? Enter tries again.'), { role: 'bad' }),
        );
        this.#keyboard.give(own);
      },
    );
  }

  async #take(outcome: Outcome): Promise<void> {
    this.#keyboard.give(undefined);
    this.#output.resetColumn();
    this.#tellEdited('', 0);
    this.#interrupted = outcome.kind === 'interrupt';
    const eof = outcome.kind === 'eof';
    // An end of file leaves as `exit` does, with its EXIT trap; a shell that has not come yet has none.
    const line = outcome.kind === 'accept' ? outcome.line : eof && this.#loader.engine ? 'exit' : '';
    if (line.trim() !== '') await this.#run(line);
    if (eof || this.#loader.engine?.machine.session.exited) {
      if (this.#leave()) return;
    }
    this.#read(line);
  }

  /** Prints while a line is being typed: the line makes room, and comes back below. */
  #aside(print: () => void): void {
    if (!this.#readline.isReading()) {
      print();
      return;
    }
    this.#readline.hide();
    print();
    if (this.#output.column > 0) this.#output.print('\n');
    this.#readline.show();
  }

  async #run(source: string): Promise<void> {
    const [engine, { bindings }, { runForeground }] = await Promise.all([
      this.wake(),
      import('../readline/keymap.ts'),
      import('./terminal/foreground.ts'),
    ]);
    const { session } = this.#linked ? engine.linked() : engine.machine;
    this.#linked = false;
    this.#transcript.begin(source);
    this.#publish(
      await runForeground(source, session, {
        terminal: this.#parts.terminal,
        output: this.#output,
        keyboard: this.#keyboard,
        transcript: this.#transcript,
        keys: bindings,
        announced: (text) => this.#listeners.announced?.(text),
      }),
    );
  }

  #publish(status: number): void {
    this.#transcript.end(status);
    this.settings.setState({ transcript: this.#transcript.blocks });
  }

  /** True when somebody takes the visitor over; else, as in a tab, a new shell begins. */
  #leave(): boolean {
    const { left } = this.#listeners;
    if (left) {
      left(this.#loader.engine?.machine.session.status ?? 0);
      return true;
    }
    this.#loader.forget();
    this.note(translate('logout: here is a new shell. To leave, close the tab; F2 shows the plain page.'));
    return false;
  }
}
