/** The lines of another document that a pattern is found in (less's `&`). */
import type { Pace } from '../../os/stream.ts';
import { type Line, plain } from '../../term/style.ts';
import type { Document } from './document.ts';

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
