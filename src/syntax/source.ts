/** A text to parse that remembers where each of its characters stood in the original. */
import type { Span } from './ast.ts';

/** From offset `at` on, characters come from offset `from`; with `to`, all of them stand for the whole of `from`…`to`. */
export interface Piece {
  readonly at: number;
  readonly from: number;
  readonly to: number | undefined;
}

/** The text under the parser: the original, the inside of a construct in it, or either with aliases replaced. */
export class Source {
  text: string;
  readonly #outer: Source | undefined;
  readonly #pieces: Piece[];

  /** `pieces` are in order of `at`, the first at 0, and point into `outer` (or into the original text itself). */
  constructor(text: string, outer?: Source, pieces: Piece[] = [{ at: 0, from: 0, to: undefined }]) {
    this.text = text;
    this.#outer = outer;
    this.#pieces = pieces;
  }

  /** The original's range for this text's `start`…`end`. */
  span(start: number, end: number): Span {
    const from = this.#origin(start, false);
    const to = end > start ? this.#origin(end - 1, true) : from;
    return this.#outer ? this.#outer.span(from, to) : { start: from, end: to };
  }

  /** Puts `value` (an alias) in the place of `start`…`end`, whose range it keeps. */
  replace(start: number, end: number, value: string): void {
    const span = { at: start, from: this.#origin(start, false), to: this.#origin(end - 1, true) };
    const shift = value.length - (end - start);
    const tail = this.#index(end);
    const kept = this.#pieces.slice(tail).map((piece) => {
      const skipped = Math.max(0, end - piece.at);
      return { at: piece.at + skipped + shift, from: piece.to === undefined ? piece.from + skipped : piece.from, to: piece.to };
    });
    const first = this.#index(start);
    this.#pieces.splice(this.#pieces[first]?.at === start ? first : first + 1, this.#pieces.length, span, ...kept);
    this.text = this.text.slice(0, start) + value + this.text.slice(end);
  }

  #index(offset: number): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #origin(offset: number, after: boolean): number {
    const piece = this.#pieces[this.#index(offset)];
    if (!piece) return offset;
    if (piece.to === undefined) return piece.from + offset - piece.at + (after ? 1 : 0);
    return after ? piece.to : piece.from;
  }
}
