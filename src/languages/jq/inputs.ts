/** The values that jq is given, one by one. */
import { VfsError } from '../../os/failure.ts';
import { openInputs } from '../../os/inputs.ts';
import type { Process } from '../../os/process.ts';
import { lineBatches, type Reader, readAll } from '../../os/stream.ts';
import type { Arguments } from './arguments.ts';
import type { Json } from './json.ts';
import { JsonReader } from './read-json.ts';

/** The inputs, as the options want them. */
export class Inputs {
  readonly #process: Process;
  readonly #values: AsyncGenerator<Json>;
  /** The file that is read; undefined for standard input. */
  name: string | undefined;
  failed = false;

  constructor(process: Process, { options: on }: Arguments, files: readonly string[]) {
    this.#process = process;
    if (on.slurp) this.#values = this.#slurp(on.rawInput, files);
    else this.#values = on.rawInput ? this.#lines(files) : this.#json(files);
  }

  async next(): Promise<Json | undefined> {
    const { value, done } = await this.#values.next();
    return done ? undefined : value;
  }

  async *#readers(files: readonly string[]): AsyncGenerator<Reader> {
    const inputs = openInputs(this.#process, files, async (file, error) => {
      if (!(error instanceof VfsError)) throw error;
      this.failed = true;
      await this.#process.stderr.write(`${this.#process.name}: error: Could not open ${file}: ${error.message}\n`, { role: 'bad' });
    });
    for await (const { reader, path, name } of inputs) {
      this.name = path === undefined ? undefined : name;
      yield reader;
    }
  }

  async *#json(files: readonly string[]): AsyncGenerator<Json> {
    for await (const source of this.#readers(files)) {
      const reader = new JsonReader(await readAll(source));
      for (let value = reader.next(); value !== undefined; value = reader.next()) yield value;
    }
  }

  async *#lines(files: readonly string[]): AsyncGenerator<Json> {
    for await (const source of this.#readers(files)) for await (const { lines } of lineBatches(source)) yield* lines;
  }

  async *#slurp(raw: boolean, files: readonly string[]): AsyncGenerator<Json> {
    const all: Json[] = [];
    if (raw) {
      let whole = '';
      for await (const source of this.#readers(files)) whole += await readAll(source);
      yield whole;
      return;
    }
    for await (const value of this.#json(files)) all.push(value);
    yield all;
  }
}
