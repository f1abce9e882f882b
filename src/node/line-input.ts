/** Standard input in the terminal driver's line mode, where an end of file ends one read, not the input. */
import { openSync, read } from 'node:fs';
import type { Reader } from '../os/stream.ts';

const CHUNK = 4_096;

/** Lines for the prompt or the job, one reader at a time. A line that a reader no longer waits for goes to the next reader. */
export class LineInput {
  /** The terminal, opened again: Node's own standard input does not block, and ends for good at the first end of file. */
  readonly #terminal = openSync('/dev/tty', 'r');
  readonly #decoder = new TextDecoder();
  readonly #buffer = Buffer.alloc(CHUNK);
  #waiting: Promise<string> | undefined;
  #rest = '';

  /** The next line with its newline, or the text before an end of file; null at the end of file. Rejects with the signal's reason. */
  async next(signal: AbortSignal): Promise<string | null> {
    signal.throwIfAborted();
    if (this.#rest === '') {
      this.#waiting ??= this.#read();
      this.#rest = await this.#unless(signal, this.#waiting);
      this.#waiting = undefined;
    }
    const end = this.#rest.indexOf('\n') + 1 || this.#rest.length;
    const line = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end);
    return line === '' ? null : line;
  }

  /** The same as a job's standard input. */
  reader(signal: AbortSignal): Reader {
    return { isTty: true, read: () => this.next(signal), close: () => {} };
  }

  #read(): Promise<string> {
    return new Promise((resolve) => {
      read(this.#terminal, this.#buffer, 0, CHUNK, null, (error, size) => {
        resolve(error ? '' : this.#decoder.decode(this.#buffer.subarray(0, size), { stream: true }));
      });
    });
  }

  #unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = (): void => reject(signal.reason);
      signal.addEventListener('abort', stop, { once: true });
      work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    });
  }
}
