/** What a program reads and writes: its main input, and files and commands by name (POSIX awk, "Input/Output and General Functions"). */

import { CommandError, VfsError } from '../../os/failure.ts';
import { openInputs } from '../../os/inputs.ts';
import type { Process } from '../../os/process.ts';
import { attempt } from '../../os/report.ts';
import { USAGE } from '../../os/status.ts';
import { createBatcher, createPipe, type Reader, type Writer } from '../../os/stream.ts';
import type { Redirect } from './ast.ts';
import { RecordReader } from './record.ts';

/** What the main input does to the program's variables. */
export interface InputHooks {
  /** ARGV from 1 on, as it is now. */
  operands(): readonly string[];
  /** RS. */
  separator(): string;
  /** Whether a pattern in RS is blind to case. */
  caseless(): boolean;
  /** A new file begins. */
  begin(name: string): void;
  /** `name=value` among the operands. */
  assign(name: string, value: string): void;
}

/** A name and its value of `name=value`; undefined for what is no assignment. */
export const parseAssignment = (text: string): readonly [name: string, value: string] | undefined => {
  const [, name, value = ''] = /^([A-Za-z_][A-Za-z0-9_]*)=([\s\S]*)$/.exec(text) ?? [];
  return name === undefined ? undefined : [name, value];
};

/** Hands out records of one file after the other. */
export class MainInput {
  readonly #process: Process;
  readonly #hooks: InputHooks;
  readonly #files: AsyncGenerator<RecordReader>;
  #current: RecordReader | undefined;
  #isOver = false;
  #begins = async (): Promise<void> => {};
  #ends = async (): Promise<void> => {};

  constructor(process: Process, hooks: InputHooks) {
    this.#process = process;
    this.#hooks = hooks;
    this.#files = this.#open();
  }

  async *#open(): AsyncGenerator<RecordReader> {
    let none = true;
    for (const operand of this.#hooks.operands()) {
      if (operand === '') continue;
      const assignment = parseAssignment(operand);
      if (assignment) {
        this.#hooks.assign(...assignment);
        continue;
      }
      none = false;
      yield* this.#openOperand(operand);
    }
    if (none) yield* this.#openOperand('-');
  }

  async *#openOperand(operand: string): AsyncGenerator<RecordReader> {
    const inputs = openInputs(this.#process, [operand], (name, error) => {
      throw new CommandError(`cannot open ${name} (${error.message})`, USAGE);
    });
    for await (const { name, path, reader } of inputs) {
      this.#hooks.begin(path === undefined ? '-' : name);
      yield new RecordReader(reader, this.#hooks.caseless);
    }
  }

  /** What is done at the start and at the end of each file. */
  onFile(begins: () => Promise<void>, ends: () => Promise<void>): void {
    this.#begins = begins;
    this.#ends = ends;
  }

  /** What ended the record at hand. */
  get terminator(): string {
    return this.#current?.terminator ?? '';
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
      if (this.#current) await this.#ends();
      const { value, done } = await this.#files.next();
      this.#current = value ?? undefined;
      this.#isOver = done ?? false;
      if (this.#current) await this.#begins();
    }
    return null;
  }

  /** `nextfile`: leaves the rest of the file at hand. */
  async skipFile(): Promise<void> {
    if (!this.#current) return;
    await this.#ends();
    this.#current.close();
    this.#current = undefined;
  }

  /** No more is read. */
  close(): void {
    this.#current?.close();
  }
}

/** A file or command that is written to. */
interface Output {
  readonly batcher: ReturnType<typeof createBatcher>;
  /** Ends it; resolves to its status. */
  close(): Promise<number>;
}

/** A file or command that is read. */
interface Input {
  readonly records: RecordReader;
  close(): Promise<number>;
}

/** All streams of a run, by name; each stays open until the program closes it. */
export class Streams {
  readonly #process: Process;
  readonly #caseless: () => boolean;
  readonly #outputs = new Map<string, Output>();
  readonly #inputs = new Map<string, Input>();
  readonly #stdout: ReturnType<typeof createBatcher>;

  /** `caseless` tells whether a pattern in RS is blind to case. */
  constructor(process: Process, caseless: () => boolean) {
    this.#process = process;
    this.#caseless = caseless;
    this.#stdout = createBatcher(process.stdout);
  }

  /** Prints on standard output. */
  print(text: string): Promise<void> | undefined {
    return this.#stdout.put(text);
  }

  /** Prints to a file or a command; throws VfsError for a file that cannot be written. */
  async printTo(kind: Redirect['kind'], name: string, text: string): Promise<void> {
    if (kind !== '|' && (name === '/dev/stdout' || name === '-')) return this.print(text);
    const key = kind === '|' ? `|${name}` : name;
    let output = this.#outputs.get(key);
    if (!output) {
      output = kind === '|' ? await this.#openCommand(name) : this.#openFile(name, kind === '>>');
      this.#outputs.set(key, output);
    }
    await output.batcher.put(text);
    // What goes to standard error is wanted at once.
    if (name === '/dev/stderr') await output.batcher.flush();
  }

  #openFile(name: string, append: boolean): Output {
    const isError = name === '/dev/stderr';
    const writer = isError ? this.#process.stderr : this.#process.create(name, append);
    const batcher = createBatcher(writer);
    const close = async (): Promise<number> => {
      await batcher.flush();
      if (!isError) writer.close();
      return 0;
    };
    return { batcher, close };
  }

  async #openCommand(command: string): Promise<Output> {
    // What was printed before must come before what the command prints.
    await this.flush();
    const { signal, pace, memory } = this.#process;
    const pipe = createPipe(signal, pace, memory.fork());
    const status = this.#run(command, { stdin: pipe.reader }).finally(() => pipe.reader.close());
    const batcher = createBatcher(pipe.writer);
    const close = async (): Promise<number> => {
      await batcher.flush();
      pipe.writer.close();
      return status;
    };
    return { batcher, close };
  }

  /** Starts a command; a failure of it is heard of when its status is asked for. */
  #run(command: string, streams: { readonly stdin?: Reader; readonly stdout?: Writer }): Promise<number> {
    const status = this.#process.shell(command, streams);
    status.catch(() => {});
    return status;
  }

  /** The records of a file; undefined when it cannot be read. */
  file(name: string): RecordReader | undefined {
    const known = this.#inputs.get(name);
    if (known) return known.records;
    const reader = attempt(() => (name === '-' || name === '/dev/stdin' ? this.#process.stdin : this.#process.open(name)));
    if (reader instanceof VfsError) return undefined;
    const records = new RecordReader(reader, this.#caseless);
    this.#inputs.set(name, { records, close: async () => 0 });
    return records;
  }

  /** The records that a command prints. */
  async command(command: string): Promise<RecordReader> {
    const key = `|${command}`;
    const known = this.#inputs.get(key);
    if (known) return known.records;
    await this.flush();
    const { signal, pace, memory } = this.#process;
    const pipe = createPipe(signal, pace, memory.fork());
    const status = this.#run(command, { stdout: pipe.writer }).finally(() => pipe.writer.close());
    const records = new RecordReader(pipe.reader, this.#caseless);
    const close = (): Promise<number> => {
      pipe.reader.close();
      return status;
    };
    this.#inputs.set(key, { records, close });
    return records;
  }

  /** `system`: runs a command; resolves to its status. */
  async system(command: string): Promise<number> {
    await this.flush();
    return this.#process.shell(command);
  }

  /** `close`: ends what is open under a name; -1 when nothing is. */
  async close(name: string): Promise<number> {
    let status = -1;
    for (const key of [name, `|${name}`]) {
      for (const open of [this.#outputs, this.#inputs]) {
        const stream = open.get(key);
        open.delete(key);
        if (stream) status = await stream.close();
      }
    }
    return status;
  }

  /** Passes on what is held back, everywhere. */
  async flush(): Promise<void> {
    await this.#stdout.flush();
    for (const { batcher } of this.#outputs.values()) await batcher.flush();
  }

  /** Ends everything: commands first, so that what they print comes before what is still held back. */
  async end(): Promise<void> {
    for (const [key, output] of this.#outputs) {
      this.#outputs.delete(key);
      await output.close();
    }
    await this.#stdout.flush();
    for (const input of this.#inputs.values()) await input.close();
  }
}
