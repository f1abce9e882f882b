/** Records: taken off a stream by RS, and the one at hand with `$0`, its fields and NF, each made from the others when it is asked for. */
import { CommandError } from '../../os/failure.ts';
import { LimitError, TEXT_LENGTH } from '../../os/limits.ts';
import { USAGE } from '../../os/status.ts';
import type { Reader } from '../../os/stream.ts';
import { regexOf, type Separator, splitText } from './regex.ts';
import { fromInput, type Value } from './value.ts';

/** Fields that a record may have. */
const FIELDS = 1_000_000;

/** What splitting and joining need to know of the program's variables. */
export interface RecordRules {
  separator(): Separator;
  /** Newlines part fields, because RS is empty. */
  paragraphs(): boolean;
  outputSeparator(): string;
  toText(value: Value): string;
}

const checked = (index: number): number => {
  if (index < 0) throw new CommandError(`attempt to access field ${index}`, USAGE);
  if (index > FIELDS) throw new LimitError('fields', FIELDS);
  return index;
};

/** The record at hand. */
export class RecordText {
  readonly #rules: RecordRules;
  #text: Value = '';
  /** Undefined while `$0` has not been split. */
  #fields: Value[] | undefined;
  /** Whether `$0` must be joined again from its fields. */
  #stale = false;
  #separator: Separator;
  #paragraphs = false;

  constructor(rules: RecordRules) {
    this.#rules = rules;
    this.#separator = rules.separator();
  }

  /** Replaces `$0`. It is split by the separator of this moment, though later. */
  set(text: string): void {
    this.#text = fromInput(text);
    this.#fields = undefined;
    this.#stale = false;
    this.#separator = this.#rules.separator();
    this.#paragraphs = this.#rules.paragraphs();
  }

  #split(): Value[] {
    if (!this.#fields) this.#fields = splitText(this.#rules.toText(this.#text), this.#separator, this.#paragraphs).map(fromInput);
    return this.#fields;
  }

  /** NF. */
  get count(): number {
    return this.#split().length;
  }

  set count(count: number) {
    const fields = this.#split();
    if (count < 0) throw new CommandError('NF set to negative value', USAGE);
    if (count > FIELDS) throw new LimitError('fields', FIELDS);
    while (fields.length < count) fields.push(undefined);
    fields.length = count;
    this.#stale = true;
  }

  /** `$index`. */
  get(index: number): Value {
    if (index === 0) {
      if (this.#stale) {
        this.#text = fromInput(
          this.#split()
            .map((field) => this.#rules.toText(field))
            .join(this.#rules.outputSeparator()),
        );
        this.#stale = false;
      }
      return this.#text;
    }
    // A field that is not there compares as text, as in gawk.
    return this.#split()[checked(index) - 1] ?? '';
  }

  /** Assigns to `$index`. */
  put(index: number, value: Value): void {
    if (index === 0) {
      this.set(this.#rules.toText(value));
      return;
    }
    if (checked(index) > this.count) this.count = index;
    this.#split()[index - 1] = value;
    this.#stale = true;
  }
}

/** Where a record ends, and where the next begins. */
interface Bounds {
  readonly end: number;
  readonly next: number;
}

/** Takes records off a stream, by the RS of the moment. */
export class RecordReader {
  readonly #reader: Reader;
  readonly #caseless: () => boolean;
  #text = '';
  #at = 0;
  #isOver = false;
  /** What ended the record at hand (gawk's RT). */
  terminator = '';

  /** `caseless` tells whether a separator that is a pattern is blind to case. */
  constructor(reader: Reader, caseless: () => boolean) {
    this.#reader = reader;
    this.#caseless = caseless;
  }

  /** The next record, if it is all there already; undefined when more must be read, null at the end. */
  ready(separator: string): string | undefined | null {
    if (separator === '') this.#skipNewlines();
    const found = this.#find(separator);
    if (found) {
      const record = this.#text.slice(this.#at, found.end);
      this.terminator = this.#text.slice(found.end, found.next);
      this.#at = found.next;
      return record;
    }
    if (!this.#isOver) return undefined;
    if (this.#at >= this.#text.length) return null;
    const rest = this.#text.slice(this.#at);
    const record = separator === '' ? rest.replace(/\n$/, '') : rest;
    this.terminator = rest.slice(record.length);
    this.#at = this.#text.length;
    return record;
  }

  /** Reads more, so that `ready` can be asked again. */
  async more(): Promise<void> {
    const chunk = await this.#reader.read();
    if (chunk === null) {
      this.#isOver = true;
      return;
    }
    // The character before stays, so that `^` matches only where the input begins.
    const from = Math.max(0, this.#at - 1);
    this.#text = this.#text.slice(from) + chunk;
    this.#at -= from;
    if (this.#text.length > 2 * TEXT_LENGTH) throw new LimitError('record length', TEXT_LENGTH);
  }

  /** The next record; null at the end. */
  async next(separator: string): Promise<string | null> {
    for (;;) {
      const record = this.ready(separator);
      if (record !== undefined) return record;
      await this.more();
    }
  }

  /** No more will be read. */
  close(): void {
    this.#reader.close();
  }

  /** Paragraphs begin after any number of empty lines. */
  #skipNewlines(): void {
    while (this.#text[this.#at] === '\n') this.#at++;
  }

  #find(separator: string): Bounds | undefined {
    if (separator === '') {
      const end = this.#text.indexOf('\n\n', this.#at);
      if (end < 0) return undefined;
      let next = end + 2;
      while (this.#text[next] === '\n') next++;
      return { end, next };
    }
    if (separator.length === 1) {
      const end = this.#text.indexOf(separator, this.#at);
      return end < 0 ? undefined : { end, next: end + 1 };
    }
    const match = regexOf(separator, this.#caseless()).exec(this.#text, this.#at);
    // A match that reaches the end of what was read might be longer with more.
    if (!match || match.end === match.start || (match.end === this.#text.length && !this.#isOver)) return undefined;
    return { end: match.start, next: match.end };
  }
}
