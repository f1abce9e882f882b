/** Where sed writes, what it puts off until the end of the cycle, and how `l` shows a text. */
import { toBytes } from '../../coreutils/bytes.ts';
import { createLineSource, type LineSource } from '../../coreutils/lines.ts';
import { CommandError, VfsError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import { createBatcher, emptyReader, readAll, type Writer } from '../../os/stream.ts';
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

/** What `a`, `r` and `R` put off, in order: text, or a file whose text is read when its turn comes. */
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
    const source = this.#sources.get(path) ?? createLineSource(this.#open(path) ?? emptyReader);
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

const escapes = new Map([
  ['\\', '\\\\'],
  ['\x07', '\\a'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\v', '\\v'],
]);

const visible = (byte: string): string =>
  escapes.get(byte) ?? (/[ -~]/.test(byte) ? byte : `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`);

/** What `l` shows of a text: everything unambiguous, in lines of at most `width` characters; 0 or 1 never breaks. */
export const list = (text: string, width: number): string => {
  const lines: string[] = [];
  let line = '';
  for (const byte of toBytes(text)) {
    const shown = visible(byte);
    if (width > 1 && line.length + shown.length > width - 1) {
      lines.push(`${line}\\`);
      line = '';
    }
    line += shown;
  }
  return [...lines, `${line}$`].join('\n');
};
