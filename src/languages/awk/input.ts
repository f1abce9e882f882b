/** The program's main input: the records of the operands, with assignments among them. */
import { CommandError, VfsError } from '../../os/failure.ts';
import { openInputs } from '../../os/inputs.ts';
import type { Process } from '../../os/process.ts';
import { USAGE } from '../../os/status.ts';
import { RecordReader } from './record-reader.ts';

/** What the main input does to the program's variables. */
export interface InputHooks {
  /** ARGV from 1 on, as it is now. */
  operands(): readonly string[];
  /** RS. */
  separator(): string;
  /** A new file begins. */
  begin(name: string): void;
  /** `name=value` among the operands. */
  assign(name: string, value: string): void;
}

const assignment = /^([A-Za-z_][A-Za-z0-9_]*)=([\s\S]*)$/;

/** Hands out records of one file after the other. */
export class MainInput {
  readonly #process: Process;
  readonly #hooks: InputHooks;
  readonly #files: AsyncGenerator<RecordReader>;
  #current: RecordReader | undefined;
  #isOver = false;

  constructor(process: Process, hooks: InputHooks) {
    this.#process = process;
    this.#hooks = hooks;
    this.#files = this.#open();
  }

  async *#open(): AsyncGenerator<RecordReader> {
    let none = true;
    for (const operand of this.#hooks.operands()) {
      const [, name, value = ''] = assignment.exec(operand) ?? [];
      if (operand === '') continue;
      if (name !== undefined) {
        this.#hooks.assign(name, value);
        continue;
      }
      none = false;
      yield* this.#openOperand(operand);
    }
    if (none) yield* this.#openOperand('-');
  }

  async *#openOperand(operand: string): AsyncGenerator<RecordReader> {
    const inputs = openInputs(this.#process, [operand], (name, error) => {
      if (error instanceof VfsError) throw new CommandError(`cannot open ${name} (${error.message})`, USAGE);
      throw error;
    });
    for await (const { name, path, reader } of inputs) {
      this.#hooks.begin(path === undefined ? '-' : name);
      yield new RecordReader(reader);
    }
  }

  /** The next record, if no waiting is needed; undefined otherwise. */
  ready(): string | undefined {
    return this.#current?.ready(this.#hooks.separator()) ?? undefined;
  }

  /** The next record; null after the last. */
  async next(): Promise<string | null> {
    while (!this.#isOver) {
      const record = this.#current ? await this.#current.next(this.#hooks.separator()) : null;
      if (record !== null) return record;
      const { value, done } = await this.#files.next();
      this.#current = value ?? undefined;
      this.#isOver = done ?? false;
    }
    return null;
  }

  /** `nextfile`: leaves the rest of the file at hand. */
  skipFile(): void {
    this.#current?.close();
    this.#current = undefined;
  }

  /** No more is read. */
  close(): void {
    this.#current?.close();
  }
}
