/** A real pseudo-terminal to test in: a pane of tmux, on a server of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Milliseconds until what is waited for must have come, and between two looks. */
const PATIENCE = 20_000;
const GLANCE = 50;

/** The prompt of the shell around. */
export const OUTER = 'outer>';

const tmux = (server: string, ...args: readonly string[]): string => {
  try {
    return execFileSync('tmux', ['-L', server, '-f', '/dev/null', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error('these tests need tmux: install it (on Debian, `apt-get install tmux`) and run them again');
  }
};

/** How a pane begins. */
export interface PaneOptions {
  readonly columns?: number;
  readonly rows?: number;
}

/** A terminal with bash in it, which edits no lines and so sends no sequences of its own. */
export class Pane {
  static #count = 0;
  readonly #server = `cvsh-${process.pid}-${Pane.#count++}`;
  readonly #directory = mkdtempSync(join(tmpdir(), 'cvsh-pane-'));

  constructor({ columns = 80, rows = 24 }: PaneOptions = {}) {
    const settings = ['-e', `PS1=${OUTER} `, '-e', `XDG_STATE_HOME=${this.stateHome}`];
    const size = ['-x', String(columns), '-y', String(rows)];
    this.#tmux('new-session', '-d', ...size, ...settings, 'bash', '--norc', '--noprofile', '--noediting');
    this.#tmux('pipe-pane', '-o', `cat > '${this.#log}'`);
  }

  get #log(): string {
    return join(this.#directory, 'log');
  }

  /** Where the shell keeps its history. */
  get stateHome(): string {
    return join(this.#directory, 'state');
  }

  /** Where the process to be killed writes its number. */
  get pidFile(): string {
    return join(this.#directory, 'pid');
  }

  /** Sends a signal to the process whose number is in `pidFile`. */
  kill(signal: NodeJS.Signals): void {
    process.kill(Number(readFileSync(this.pidFile, 'utf8')), signal);
  }

  #tmux(...args: readonly string[]): string {
    return tmux(this.#server, ...args);
  }

  /** Types text, and Enter after it. */
  line(text: string): void {
    this.type(text);
    this.press('Enter');
  }

  type(text: string): void {
    this.#tmux('send-keys', '-l', text);
  }

  /** Presses keys by tmux's names: `Enter`, `Tab`, `C-c`. */
  press(...keys: readonly string[]): void {
    this.#tmux('send-keys', ...keys);
  }

  resize(columns: number, rows: number): void {
    this.#tmux('resize-window', '-x', String(columns), '-y', String(rows));
  }

  /** The rows that show something, without blanks at their ends. */
  rows(): readonly string[] {
    return this.#tmux('capture-pane', '-p')
      .split('\n')
      .map((row) => row.trimEnd())
      .filter((row) => row !== '');
  }

  /** All that was sent to the terminal so far. */
  sent(): string {
    return readFileSync(this.#log, 'utf8');
  }

  /** The terminal's state by one of tmux's formats, such as `alternate_on`. */
  state(format: string): string {
    return this.#tmux('display-message', '-p', `#{${format}}`).trim();
  }

  /** Waits until the rows are as wanted; answers them. */
  async until(wanted: (rows: readonly string[]) => boolean): Promise<readonly string[]> {
    for (const end = Date.now() + PATIENCE; ; ) {
      const rows = this.rows();
      if (wanted(rows)) return rows;
      if (Date.now() > end) throw new Error(`what was waited for (${wanted}) did not come:\n${rows.join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, GLANCE));
    }
  }

  /** Waits until the last row is this. */
  last(row: string): Promise<readonly string[]> {
    return this.until((rows) => rows.at(-1) === row);
  }

  /** Waits until a row holds the text. */
  shows(text: string): Promise<readonly string[]> {
    return this.until((rows) => rows.some((row) => row.includes(text)));
  }

  /** Ends all that runs in it. */
  close(): void {
    this.#tmux('kill-server');
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
