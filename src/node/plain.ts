/** The interactive shell on a terminal without control sequences (TERM=dumb): a prompt, a line, its output, nothing else. */
import type { Resume } from '../../data/types.ts';
import { speechFor } from '../app/languages.ts';
import { createMachine, type Machine } from '../app/machine.ts';
import { HOME, prompt } from '../app/prompt.ts';
import { type HistoryStore, openHistory } from '../app/store/history.ts';
import { welcomeLines } from '../app/welcome.ts';
import { Stopped } from '../os/failure.ts';
import { INTERRUPTED } from '../os/status.ts';
import { plain } from '../term/style.ts';
import { nodeHost } from './host/host.ts';
import { fileStorage } from './host/storage.ts';
import { LineInput } from './line-input.ts';
import { streamWriter } from './streams.ts';

const COLUMNS = 80;
const ROWS = 24;

const say = (text: string): void => void process.stderr.write(text);

class PlainShell {
  readonly #session: Machine['session'];
  readonly #history: HistoryStore;
  readonly #input = new LineInput();
  #interrupted = false;
  #stop: () => void = () => {};

  constructor(resume: Resume) {
    const host = nodeHost(fileStorage());
    this.#history = openHistory(host);
    this.#session = createMachine({ resume, host, history: this.#history, interactive: true }).session;
    process.on('SIGINT', () => this.#stop());
  }

  /** Runs until `exit` or an end of file; returns the shell's status. */
  async run(): Promise<number> {
    for (;;) {
      const source = await this.#line();
      if (source === null) return this.#leave();
      if (source.trim() !== '') await this.#job(source);
      if (this.#session.exited) return this.#session.status;
    }
  }

  /** Reads a complete text; empty if it was interrupted, null at an end of file. */
  async #line(): Promise<string | null> {
    const { signal } = this.#stoppable();
    let source = '';
    try {
      do {
        say(source === '' ? this.#prompt() : '> ');
        const line = await this.#input.next(signal);
        if (line === null) return source === '' ? null : source;
        source += line;
      } while (!this.#session.isComplete(source));
      this.#interrupted = false;
      return source;
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      this.#interrupted = true;
      say('\n');
      return '';
    }
  }

  async #job(source: string): Promise<void> {
    this.#history.add(source.trimEnd());
    const { signal } = this.#stoppable();
    const job = this.#session.run(source, this.#io(signal));
    signal.addEventListener('abort', () => job.stop(INTERRUPTED));
    await job.finished;
    if (signal.aborted) say('\n');
  }

  #leave(): Promise<number> {
    say('exit\n');
    return this.#session.end(this.#io(new AbortController().signal));
  }

  #io(signal: AbortSignal) {
    return {
      stdin: this.#input.reader(signal),
      stdout: streamWriter(process.stdout, signal),
      stderr: streamWriter(process.stderr, signal),
    };
  }

  /** What an interrupt stops from now on. */
  #stoppable(): AbortController {
    const stopper = new AbortController();
    this.#stop = () => stopper.abort(new Stopped(INTERRUPTED));
    return stopper;
  }

  #prompt(): string {
    const { cwd, status } = this.#session;
    return plain(prompt(cwd, HOME, this.#interrupted ? INTERRUPTED : status, process.stdout.columns || COLUMNS));
  }
}

/** Shows the first screen, then runs until the visitor leaves; returns the shell's status. */
export const plainShell = async (resume: Resume): Promise<number> => {
  const { columns, rows } = process.stdout;
  for (const line of welcomeLines(resume, columns || COLUMNS, rows || ROWS, await speechFor(nodeHost().languages)))
    say(`${plain(line).trimEnd()}\n`);
  return new PlainShell(resume).run();
};
