/** The search of one input, line by line, for any of several patterns. */

import { checkHeld } from '../../../coreutils/lines.ts';
import { lineBatches, type Pace, type Reader } from '../../../os/stream.ts';
import { byteLength } from '../../../os/vfs.ts';
import type { Regex, RegexOptions, Span } from '../../../pattern/regex.ts';
import { compileRegex } from '../../../pattern/regex.ts';
import type { Place, Printer } from './printer.ts';

/** What a search asks of a line. */
export interface Matcher {
  test(line: string): boolean;
  /** The leftmost match at or after `from`, the longest of those that start there. */
  exec(line: string, from: number): Span | undefined;
}

const leftmostLongest = (regexes: readonly Regex[], line: string, from: number): Span | undefined => {
  let best: Span | undefined;
  for (const regex of regexes) {
    const span = regex.exec(line, from);
    if (span && (!best || span.start < best.start || (span.start === best.start && span.end > best.end))) best = span;
  }
  return best;
};

/** Compiles patterns, of which there may be none; throws PatternError. */
export const createMatcher = (patterns: readonly string[], options: RegexOptions): Matcher => {
  const regexes = patterns.map((pattern) => compileRegex(pattern, options));
  return {
    test: (line) => regexes.some((regex) => regex.test(line)),
    exec: (line, from) => leftmostLongest(regexes, line, from),
  };
};

/** The parts of a line that match, without empty ones. */
const matchesIn = (matcher: Matcher, line: string): Span[] => {
  const spans: Span[] = [];
  for (let at = 0; at <= line.length; ) {
    const span = matcher.exec(line, at);
    if (!span) break;
    if (span.end > span.start) spans.push(span);
    at = span.end > span.start ? span.end : span.end + 1;
  }
  return spans;
};

/** What a search looks for and prints. */
export interface SearchRules {
  readonly matcher: Matcher;
  readonly invert: boolean;
  /** Lines to select at most. */
  readonly most: number;
  /** `quiet` prints nothing and, as `files`, stops at the first line that is selected. */
  readonly output: 'lines' | 'matches' | 'count' | 'files' | 'quiet';
  readonly before: number;
  readonly after: number;
  /** A line of `--` parts groups of lines, because context was asked for, be it none. */
  readonly partsGroups: boolean;
  readonly newline: string;
  readonly countsBytes: boolean;
}

/** A line that may still be printed as context before a match. */
interface HeldLine {
  readonly text: string;
  readonly place: Place;
}

/** Searches inputs one after the other; groups of context are parted across inputs too. */
export class Search {
  readonly #rules: SearchRules;
  readonly #printer: Printer;
  readonly #pace: Pace;
  #printedAny = false;
  #held: HeldLine[] = [];
  /** The number of the line printed last, 0 for none in this input. */
  #lastPrinted = 0;
  #afterLeft = 0;

  constructor(rules: SearchRules, printer: Printer, pace: Pace) {
    this.#rules = rules;
    this.#printer = printer;
    this.#pace = pace;
  }

  /** Resolves to the number of lines selected. */
  async run(name: string, reader: Reader): Promise<number> {
    this.#held = [];
    this.#lastPrinted = 0;
    this.#afterLeft = 0;
    let selected = 0;
    let number = 0;
    let offset = 0;
    for await (const { lines } of this.#rules.most > 0 ? lineBatches(reader, this.#rules.newline) : []) {
      for (const text of lines) {
        const pause = this.#pace();
        if (pause) await pause;
        const place = { name, number: ++number, offset };
        if (this.#rules.countsBytes) offset += byteLength(text) + 1;
        if (selected < this.#rules.most && this.#rules.matcher.test(text) !== this.#rules.invert) {
          selected++;
          await this.#select(text, place);
        } else if (this.#rules.output === 'lines') await this.#pass(text, place);
        if (this.#isDone(selected)) {
          reader.close();
          return selected;
        }
      }
      await this.#printer.flush();
    }
    return selected;
  }

  #isDone(selected: number): boolean {
    const { output, most } = this.#rules;
    if (output === 'files' || output === 'quiet') return selected > 0;
    return selected >= most && this.#afterLeft === 0;
  }

  async #select(text: string, place: Place): Promise<void> {
    const { matcher, output, invert, after } = this.#rules;
    if (output === 'matches' && !invert) {
      for (const span of matchesIn(matcher, text)) await this.#printer.match(text, span, place);
    }
    if (output !== 'lines') return;
    await this.#gap(this.#held[0]?.place ?? place);
    for (const held of this.#held) await this.#print(held.text, held.place, '-', []);
    this.#held = [];
    await this.#print(text, place, ':', this.#printer.colours && !invert ? matchesIn(matcher, text) : []);
    this.#afterLeft = after;
  }

  /** A line that is not selected: context after a match, or perhaps before the next. */
  async #pass(text: string, place: Place): Promise<void> {
    if (this.#afterLeft > 0) {
      this.#afterLeft--;
      await this.#print(text, place, '-', []);
    } else if (this.#rules.before > 0) {
      this.#held.push({ text, place });
      checkHeld(this.#held.length, 0);
      if (this.#held.length > this.#rules.before) this.#held.shift();
    }
  }

  async #gap(first: Place): Promise<void> {
    const touches = this.#lastPrinted > 0 && first.number === this.#lastPrinted + 1;
    if (this.#printedAny && !touches && this.#rules.partsGroups) await this.#printer.gap();
  }

  async #print(text: string, place: Place, separator: ':' | '-', spans: readonly Span[]): Promise<void> {
    await this.#printer.line(text, place, separator, spans);
    this.#printedAny = true;
    this.#lastPrinted = place.number;
  }
}
