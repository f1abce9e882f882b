/** Shell patterns: what `*`, `?`, `[…]` and bash's extended groups match, in bounded time (POSIX 2.13). */
import { contains, fold, setCost } from './charset.ts';
import { type GlobElement, parseGlob } from './globparse.ts';
import { MAX_GLOB_STEPS, PatternError } from './limits.ts';

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
class GlobSearch {
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

/** How a pattern is read: `extended` turns on `?(…)`, `*(…)`, `+(…)`, `@(…)`, `!(…)` (extglob); `caseless` is nocasematch. */
export interface GlobOptions {
  readonly extended?: boolean;
  readonly caseless?: boolean;
}

/** A compiled pattern. Lengths are in UTF-16 units, or -1 for no match. Each method throws PatternError beyond MAX_GLOB_STEPS. */
export interface Glob {
  /** Whether the whole text matches (`case`, `[[ == ]]`, a path component). */
  matches(text: string): boolean;
  /** Length of the longest matching prefix (`${x##p}`). */
  longestPrefix(text: string): number;
  /** Length of the shortest matching prefix (`${x#p}`). */
  shortestPrefix(text: string): number;
  /** Length of the longest matching suffix (`${x%%p}`). */
  longestSuffix(text: string): number;
  /** Length of the shortest matching suffix (`${x%p}`). */
  shortestSuffix(text: string): number;
  /** The longest match at the leftmost place at or after `from` (`${x/p/r}`); it may be empty. */
  find(text: string, from: number): GlobSpan | undefined;
}

/** Whether pathname expansion has anything to do: an unescaped `*`, `?`, bracket expression or, if `extended`, group. */
export function hasGlob(pattern: string, extended = false): boolean {
  return parseGlob(pattern, extended).some(({ kind }) => kind !== 'text');
}

/** The text of a pattern without its backslash escapes. */
export function unescapeGlob(pattern: string): string {
  return pattern.replace(/\\(.)/gsu, '$1');
}

/** Compiles a pattern in which a backslash quotes the next character. Never a syntax error: what is malformed is literal, as in bash. */
export function compileGlob(pattern: string, options: GlobOptions = {}): Glob {
  const { extended = false, caseless = false } = options;
  const elements = parseGlob(pattern, extended, caseless);
  let search: GlobSearch | undefined;
  const open = (text: string): GlobSearch => {
    // One search per text, so that repeated calls share what was found and the limit.
    if (search?.source !== text) search = new GlobSearch(elements, text, caseless);
    return search;
  };
  const suffixLength = (text: string, start: number | undefined): number => (start === undefined ? -1 : text.length - start);
  return {
    matches: (text) => open(text).ends(0).at(-1) === text.length,
    longestPrefix: (text) => open(text).ends(0).at(-1) ?? -1,
    shortestPrefix: (text) => open(text).ends(0)[0] ?? -1,
    longestSuffix: (text) => suffixLength(text, open(text).starts([text.length]).at(-1)),
    shortestSuffix: (text) => suffixLength(text, open(text).starts([text.length])[0]),
    find: (text, from) => open(text).find(from),
  };
}
