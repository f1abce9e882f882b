/** Chance that can be repeated: a small seeded generator of pseudo-random numbers. */

const TWO_32 = 2 ** 32;

/** Draws discarded after seeding, so that near seeds part company. */
const WARM_UP = 12;

/** A stream of pseudo-random numbers (Chris Doty-Humphrey's sfc32); the same seed gives the same stream everywhere. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** `seed` may be any finite number; its fraction is dropped. */
  constructor(seed: number) {
    this.#a = 0;
    this.#b = Math.trunc(seed / TWO_32) | 0;
    this.#c = Math.trunc(seed) | 0;
    for (let i = 0; i < WARM_UP; i++) this.next();
  }

  /** Uniform in [0, 1), in steps of 2⁻³². */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / TWO_32;
  }

  /** A whole number from 0 to `bound` − 1, or from `bound` to `above` − 1. */
  integer(bound: number, above?: number): number {
    return above === undefined ? Math.floor(this.next() * bound) : bound + Math.floor(this.next() * (above - bound));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the items; throws RangeError when there are none. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.integer(items.length)];
    if (item === undefined && items.length === 0) throw new RangeError('nothing to pick from');
    return item as T;
  }

  /** The items in another order, each order as likely (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): T[] {
    const shuffled = [...items];
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      [shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T];
    }
    return shuffled;
  }

  /** Exponentially distributed with the given mean: the time between independent arrivals. */
  exponential(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }

  /** Normally distributed (Box–Muller). */
  normal(mean: number, deviation: number): number {
    return mean + deviation * Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** A copy that goes on from here by itself. */
  clone(): Random {
    const copy = new Random(0);
    copy.#a = this.#a;
    copy.#b = this.#b;
    copy.#c = this.#c;
    copy.#counter = this.#counter;
    return copy;
  }
}
