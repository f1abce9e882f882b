/** Runs of changed lines put where they read best: as far down as they may go, but level with changes of the other side. */
import type { Changes } from './myers.ts';

/** One side of the comparison, walked with the other in step. */
class Slider {
  readonly #lines: Int32Array;
  readonly #changed: Uint8Array;
  readonly #other: Uint8Array;

  constructor(lines: Int32Array, changed: Uint8Array, other: Uint8Array) {
    this.#lines = lines;
    this.#changed = changed;
    this.#other = other;
  }

  run(): void {
    const { length } = this.#lines;
    // The other side's place: the unchanged line there that goes with the next unchanged line here.
    let partner = 0;
    for (let at = 0; at < length; ) {
      if (this.#changed[at]) {
        [at, partner] = this.#slide(at, this.#skip(partner));
        continue;
      }
      partner = this.#skip(partner) + 1;
      at++;
    }
  }

  /** The first unchanged line of the other side at or after `partner`. */
  #skip(partner: number): number {
    while (this.#other[partner]) partner++;
    return partner;
  }

  #runEnd(start: number): number {
    let end = start;
    while (end < this.#lines.length && this.#changed[end]) end++;
    return end;
  }

  #runStart(end: number): number {
    let start = end;
    while (start > 0 && this.#changed[start - 1]) start--;
    return start;
  }

  /** Slides the run that begins at `from`; answers where both sides go on. */
  #slide(from: number, partnerAfter: number): [number, number] {
    let start = from;
    let end = this.#runEnd(from);
    let partner = partnerAfter;
    // The end of the run at which it is level with a change of the other side, if there is one.
    let level = -1;
    for (let length = -1; length !== end - start; ) {
      length = end - start;
      [start, end, partner] = this.#up(start, end, partner);
      level = this.#other[partner - 1] ? end : -1;
      [start, end, partner, level] = this.#down(start, end, partner, level);
    }
    while (level >= 0 && end > level) [start, end, partner] = this.#oneUp(start, end, partner);
    return [end, partner];
  }

  /** A line up: the line before the run is like its last one, and takes its part. The other side goes back by an unchanged line. */
  #oneUp(start: number, end: number, partner: number): [number, number, number] {
    this.#changed[start - 1] = 1;
    this.#changed[end - 1] = 0;
    let back = partner - 1;
    while (this.#other[back]) back--;
    return [start - 1, end - 1, back];
  }

  #up(start: number, end: number, partner: number): [number, number, number] {
    while (start > 0 && this.#lines[start - 1] === this.#lines[end - 1]) {
      [start, end, partner] = this.#oneUp(start, end, partner);
      start = this.#runStart(start);
    }
    return [start, end, partner];
  }

  #down(start: number, end: number, partner: number, level: number): [number, number, number, number] {
    while (end < this.#lines.length && this.#lines[start] === this.#lines[end]) {
      this.#changed[start++] = 0;
      this.#changed[end] = 1;
      end = this.#runEnd(end + 1);
      partner = this.#skip(partner + 1);
      if (this.#other[partner - 1]) level = end;
    }
    return [start, end, partner, level];
  }
}

/** Slides the runs of both sides, in place. */
export const slideChanges = (a: Int32Array, b: Int32Array, { left, right }: Changes): void => {
  new Slider(a, left, right).run();
  new Slider(b, right, left).run();
};
