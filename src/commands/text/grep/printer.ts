/** What grep prints for a line: names, numbers, separators, and the match in colour on a terminal. */

import { createBatcher, type Writer } from '../../../os/stream.ts';
import { byteLength } from '../../../os/vfs.ts';
import type { Span } from '../../../pattern/regex.ts';
import type { Role } from '../../../term/style.ts';

/** Which parts of a line's place are shown. */
export interface PrintRules {
  readonly names: boolean;
  readonly numbers: boolean;
  readonly offsets: boolean;
  /** Ends names: `:` or `-`, or NUL with `-Z`. */
  readonly nullNames: boolean;
  readonly newline: string;
  readonly colour: boolean;
}

/** A line's place: `number` counts from 1, `offset` counts bytes from 0. */
export interface Place {
  readonly name: string;
  readonly number: number;
  readonly offset: number;
}

/** Prints lines, in batches where nobody sees colours. */
export class Printer {
  readonly #rules: PrintRules;
  readonly #writer: Writer;
  readonly #batcher: ReturnType<typeof createBatcher>;

  constructor(writer: Writer, rules: PrintRules) {
    this.#writer = writer;
    this.#rules = rules;
    this.#batcher = createBatcher(writer);
  }

  async #put(text: string, role?: Role): Promise<void> {
    if (!this.#rules.colour) await this.#batcher.put(text);
    else if (text !== '') await this.#writer.write(text, role && { role });
  }

  /** Whether matches within lines are needed. */
  get colours(): boolean {
    return this.#rules.colour;
  }

  /** A selected line (`:`) or one of its surroundings (`-`), with the parts that match. */
  async line(text: string, place: Place, separator: ':' | '-', spans: readonly Span[]): Promise<void> {
    await this.#prefix(place, separator);
    let at = 0;
    for (const { start, end } of spans) {
      await this.#put(text.slice(at, start));
      await this.#put(text.slice(start, end), 'match');
      at = end;
    }
    await this.#put(text.slice(at) + this.#rules.newline);
  }

  /** One match by itself. */
  async match(text: string, { start, end }: Span, place: Place): Promise<void> {
    await this.#prefix({ ...place, offset: this.#rules.offsets ? place.offset + byteLength(text.slice(0, start)) : 0 }, ':');
    await this.#put(text.slice(start, end), 'match');
    await this.#put(this.#rules.newline);
  }

  async #prefix(place: Place, separator: ':' | '-'): Promise<void> {
    if (this.#rules.names) {
      await this.#put(place.name, 'accent');
      await this.#put(this.#rules.nullNames ? '\0' : separator, 'muted');
    }
    for (const [shown, value] of [
      [this.#rules.numbers, place.number],
      [this.#rules.offsets, place.offset],
    ] as const) {
      if (!shown) continue;
      await this.#put(String(value), 'good');
      await this.#put(separator, 'muted');
    }
  }

  /** A file's name alone. */
  async name(name: string): Promise<void> {
    await this.#put(name, 'accent');
    await this.#put(this.#rules.nullNames ? '\0' : '\n');
  }

  /** How many lines of a file were selected. */
  async count(name: string, count: number): Promise<void> {
    if (this.#rules.names) {
      await this.#put(name, 'accent');
      await this.#put(this.#rules.nullNames ? '\0' : ':', 'muted');
    }
    await this.#put(`${count}\n`);
  }

  /** The line between groups that do not touch. */
  async gap(): Promise<void> {
    await this.#put('--', 'muted');
    await this.#put('\n');
  }

  /** Passes on what is held back. */
  flush(): Promise<void> {
    return this.#batcher.flush();
  }
}
