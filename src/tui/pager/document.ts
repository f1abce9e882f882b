/** What a pager shows: numbered lines, of which more may still come; all of them, or those that a pattern is found in (less: `&`). */
import type { Pace } from '../../os/stream.ts';
import { type Line, plain } from '../../term/style.ts';

/** Lines by index, from 0. It grows as it is read; nothing that is there ever changes. */
export interface Document {
  /** Lines that are there now. */
  readonly count: number;
  /** No more will come. */
  readonly ended: boolean;
  /** The input went on beyond what a pager keeps. */
  readonly truncated: boolean;
  /** The line at `index`, neither cleaned nor wrapped; empty beyond the end. */
  line(index: number): Line;
  /** The number of that line in the file, from 1. */
  number(index: number): number;
  /** Resolves when there are `count` lines, or the end has come, or `stop` was called. */
  need(count: number): Promise<void>;
  /** Ends every `need`; what was read stays. */
  stop(): void;
  /** Looks whether the file has grown since it ended; true when it has. */
  grow(): boolean;
  /** Nothing more will be read. */
  close(): void;
}

/** A document of lines that are all there. */
export const linesDocument = (lines: readonly Line[]): Document => ({
  count: lines.length,
  ended: true,
  truncated: false,
  line: (index) => lines[index] ?? [],
  number: (index) => index + 1,
  need: () => Promise.resolve(),
  stop: () => {},
  grow: () => false,
  close: () => {},
});

/** Lines looked at between two breaths. */
const STRIDE = 64;

/** Whether a line is kept. */
export type Keep = (text: string) => boolean;

export class FilteredDocument implements Document {
  readonly #whole: Document;
  readonly #keep: Keep;
  readonly #pace: Pace;
  /** Indices into the whole document. */
  readonly #kept: number[] = [];
  #looked = 0;
  #wanted = 0;
  #looking: Promise<void> | undefined;

  constructor(whole: Document, keep: Keep, pace: Pace) {
    this.#whole = whole;
    this.#keep = keep;
    this.#pace = pace;
  }

  get count(): number {
    return this.#kept.length;
  }

  get ended(): boolean {
    return this.#whole.ended && this.#looked >= this.#whole.count;
  }

  get truncated(): boolean {
    return this.#whole.truncated;
  }

  line(index: number): Line {
    const kept = this.#kept[index];
    return kept === undefined ? [] : this.#whole.line(kept);
  }

  number(index: number): number {
    return this.#whole.number(this.#kept[index] ?? this.#whole.count);
  }

  need(count: number): Promise<void> {
    this.#wanted = Math.max(this.#wanted, count);
    if (this.count >= this.#wanted || this.ended) return Promise.resolve();
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(): Promise<void> {
    while (this.count < this.#wanted && !this.ended) {
      await this.#whole.need(this.#looked + STRIDE);
      const end = Math.min(this.#looked + STRIDE, this.#whole.count);
      for (; this.#looked < end; this.#looked++) {
        if (this.#keep(plain(this.#whole.line(this.#looked)))) this.#kept.push(this.#looked);
      }
      await this.#pace();
    }
  }

  stop(): void {
    this.#wanted = 0;
    this.#whole.stop();
  }

  grow(): boolean {
    return this.#whole.grow();
  }

  close(): void {
    this.#whole.close();
  }
}
