/** Where sed writes: a line without newline gets one as soon as more follows it. */
import { CommandError, VfsError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import { createBatcher, type Writer } from '../../os/stream.ts';
import { PANIC } from './program.ts';

/** One output. */
export class Output {
  readonly #writer: Writer;
  readonly #batcher: ReturnType<typeof createBatcher>;
  readonly #newline: string;
  #lacksNewline = false;

  constructor(writer: Writer, newline: string) {
    this.#writer = writer;
    this.#batcher = createBatcher(writer);
    this.#newline = newline;
  }

  /** Writes a line; `terminated` says whether its newline comes with it. */
  line(text: string, terminated = true): Promise<void> | undefined {
    return this.text(text + (terminated ? this.#newline : ''), terminated);
  }

  /** Writes text that has its newlines, or lacks the last. */
  text(text: string, terminated = true): Promise<void> | undefined {
    const before = this.#lacksNewline ? this.#newline : '';
    this.#lacksNewline = !terminated;
    return this.#batcher.put(before + text);
  }

  /** Passes on what is held back. */
  flush(): Promise<void> {
    return this.#batcher.flush();
  }

  async close(): Promise<void> {
    await this.flush();
    this.#writer.close();
  }
}

/** The outputs of one run: the standard ones, and files by name. */
export class Outputs {
  readonly #process: Process;
  readonly #newline: string;
  readonly #files = new Map<string, Output>();
  readonly standard: Output;

  constructor(process: Process, newline: string) {
    this.#process = process;
    this.#newline = newline;
    this.standard = new Output(process.stdout, newline);
    this.#files.set('/dev/stdout', this.standard);
    this.#files.set('/dev/stderr', new Output(process.stderr, newline));
  }

  /** The output of that name; a file is emptied when it is named first. */
  file(path: string): Output {
    let output = this.#files.get(path);
    if (!output) {
      output = new Output(this.#create(path), this.#newline);
      this.#files.set(path, output);
    }
    return output;
  }

  #create(path: string): Writer {
    try {
      return this.#process.create(path);
    } catch (error) {
      throw error instanceof VfsError ? new CommandError(`couldn't open file ${path}: ${error.message}`, PANIC) : error;
    }
  }

  async flush(): Promise<void> {
    for (const output of this.#files.values()) await output.flush();
  }

  /** Ends all files; the standard outputs stay open. */
  async close(): Promise<void> {
    await this.flush();
    for (const [path, output] of this.#files) if (!path.startsWith('/dev/std')) await output.close();
  }
}
