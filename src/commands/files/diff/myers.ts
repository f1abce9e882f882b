/** The shortest way from one sequence of lines to another (Myers 1986), its runs put where they read best. */
import type { Pace } from '../../../os/stream.ts';

/** Which elements of each side have no partner: 1 at their index. */
export interface Changes {
  readonly left: Uint8Array;
  readonly right: Uint8Array;
}

/** Edits after which a search for the shortest way is given up for a good one. */
const COST = 4096;

/** More than any place, for diagonals that the search from the back has not come to. */
const UNREACHED = 0x7fff_ffff;

/** A part of both sequences, ends exclusive. */
interface Box {
  readonly left: number;
  readonly leftEnd: number;
  readonly right: number;
  readonly rightEnd: number;
}

/** Where a shortest path crosses the middle of its length. */
interface Point {
  readonly x: number;
  readonly y: number;
}

class Comparison {
  readonly changes: Changes;
  readonly #a: Int32Array;
  readonly #b: Int32Array;
  /** Furthest x reached on each diagonal x - y, from the front and from the back; `#zero` is the index of diagonal 0. */
  readonly #front: Int32Array;
  readonly #back: Int32Array;
  readonly #zero: number;

  constructor(a: Int32Array, b: Int32Array) {
    this.#a = a;
    this.#b = b;
    this.changes = { left: new Uint8Array(a.length), right: new Uint8Array(b.length) };
    this.#front = new Int32Array(a.length + b.length + 3);
    this.#back = new Int32Array(a.length + b.length + 3);
    this.#zero = b.length + 1;
  }

  async run(pace: Pace): Promise<void> {
    const waiting: Box[] = [{ left: 0, leftEnd: this.#a.length, right: 0, rightEnd: this.#b.length }];
    for (let box = waiting.pop(); box; box = waiting.pop()) {
      await pace();
      const inner = this.#trim(box);
      if (inner.left === inner.leftEnd) this.changes.right.fill(1, inner.right, inner.rightEnd);
      else if (inner.right === inner.rightEnd) this.changes.left.fill(1, inner.left, inner.leftEnd);
      else {
        const { x, y } = await this.#middle(inner, pace);
        waiting.push({ ...inner, left: x, right: y }, { ...inner, leftEnd: x, rightEnd: y });
      }
    }
  }

  /** Without what both have in common at either end. */
  #trim({ left, leftEnd, right, rightEnd }: Box): Box {
    while (left < leftEnd && right < rightEnd && this.#a[left] === this.#b[right]) {
      left++;
      right++;
    }
    while (left < leftEnd && right < rightEnd && this.#a[leftEnd - 1] === this.#b[rightEnd - 1]) {
      leftEnd--;
      rightEnd--;
    }
    return { left, leftEnd, right, rightEnd };
  }

  /** Searches from both corners, an edit further each turn, until the two meet. */
  async #middle(box: Box, pace: Pace): Promise<Point> {
    const { left, leftEnd, right, rightEnd } = box;
    const [first, last] = [left - rightEnd, leftEnd - right];
    const front = { low: left - right, high: left - right };
    const back = { low: leftEnd - rightEnd, high: leftEnd - rightEnd };
    const odd = ((front.low - back.low) & 1) !== 0;
    this.#front[this.#zero + front.low] = left;
    this.#back[this.#zero + back.low] = leftEnd;
    for (let cost = 1; ; cost++) {
      await pace();
      this.#widen(front, this.#front, -1, first, last);
      for (let diagonal = front.high; diagonal >= front.low; diagonal -= 2) {
        const x = this.#forward(diagonal, box);
        if (odd && diagonal >= back.low && diagonal <= back.high && (this.#back[this.#zero + diagonal] ?? 0) <= x)
          return { x, y: x - diagonal };
      }
      this.#widen(back, this.#back, UNREACHED, first, last);
      for (let diagonal = back.high; diagonal >= back.low; diagonal -= 2) {
        const x = this.#backward(diagonal, box);
        if (!odd && diagonal >= front.low && diagonal <= front.high && x <= (this.#front[this.#zero + diagonal] ?? 0))
          return { x, y: x - diagonal };
      }
      if (cost >= COST) return this.#furthest(front, box);
    }
  }

  /** Makes room for one more edit: a diagonal on each side, as far as there are any. */
  #widen(range: { low: number; high: number }, reached: Int32Array, unreached: number, first: number, last: number): void {
    if (range.low > first) {
      range.low--;
      reached[this.#zero + range.low - 1] = unreached;
    } else range.low++;
    if (range.high < last) {
      range.high++;
      reached[this.#zero + range.high + 1] = unreached;
    } else range.high--;
  }

  #forward(diagonal: number, { leftEnd, rightEnd }: Box): number {
    const at = this.#zero + diagonal;
    const [below, above] = [this.#front[at - 1] ?? 0, this.#front[at + 1] ?? 0];
    let x = below < above ? above : below + 1;
    while (x < leftEnd && x - diagonal < rightEnd && this.#a[x] === this.#b[x - diagonal]) x++;
    this.#front[at] = x;
    return x;
  }

  #backward(diagonal: number, { left, right }: Box): number {
    const at = this.#zero + diagonal;
    const [below, above] = [this.#back[at - 1] ?? 0, this.#back[at + 1] ?? 0];
    let x = below < above ? below : above - 1;
    while (x > left && x - diagonal > right && this.#a[x - 1] === this.#b[x - diagonal - 1]) x--;
    this.#back[at] = x;
    return x;
  }

  /** The place that the search from the front has come furthest to. */
  #furthest({ low, high }: { readonly low: number; readonly high: number }, { leftEnd, rightEnd, left, right }: Box): Point {
    let best: Point = { x: left, y: right };
    for (let diagonal = high; diagonal >= low; diagonal -= 2) {
      const x = Math.min(this.#front[this.#zero + diagonal] ?? 0, leftEnd, rightEnd + diagonal);
      if (x + x - diagonal > best.x + best.y) best = { x, y: x - diagonal };
    }
    return best;
  }
}

/** Compares two sequences of numbers. */
export const compareSequences = async (a: Int32Array, b: Int32Array, pace: Pace): Promise<Changes> => {
  const comparison = new Comparison(a, b);
  await comparison.run(pace);
  return comparison.changes;
};

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
