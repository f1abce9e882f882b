/** Makes slugs for entries without one. */
import * as v from 'valibot';
import { slugOf } from '../../career/names.ts';
import { slug } from '../check/schema.ts';

/** Characters of the longest slug that leave room for a number at the end. */
const LENGTH = 50;

/** Gives each slug once. */
export class Slugs {
  readonly #given = new Set<string>();
  /** The last number used with each base. */
  readonly #numbers = new Map<string, number>();

  /** The wanted slug, if it is valid and free; else one from the name, or from the kind, with a number if it is taken. */
  give(wanted: string | undefined, name: string, kind: string): string {
    if (this.#isFree(wanted)) return this.#keep(wanted);
    const letters = slugOf(name).replaceAll(/[^a-z0-9]+/g, '-');
    const base = letters.slice(0, LENGTH).replaceAll(/^-|-$/g, '') || kind;
    if (this.#isFree(base)) return this.#keep(base);
    for (let number = (this.#numbers.get(base) ?? 1) + 1; ; number++) {
      const candidate = `${base}-${number}`;
      if (!this.#isFree(candidate)) continue;
      this.#numbers.set(base, number);
      return this.#keep(candidate);
    }
  }

  #isFree(candidate: string | undefined): candidate is string {
    return v.is(slug, candidate) && !this.#given.has(candidate);
  }

  #keep(given: string): string {
    this.#given.add(given);
    return given;
  }
}
