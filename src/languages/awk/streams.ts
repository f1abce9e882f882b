/** What a program writes to and reads from by name: files and commands (POSIX awk, "Input/Output and General Functions"). */
import { VfsError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import { createBatcher, createPipe, type Reader, type Writer } from '../../os/stream.ts';
import type { Redirect } from './ast.ts';
import { RecordReader } from './record-reader.ts';

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
  readonly #outputs = new Map<string, Output>();
  readonly #inputs = new Map<string, Input>();
  readonly #stdout: ReturnType<typeof createBatcher>;

  constructor(process: Process) {
    this.#process = process;
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
    const { signal, pace } = this.#process;
    const pipe = createPipe(signal, pace);
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
    try {
      const reader = name === '-' || name === '/dev/stdin' ? this.#process.stdin : this.#process.open(name);
      const records = new RecordReader(reader);
      this.#inputs.set(name, { records, close: async () => 0 });
      return records;
    } catch (error) {
      if (error instanceof VfsError) return undefined;
      throw error;
    }
  }

  /** The records that a command prints. */
  async command(command: string): Promise<RecordReader> {
    const key = `|${command}`;
    const known = this.#inputs.get(key);
    if (known) return known.records;
    await this.flush();
    const { signal, pace } = this.#process;
    const pipe = createPipe(signal, pace);
    const status = this.#run(command, { stdout: pipe.writer }).finally(() => pipe.writer.close());
    const records = new RecordReader(pipe.reader);
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
