/** What `a`, `r` and `R` put off until the end of the cycle. */

import { createLineSource, type LineSource } from '../../coreutils/text/pull.ts';
import { VfsError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import { readAll } from '../../os/stream.ts';
import type { Output, Outputs } from './output.ts';

/** The queue, in order: text, or a file whose text is read when its turn comes. */
export class Appends {
  readonly #process: Process;
  readonly #outputs: Outputs;
  readonly #sources = new Map<string, LineSource>();
  #queue: ({ readonly text: string } | { readonly path: string })[] = [];

  constructor(process: Process, outputs: Outputs) {
    this.#process = process;
    this.#outputs = outputs;
  }

  text(text: string): void {
    this.#queue.push({ text });
  }

  file(path: string): void {
    this.#queue.push({ path });
  }

  /** The next line of a file, if there is one. */
  async lineOf(path: string): Promise<void> {
    const source =
      this.#sources.get(path) ?? createLineSource(this.#open(path) ?? { isTty: false, read: async () => null, close: () => {} });
    this.#sources.set(path, source);
    const line = await source.next();
    if (line !== undefined) this.#queue.push({ text: `${line}\n` });
  }

  /** A reader of the file; undefined for one that cannot be read, which GNU sed passes over in silence. */
  #open(path: string): ReturnType<Process['open']> | undefined {
    try {
      return path === '/dev/stdin' ? this.#process.stdin : this.#process.open(path);
    } catch (error) {
      if (error instanceof VfsError) return undefined;
      throw error;
    }
  }

  /** Writes what is queued. */
  async flush(output: Output): Promise<void> {
    if (this.#queue.length === 0) return;
    const queue = this.#queue;
    this.#queue = [];
    for (const item of queue) {
      if ('text' in item) {
        await output.text(item.text);
        continue;
      }
      // The file may be one that this script has just written.
      await this.#outputs.flush();
      const reader = this.#open(item.path);
      const text = reader ? await readAll(reader) : '';
      if (text !== '') await output.text(text);
    }
  }
}
