/** A document of text that is read as far as it is looked at: a file, or a pipe whose writer is still at work. */
import { TEXT_LENGTH } from '../../os/limits.ts';
import { emptyReader, type Pace, type Reader } from '../../os/stream.ts';
import { line } from '../../term/style.ts';
import type { Document } from './document.ts';

/** Lines that are kept; the rest of the input is not read. */
const MAX_LINES = 2_000_000;

/** A longer line is shown as several, so that no single one can hold up the screen. */
const LINE_LENGTH = 16_384;

/** Text of one chunk, and where its lines begin and end in it. */
interface Chunk {
  readonly first: number;
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const splitChunk = (text: string, first: number): Chunk => {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const lineEnd = newline < 0 ? text.length : newline;
    for (let from = start; from === start || from < lineEnd; from += LINE_LENGTH) {
      starts.push(from);
      ends.push(Math.min(lineEnd, from + LINE_LENGTH));
    }
    start = lineEnd + 1;
  }
  return { first, text, starts, ends };
};

/** Reads lines when they are needed, up to a bound. */
export class TextDocument implements Document {
  readonly #reader: Reader;
  readonly #pace: Pace;
  readonly #reload: (() => string) | undefined;
  readonly #chunks: Chunk[] = [];
  #rest = '';
  #count = 0;
  #length = 0;
  #wanted = 0;
  #ended = false;
  #truncated = false;
  #reading: Promise<void> | undefined;

  private constructor(reader: Reader, pace: Pace, reload?: () => string) {
    this.#reader = reader;
    this.#pace = pace;
    this.#reload = reload;
  }

  /** What a reader gives, as far as it is needed. */
  static from(reader: Reader, pace: Pace): TextDocument {
    return new TextDocument(reader, pace);
  }

  /** A file, all there from the start; `read` is asked again when it is followed. */
  static of(read: () => string, pace: Pace): TextDocument {
    const document = new TextDocument(emptyReader, pace, read);
    document.#add(read());
    document.#end();
    return document;
  }

  get count(): number {
    return this.#count;
  }

  get ended(): boolean {
    return this.#ended;
  }

  get truncated(): boolean {
    return this.#truncated;
  }

  line(index: number): ReturnType<Document['line']> {
    const chunk = this.#chunks[this.#chunkOf(index)];
    if (!chunk || index >= this.#count) return [];
    return line(chunk.text.slice(chunk.starts[index - chunk.first], chunk.ends[index - chunk.first]));
  }

  /** The last chunk that begins at or before the line. */
  #chunkOf(index: number): number {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#chunks[middle]?.first ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  number(index: number): number {
    return index + 1;
  }

  need(count: number): Promise<void> {
    this.#wanted = Math.max(this.#wanted, count);
    if (this.#count >= this.#wanted || this.#ended) return Promise.resolve();
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  stop(): void {
    this.#wanted = 0;
  }

  async #read(): Promise<void> {
    while (this.#count < this.#wanted && !this.#ended) {
      const text = await this.#reader.read();
      if (text === null) this.#end();
      else this.#add(text);
      await this.#pace();
    }
  }

  #add(text: string): void {
    this.#length += text.length;
    const last = text.lastIndexOf('\n');
    if (last < 0) this.#rest += text;
    else {
      this.#store(this.#rest + text.slice(0, last + 1));
      this.#rest = text.slice(last + 1);
    }
    if (this.#count < MAX_LINES && this.#length < TEXT_LENGTH) return;
    this.#truncated = true;
    this.#end();
    this.close();
  }

  #store(text: string): void {
    if (text === '') return;
    const chunk = splitChunk(text, this.#count);
    this.#chunks.push(chunk);
    this.#count += chunk.starts.length;
  }

  #end(): void {
    this.#store(this.#rest);
    this.#rest = '';
    this.#ended = true;
  }

  grow(): boolean {
    const text = this.#ended && !this.#truncated ? this.#reload?.() : undefined;
    if (text === undefined || text.length <= this.#length) return false;
    this.#add(text.slice(this.#length));
    this.#end();
    return true;
  }

  close(): void {
    this.#reader.close();
  }
}
