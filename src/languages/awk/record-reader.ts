/** Takes records off a stream, by the RS of the moment. */
import { LimitError, TEXT_LENGTH } from '../../os/limits.ts';
import type { Reader } from '../../os/stream.ts';
import { regexOf } from './patterns.ts';

/** A record, and where the next begins. */
interface Found {
  readonly end: number;
  readonly next: number;
}

/** Hands out records. */
export class RecordReader {
  readonly #reader: Reader;
  #text = '';
  #at = 0;
  #isOver = false;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** The next record, if it is all there already; undefined when more must be read, null at the end. */
  ready(separator: string): string | undefined | null {
    if (separator === '') this.#skipNewlines();
    const found = this.#find(separator);
    if (found) {
      const record = this.#text.slice(this.#at, found.end);
      this.#at = found.next;
      return record;
    }
    if (!this.#isOver) return undefined;
    if (this.#at >= this.#text.length) return null;
    const rest = this.#text.slice(this.#at);
    this.#at = this.#text.length;
    return separator === '' ? rest.replace(/\n$/, '') : rest;
  }

  /** Reads more, so that `ready` can be asked again. */
  async more(): Promise<void> {
    const chunk = await this.#reader.read();
    if (chunk === null) {
      this.#isOver = true;
      return;
    }
    this.#text = this.#text.slice(this.#at) + chunk;
    this.#at = 0;
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

  #find(separator: string): Found | undefined {
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
    const rest = this.#text.slice(this.#at);
    const match = regexOf(separator).exec(rest);
    // A match that reaches the end of what was read might be longer with more.
    if (!match || match.end === match.start || (match.end === rest.length && !this.#isOver)) return undefined;
    return { end: this.#at + match.start, next: this.#at + match.end };
  }
}
