/** Sets of characters, as bracket expressions and class escapes write them (POSIX XBD 9.3.5). */

/** A named class or its complement. */
export interface CharClass {
  readonly test: RegExp;
  readonly negated: boolean;
}

/** Which characters a bracket expression lets through: `ranges` holds inclusive pairs of code points, flat. */
export interface CharSet {
  readonly negated: boolean;
  readonly ranges: number[];
  readonly classes: CharClass[];
}

/** One member of a bracket expression: a code point that may begin a range, or a whole class; `end` is the index after it. */
export interface BracketItem {
  readonly end: number;
  readonly code?: number;
  readonly charClass?: CharClass;
  readonly problem?: string;
}

/** What differs between the bracket expressions of globs and those of regular expressions. */
export interface BracketSyntax {
  readonly negators: string;
  /** Reads the backslash escape at `at`; undefined where a backslash stands for itself. */
  readonly escape?: (pattern: string, at: number) => BracketItem | undefined;
}

/** A parsed bracket expression; `problem` is regcomp's complaint about it, which globs pass over. */
export interface Bracket {
  readonly set: CharSet;
  readonly end: number;
  readonly problem: string | undefined;
}

/** No name in `[:…:]` is longer; without a bound, a row of unclosed `[:` would be searched to its end from each. */
const MAX_NAME = 16;

const CLASSES = new Map([
  ['alnum', /[\p{Alphabetic}\p{Nd}]/u],
  ['alpha', /\p{Alphabetic}/u],
  ['blank', /[ \t]/],
  ['cntrl', /\p{Cc}/u],
  ['digit', /[0-9]/],
  ['graph', /[^\p{Z}\p{C}]/u],
  ['lower', /\p{Ll}/u],
  ['print', /[^\p{Zl}\p{Zp}\p{C}]/u],
  ['punct', /[\p{P}\p{S}]/u],
  ['space', /\s/],
  ['upper', /\p{Lu}/u],
  ['word', /[\p{Alphabetic}\p{Nd}_]/u],
  ['xdigit', /[0-9A-Fa-f]/],
]);

/** The class of a POSIX name (`alpha`), or of `word`; undefined for a name that is none. */
export function namedClass(name: string, negated = false): CharClass | undefined {
  const test = CLASSES.get(name);
  return test && { test, negated };
}

/** What `contains` costs beyond a step, for those who count. */
export function setCost({ ranges, classes }: CharSet): number {
  return (ranges.length >> 3) + classes.length;
}

/** Whether the code point is in the set. A caseless caller passes the folded character and gets the answer for either case. */
export function contains(set: CharSet, code: number, caseless = false): boolean {
  if (has(set, code)) return !set.negated;
  if (!caseless) return set.negated;
  const upper = String.fromCodePoint(code).toUpperCase();
  return has(set, upper.codePointAt(0) ?? code) !== set.negated;
}

function has({ ranges, classes }: CharSet, code: number): boolean {
  for (let i = 0; i < ranges.length; i += 2) {
    if (code >= (ranges[i] ?? 0) && code <= (ranges[i + 1] ?? 0)) return true;
  }
  return classes.length > 0 && classes.some(({ test, negated }) => test.test(String.fromCodePoint(code)) !== negated);
}

/** The text in lower case, each character still where it was: what a caseless match compares. */
export function fold(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  // Character by character, because "İ" would grow and a final "Σ" depends on its neighbours.
  return Array.from(text, (char) => {
    const lower = char.toLowerCase();
    return lower.length === char.length ? lower : char;
  }).join('');
}

/** Parses the bracket expression whose `[` is just before `at`; undefined when its `]` is missing. */
export function parseBracket(pattern: string, at: number, syntax: BracketSyntax): Bracket | undefined {
  const negated = at < pattern.length && syntax.negators.includes(pattern.charAt(at));
  const set: CharSet = { negated, ranges: [], classes: [] };
  let problem: string | undefined;
  const first = negated ? at + 1 : at;
  for (let i = first; i < pattern.length; ) {
    if (pattern[i] === ']' && i > first) return { set, end: i + 1, problem };
    const item = readItem(pattern, i, syntax);
    const isRange = pattern[item.end] === '-' && item.end + 1 < pattern.length && pattern[item.end + 1] !== ']';
    const last = isRange ? readItem(pattern, item.end + 1, syntax) : item;
    i = last.end;
    problem ??= item.problem ?? last.problem ?? addItems(set, item, last);
  }
  return undefined;
}

function addItems(set: CharSet, item: BracketItem, last: BracketItem): string | undefined {
  if (item.charClass && item === last) {
    set.classes.push(item.charClass);
    return undefined;
  }
  if (item.code === undefined || last.code === undefined || item.code > last.code) return 'Invalid range end';
  set.ranges.push(item.code, last.code);
  return undefined;
}

function readItem(pattern: string, at: number, syntax: BracketSyntax): BracketItem {
  const char = pattern[at];
  return (char === '[' && readNamed(pattern, at)) || (char === '\\' && syntax.escape?.(pattern, at)) || literalItem(pattern, at);
}

/** The character at `at` as a member that stands for itself. */
export function literalItem(pattern: string, at: number): BracketItem {
  const code = pattern.codePointAt(at) ?? 0;
  return { end: at + (code > 0xffff ? 2 : 1), code };
}

function readNamed(pattern: string, at: number): BracketItem | undefined {
  const mark = pattern.charAt(at + 1);
  if (mark !== ':' && mark !== '.' && mark !== '=') return undefined;
  const ahead = pattern.slice(at + 2, at + 4 + MAX_NAME);
  const close = ahead.indexOf(`${mark}]`);
  if (close < 0) return undefined;
  const end = at + close + 4;
  const name = ahead.slice(0, close);
  if (mark === ':') {
    const charClass = namedClass(name);
    return charClass ? { end, charClass } : { end, problem: 'Invalid character class name' };
  }
  const { code, end: after } = literalItem(name, 0);
  return code !== undefined && after === name.length ? { end, code } : { end, problem: 'Invalid collation character' };
}
