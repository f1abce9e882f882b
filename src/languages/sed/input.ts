/** sed's input: the lines of all files one after the other, one line ahead so that the last is known. */

import { CommandError } from '../../os/failure.ts';
import { type Input as File, openInputs } from '../../os/inputs.ts';
import type { Process } from '../../os/process.ts';
import { warn } from '../../os/report.ts';
import { lineBatches } from '../../os/stream.ts';
import { PANIC } from './program.ts';

/** A line without its newline. */
export interface InputLine {
  readonly text: string;
  /** False for a last line that has no newline. */
  readonly terminated: boolean;
  readonly file: File;
}

/** Hands lines out in order. */
export class LineInput {
  readonly #lines: AsyncGenerator<InputLine>;
  readonly #separate: boolean;
  #current: InputLine | undefined;
  #ahead: InputLine | undefined;
  #started = false;
  /** The number of the line handed out last. */
  number = 0;
  /** The files of the lines handed out so far. */
  readonly paths = new Set<string>();
  /** Whether a file could not be opened. */
  failed = false;

  /** With `separate`, each file has a last line of its own, and lines are counted anew. */
  constructor(process: Process, operands: readonly string[], newline: string, separate: boolean) {
    this.#separate = separate;
    this.#lines = this.#read(process, operands, newline);
  }

  async *#read(process: Process, operands: readonly string[], newline: string): AsyncGenerator<InputLine> {
    const files = openInputs(process, operands, async (operand, error) => {
      if (error.code === 'EISDIR') throw new CommandError(`read error on ${operand}: ${error.message}`, PANIC);
      this.failed = true;
      await warn(process, `can't read ${operand}: ${error.message}`);
    });
    for await (const file of files) {
      for await (const { lines, terminated } of lineBatches(file.reader, newline)) {
        for (const [i, text] of lines.entries()) yield { text, terminated: terminated || i < lines.length - 1, file };
      }
    }
  }

  /** The line handed out last. */
  get current(): InputLine | undefined {
    return this.#current;
  }

  async #lookAhead(): Promise<void> {
    if (this.#started) return;
    this.#started = true;
    this.#ahead = (await this.#lines.next()).value ?? undefined;
  }

  /** The next line; undefined at the end. */
  async next(): Promise<InputLine | undefined> {
    await this.#lookAhead();
    const line = this.#ahead;
    if (!line) return undefined;
    this.number = this.#separate && this.#current && this.#current.file !== line.file ? 1 : this.number + 1;
    this.#current = line;
    if (line.file.path !== undefined) this.paths.add(line.file.path);
    this.#ahead = (await this.#lines.next()).value ?? undefined;
    return line;
  }

  /** Whether nothing follows the line handed out last, in its file or in all. */
  get isLast(): boolean {
    return !this.#ahead || (this.#separate && this.#ahead.file !== this.#current?.file);
  }

  /** Whether there is no line left at all. */
  get isOver(): boolean {
    return !this.#ahead;
  }

  /** No more is read. */
  async close(): Promise<void> {
    this.#current?.file.reader.close();
    await this.#lines.return(undefined);
  }
}
