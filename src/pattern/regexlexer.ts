/** Reads what takes several characters in a regular expression: escapes, and repetition counts. */
import type { Assertion } from './assertion.ts';
import { type BracketItem, type CharClass, literalItem, namedClass } from './charset.ts';
import { PatternError } from './limits.ts';
import type { RegexNode, RegexSyntax } from './regextree.ts';

const CONTROLS = new Map([
  ['a', 7],
  ['e', 27],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
]);

const HEX = /[0-9A-Fa-f]{1,2}/y;

const ASSERTIONS = new Map<string, Assertion>([
  ['`', '`'],
  ["'", "'"],
  ['b', 'b'],
  ['B', 'B'],
  ['<', '<'],
  ['>', '>'],
]);

const PERL_ASSERTIONS = new Map<string, Assertion>([
  ['A', '`'],
  ['z', "'"],
  ['Z', "'"],
]);

/** The class or assertion of an escaped letter in GNU's syntaxes, with Perl's additions if `perl`; undefined when it is neither. */
export function escapeNode(letter: string, perl: boolean): RegexNode | undefined {
  const charClass = shorthand(letter, perl);
  if (charClass) return { kind: 'set', set: { negated: false, ranges: [], classes: [charClass] } };
  const assertion = ASSERTIONS.get(letter) ?? (perl ? PERL_ASSERTIONS.get(letter) : undefined);
  return assertion && { kind: 'assert', assertion };
}

/** `\w` and `\s`, Perl's `\d`, and in upper case their complements. */
function shorthand(letter: string, perl: boolean): CharClass | undefined {
  const negated = letter !== letter.toLowerCase();
  switch (letter.toLowerCase()) {
    case 'w':
      return namedClass('word', negated);
    case 's':
      return namedClass('space', negated);
    case 'd':
      return perl ? namedClass('digit', negated) : undefined;
    default:
      return undefined;
  }
}

/** The character named by the escape whose backslash is at `at` (`\n`, `\x41`); undefined when it names none. */
export function controlEscape(pattern: string, at: number): BracketItem | undefined {
  const letter = pattern.charAt(at + 1);
  const code = CONTROLS.get(letter);
  if (code !== undefined) return { end: at + 2, code };
  HEX.lastIndex = at + 2;
  const digits = letter === 'x' ? HEX.exec(pattern)?.[0] : undefined;
  return digits === undefined ? undefined : { end: HEX.lastIndex, code: Number.parseInt(digits, 16) };
}

/** How this syntax reads a backslash inside brackets; undefined for POSIX, where it is an ordinary character. */
export function bracketEscape({ syntax, controls, bracketEscapes }: RegexSyntax): (pattern: string, at: number) => BracketItem | undefined {
  const perl = syntax === 'perl';
  return (pattern, at) => {
    const named = perl || controls ? controlEscape(pattern, at) : undefined;
    if (named || !(perl || bracketEscapes) || at + 1 >= pattern.length) return named;
    const charClass = perl ? shorthand(pattern.charAt(at + 1), perl) : undefined;
    return charClass ? { end: at + 2, charClass } : literalItem(pattern, at + 1);
  };
}

/** The largest count (RE_DUP_MAX). */
const MAX_REPEAT = 32_767;

/** From how many to how many times, Infinity without an upper bound; `end` is the index after the closing brace. */
export interface Interval {
  readonly min: number;
  readonly max: number;
  readonly end: number;
}

/** The `{n}`, `{n,}`, `{,m}` or `{n,m}` at the index, in a basic expression with backslashes; undefined when it is none. */
export function readInterval(pattern: string, at: number, basic: boolean): Interval | undefined {
  const form = basic ? /\\\{(\d*)(?:(,)(\d*))?\\\}/y : /\{(\d*)(?:(,)(\d*))?\}/y;
  form.lastIndex = at;
  const [, low = '', comma = '', high = ''] = form.exec(pattern) ?? [];
  if (low === '' && comma === '') return undefined;
  const min = Number(low);
  const max = high === '' ? min : Number(high);
  if (min > MAX_REPEAT || max > MAX_REPEAT) throw new PatternError('Regular expression too big');
  return { min, max: high === '' && comma ? Number.POSITIVE_INFINITY : max, end: form.lastIndex };
}
