/** Walks a parsed shell pattern through one text, all positions at once, so that no pattern takes exponential time. */
import { contains, fold, setCost } from './charset.ts';
import { PatternError } from './error.ts';
import { type GlobElement, MAX_GLOB_STEPS } from './globparse.ts';

/** A part of a text, as UTF-16 indices, `end` exclusive. */
export interface GlobSpan {
  readonly start: number;
  readonly end: number;
}

/** 1 walks from the pattern's first element to its last, -1 from the last to the first, leftwards in the text. */
type Direction = 1 | -1;

/**
 * One pattern in one text. Where a backtracker tries one position after another, this keeps the set of all positions
 * reached so far: a list without repeats, in the order of travel.
 */
export class GlobSearch {
  /** The text as it was given. */
  readonly source: string;
  private readonly elements: readonly GlobElement[];
  private readonly text: string;
  private readonly caseless: boolean;
  private steps = 0;
  private allStarts: readonly number[] | undefined;

  constructor(elements: readonly GlobElement[], source: string, caseless: boolean) {
    this.source = source;
    this.elements = elements;
    this.text = caseless ? fold(source) : source;
    this.caseless = caseless;
  }

  /** Where a match that starts at `start` may end, nearest first. */
  ends(start: number): number[] {
    return this.sequence(this.elements, [start], 1);
  }

  /** Where a match that ends at one of `ends` (last first) may start, last first. */
  starts(ends: number[]): number[] {
    return this.sequence(this.elements, ends, -1);
  }

  /** The longest match at the leftmost start that is not before `from`. */
  find(from: number): GlobSpan | undefined {
    this.allStarts ??= this.starts(this.onwards(this.text.length, -1)).reverse();
    const start = this.allStarts[lowerBound(this.allStarts, from)];
    if (start === undefined) return undefined;
    return { start, end: this.ends(start).at(-1) ?? start };
  }

  private sequence(elements: readonly GlobElement[], positions: number[], direction: Direction): number[] {
    for (let i = 0; i < elements.length && positions.length > 0; i++) {
      const element = elements.at(direction > 0 ? i : -1 - i);
      this.spend(positions.length + 1);
      if (element) positions = this.element(element, positions, direction);
    }
    this.spend(positions.length);
    return positions;
  }

  private element(element: GlobElement, positions: number[], direction: Direction): number[] {
    switch (element.kind) {
      case 'text':
        return this.literal(element.text, positions, direction);
      case 'any':
        return this.characters(() => true, positions, direction);
      case 'set':
        this.spend(positions.length * setCost(element.set));
        return this.characters((code) => contains(element.set, code, this.caseless), positions, direction);
      case 'star':
        return this.onwards(positions[0] ?? 0, direction);
      case 'group':
        return this.group(element.operator, element.choices, positions, direction);
    }
  }

  private literal(literal: string, positions: number[], direction: Direction): number[] {
    const { text } = this;
    this.spend(positions.length * (literal.length >> 10));
    const matches = (at: number): boolean => (direction > 0 ? text.startsWith(literal, at) : text.endsWith(literal, at));
    return positions.filter(matches).map((at) => at + direction * literal.length);
  }

  private characters(accepts: (code: number) => boolean, positions: number[], direction: Direction): number[] {
    const reached: number[] = [];
    for (const at of positions) {
      const next = this.neighbour(at, direction);
      if (next >= 0 && accepts(this.text.codePointAt(Math.min(at, next)) ?? 0)) reached.push(next);
    }
    return reached;
  }

  /** The position one code point further, or -1 at the edge of the text. */
  private neighbour(at: number, direction: Direction): number {
    const { text } = this;
    const next = at + direction;
    if (next > text.length) return -1;
    const far = next + direction;
    const isPair = far >= 0 && far <= text.length && (text.codePointAt(Math.min(at, far)) ?? 0) > 0xffff;
    return isPair ? far : next;
  }

  /** The position itself, then every one further on. */
  private onwards(at: number, direction: Direction): number[] {
    const positions: number[] = [];
    for (; at >= 0; at = this.neighbour(at, direction)) positions.push(at);
    return positions;
  }

  private group(operator: string, choices: readonly GlobElement[][], positions: number[], direction: Direction): number[] {
    if (operator === '!') return this.except(choices, positions, direction);
    const reached = new Set(operator === '?' || operator === '*' ? positions : []);
    let frontier = positions;
    do {
      const fresh: number[] = [];
      for (const at of choices.flatMap((choice) => this.sequence(choice, frontier, direction))) {
        if (reached.has(at)) continue;
        reached.add(at);
        fresh.push(at);
      }
      frontier = fresh.sort((a, b) => direction * (a - b));
    } while (frontier.length > 0 && (operator === '*' || operator === '+'));
    return this.inOrder(reached, direction);
  }

  /** `!(…)`: from each position on its own, wherever none of the choices leads. */
  private except(choices: readonly GlobElement[][], positions: number[], direction: Direction): number[] {
    const reached = new Set<number>();
    const all = this.onwards(positions[0] ?? 0, direction);
    for (const at of positions) {
      // Two positions nearly always reach everything between them, so most of a long list need not be walked.
      if (reached.size === all.length) break;
      const denied = new Set(choices.flatMap((choice) => this.sequence(choice, [at], direction)));
      for (const to of all) if (direction * (to - at) >= 0 && !denied.has(to)) reached.add(to);
      // Sets are slower than lists.
      this.spend(4 * all.length);
    }
    return this.inOrder(reached, direction);
  }

  private inOrder(positions: ReadonlySet<number>, direction: Direction): number[] {
    return [...positions].sort((a, b) => direction * (a - b));
  }

  private spend(steps: number): void {
    this.steps += steps;
    if (this.steps > MAX_GLOB_STEPS) throw new PatternError('pattern too complex (MAX_GLOB_STEPS)');
  }
}

/** The first index of an ascending list whose value is at least `value`. */
function lowerBound(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
