/** Shell patterns: what `*`, `?`, `[…]` and bash's extended groups match, in bounded time (POSIX 2.13). */
import { parseGlob } from './globparse.ts';
import { GlobSearch, type GlobSpan } from './globsearch.ts';

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

/** A pattern that matches just this text: each character that could mean something is escaped. */
export function escapeGlob(text: string): string {
  return text.replace(/[\\*?[\]()|@!+^-]/g, '\\$&');
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
