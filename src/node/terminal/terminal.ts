/** The real terminal: in raw mode while we have it, suspended and continued like any program, and restored in the end. */
import type { Terminal } from '../../app/terminal/terminal.ts';
import { bracketedPasteOff, bracketedPasteOn } from '../../term/ansi.ts';
import { foreign } from './foreign.ts';
import { Modes } from './modes.ts';

const INTERRUPT = '\x03';
const SUSPEND = '\x1a';

/** Signals that end the shell, by their numbers. */
const deadly = [
  ['SIGHUP', 1],
  ['SIGQUIT', 3],
  ['SIGTERM', 15],
] as const;

/** The size of a terminal that does not report one. */
const COLUMNS = 80;
const ROWS = 24;

/** Whether the environment wants colour (no-color.org). */
const wantsColour = (): boolean => !process.env['NO_COLOR'];

/** Whether standard input and output are a terminal that supports control sequences. */
export const isCapable = (): boolean => process.stdin.isTTY === true && process.stdout.isTTY === true && process.env['TERM'] !== 'dumb';

/** The process's terminal as the app's port. We have it from `open` to `close`, however the process ends. */
export class NodeTerminal implements Terminal {
  readonly splitsKeys = true;
  readonly #modes = new Modes();
  readonly #keys = new Set<(data: string) => void>();
  readonly #hiding = new Set<() => void>();
  readonly #resized = new Set<() => void>();
  readonly #coloured = wantsColour();
  #isOpen = false;
  #held = '';
  #written: (() => void)[] = [];

  get columns(): number {
    return process.stdout.columns || COLUMNS;
  }

  get rows(): number {
    return process.stdout.rows || ROWS;
  }

  write(data: string, done?: () => void): void {
    this.#modes.see(data);
    if (!this.#isOpen) {
      done?.();
      return;
    }
    // A terminal is written to synchronously: keys must have their turn between what is printed, however much that is.
    if (this.#held === '') setImmediate(this.#flush);
    this.#held += foreign(data, this.#coloured);
    if (done) this.#written.push(done);
  }

  readonly #flush = (): void => {
    const [held, written] = [this.#held, this.#written];
    this.#held = '';
    this.#written = [];
    if (held === '') return;
    process.stdout.write(held, () => {
      for (const done of written) done();
    });
  };

  onData(listener: (data: string) => void): void {
    this.#keys.add(listener);
  }

  beforeResize(listener: () => void): void {
    this.#hiding.add(listener);
  }

  onResize(listener: () => void): () => void {
    this.#resized.add(listener);
    return () => void this.#resized.delete(listener);
  }

  scrollPages(): void {}
  scrollToBottom(): void {}

  /** Takes the terminal. */
  open(): void {
    const { stdin, stdout } = process;
    this.#isOpen = true;
    this.#take();
    stdin.setEncoding('utf8').on('data', this.#receive).on('end', this.#hangUp);
    stdout.on('resize', this.#repaint);
    // A closed terminal takes no output.
    stdout.on('error', this.#hangUp);
    process.on('exit', this.#release).on('SIGTSTP', this.#suspend).on('SIGCONT', this.#continue).on('SIGINT', this.#interrupt);
    for (const [name] of deadly) process.on(name, this.#die);
    process.on('uncaughtException', this.#crash);
  }

  /** Gives the terminal back, with the cursor at the start of a line. */
  close(): void {
    if (!this.#isOpen) return;
    const { stdin, stdout } = process;
    this.#release();
    stdin.off('data', this.#receive).off('end', this.#hangUp).pause();
    stdout.off('resize', this.#repaint).off('error', this.#hangUp);
    process.off('exit', this.#release).off('SIGTSTP', this.#suspend).off('SIGCONT', this.#continue).off('SIGINT', this.#interrupt);
    for (const [name] of deadly) process.off(name, this.#die);
    process.off('uncaughtException', this.#crash);
  }

  #take(): void {
    // After a stop from outside, the mode is not the one that Node assumes.
    process.stdin.setRawMode(false).setRawMode(true);
    process.stdout.write(bracketedPasteOn + this.#modes.redo);
  }

  readonly #release = (): void => {
    if (!this.#isOpen) return;
    this.#flush();
    this.#isOpen = false;
    process.stdout.write(this.#modes.undo + bracketedPasteOff);
    process.stdin.setRawMode(false);
  };

  readonly #receive = (data: string): void => {
    const [first = '', ...rest] = data.includes('\x1b[200~') ? [data] : data.split(SUSPEND);
    this.#deliver(first);
    for (const part of rest) {
      this.#suspend();
      this.#deliver(part);
    }
  };

  #deliver(data: string): void {
    if (data !== '') for (const listener of this.#keys) listener(data);
  }

  readonly #repaint = (): void => {
    for (const listener of this.#resized) listener();
  };

  /** Stops the whole process group, as the terminal's own driver would; a shell that is its leader's child comes back to the fore. */
  readonly #suspend = (): void => {
    for (const listener of this.#hiding) listener();
    this.#flush();
    process.stdout.write(this.#modes.undo + bracketedPasteOff);
    process.stdin.setRawMode(false);
    process.off('SIGTSTP', this.#suspend);
    process.kill(0, 'SIGTSTP');
    // Where nobody could continue it, the system did not stop it.
    process.kill(process.pid, 'SIGCONT');
  };

  readonly #continue = (): void => {
    process.off('SIGTSTP', this.#suspend).on('SIGTSTP', this.#suspend);
    this.#take();
    this.#repaint();
  };

  readonly #interrupt = (): void => this.#deliver(INTERRUPT);

  readonly #hangUp = (): void => this.#die('SIGHUP');

  readonly #die = (name: string): void => {
    for (const listener of this.#hiding) listener();
    this.#release();
    process.exit(128 + (deadly.find(([known]) => known === name)?.[1] ?? 0));
  };

  readonly #crash = (error: Error): void => {
    this.#release();
    process.stderr.write(`\n${error.stack ?? error}\n`);
    process.exit(70);
  };
}
