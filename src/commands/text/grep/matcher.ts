/** A set of patterns as one: a line matches when any of them does. */

import { compilePattern } from '../../../coreutils/text/pattern.ts';
import type { Regex, RegexOptions, Span } from '../../../pattern/regex.ts';

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

/** Compiles patterns, of which there may be none; throws CommandError with status 2. */
export const createMatcher = (patterns: readonly string[], options: RegexOptions): Matcher => {
  const regexes = patterns.map((pattern) => compilePattern(pattern, options, 2));
  return {
    test: (line) => regexes.some((regex) => regex.test(line)),
    exec: (line, from) => leftmostLongest(regexes, line, from),
  };
};

/** The parts of a line that match, without empty ones. */
export const matchesIn = (matcher: Matcher, line: string): Span[] => {
  const spans: Span[] = [];
  for (let at = 0; at <= line.length; ) {
    const span = matcher.exec(line, at);
    if (!span) break;
    if (span.end > span.start) spans.push(span);
    at = span.end > span.start ? span.end : span.end + 1;
  }
  return spans;
};
