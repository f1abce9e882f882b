/** The comparison of two lines: key by key in the order that each asks for, then as a last resort byte by byte. */

import { toBytes } from '../../../coreutils/bytes.ts';
import { compareText, compareVersions } from '../../../coreutils/order.ts';
import { CommandError } from '../../../os/failure.ts';
import { keyText, type SortKey } from './key.ts';

/** One way to order texts; `prepare` gives what `compare` takes. */
export interface Ordering<K = unknown> {
  prepare(text: string): K;
  compare(a: K, b: K): number;
}

/** A decimal number as GNU's strnumcmp sees it, of any length. */
interface Decimal {
  readonly negative: boolean;
  /** Without leading zeros. */
  readonly whole: string;
  /** Without trailing zeros. */
  readonly fraction: string;
  /** The power of 1000 that a suffix stands for; 0 without one. */
  readonly power: number;
}

const readDecimal = (text: string, suffixes = ''): Decimal => {
  const [, sign = '', whole = '', fraction = '', suffix = ''] = /^[ \t]*(-?)0*(\d*)(?:\.(\d*))?(.?)/s.exec(text) ?? [];
  const digits = fraction.replace(/0+$/, '');
  const isZero = whole === '' && digits === '';
  return {
    negative: sign !== '' && !isZero,
    whole,
    fraction: digits,
    power: isZero || suffix === '' ? 0 : suffixes.indexOf(suffix === 'k' ? 'K' : suffix) + 1,
  };
};

const compareMagnitudes = (a: Decimal, b: Decimal): number =>
  a.power - b.power || a.whole.length - b.whole.length || compareText(a.whole, b.whole) || compareText(a.fraction, b.fraction);

const compareDecimals = (a: Decimal, b: Decimal): number => {
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  return a.negative ? compareMagnitudes(b, a) : compareMagnitudes(a, b);
};

/** Bytes, the default. */
const byBytes: Ordering<string> = { prepare: (text) => text, compare: compareText };

/** `-n`. */
const byNumber: Ordering<Decimal> = { prepare: (text) => readDecimal(text), compare: compareDecimals };

/** `-h`: 2K before 1M. */
const byHumanNumber: Ordering<Decimal> = { prepare: (text) => readDecimal(text, 'KMGTPEZY'), compare: compareDecimals };

const floating = /^\s*[+-]?(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|inf(?:inity)?|nan)/i;

const readFloat = (text: string): number | undefined => {
  const found = floating.exec(text)?.[0].trim().toLowerCase();
  if (found === undefined) return undefined;
  if (found.includes('inf')) return found.startsWith('-') ? -Infinity : Infinity;
  return Number(found.replace(/^\+/, ''));
};

/** What is no number comes first, then NaN, then numbers. */
const floatRank = (value: number | undefined): number => (value === undefined ? 0 : Number.isNaN(value) ? 1 : 2);

/** `-g`: anything that strtod reads. */
const byFloat: Ordering<number | undefined> = {
  prepare: readFloat,
  compare: (a, b) => floatRank(a) - floatRank(b) || (a === b || floatRank(a) < 2 ? 0 : (a ?? 0) < (b ?? 0) ? -1 : 1),
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `-M`: unknown names before January. */
const byMonth: Ordering<number> = {
  prepare: (text) => months.indexOf(text.trimStart().slice(0, 3).toLowerCase()),
  compare: (a, b) => a - b,
};

/** `-V`. */
const byVersion: Ordering<string> = { prepare: (text) => text, compare: compareVersions };

const hash = (text: string, seed: number): number => {
  let sum = seed;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  return sum ^ (sum >>> 13);
};

/** `-R`: by chance, equal texts together; `seed` is a 32-bit integer. */
const byChance = (seed: number): Ordering<{ readonly hash: number; readonly text: string }> => ({
  prepare: (text) => ({ hash: hash(text, seed), text }),
  compare: (a, b) => a.hash - b.hash || compareText(a.text, b.text),
});

/** A line with its keys prepared. */
export interface SortLine {
  readonly text: string;
  readonly keys: readonly unknown[];
}

/** What a sort goes by. */
export interface SortRules {
  /** None: whole lines by bytes. */
  readonly keys: readonly SortKey[];
  readonly separator: string | undefined;
  /** Reverses the last resort, or all where there are no keys. */
  readonly reverse: boolean;
  /** No last resort: lines with equal keys are equal. */
  readonly stable: boolean;
  /** Seeds the order by chance. */
  readonly seed: number;
}

/** A sort's two steps: each line is prepared once, and compared many times. */
export interface Sorter {
  prepare(text: string): SortLine;
  compare(a: SortLine, b: SortLine): number;
}

/** Turns down orderings that cannot go together, in GNU's wording. */
export const checkLetters = ({ letters }: SortKey): void => {
  const kinds = [...'ghMn'].filter((letter) => letters.has(letter)).length;
  const others = [...'diRV'].some((letter) => letters.has(letter)) ? 1 : 0;
  if (kinds + others < 2) return;
  const shown = [...'dfghiMnRV'].filter((letter) => letters.has(letter)).join('');
  throw new CommandError(`options '-${shown}' are incompatible`, 2);
};

/** An ordering is only ever given what it prepared itself, so that what that is can be forgotten. */
const erase = <K>(ordering: Ordering<K>): Ordering => ordering as unknown as Ordering;

const orderingOf = (letters: ReadonlySet<string>, seed: number): Ordering => {
  if (letters.has('n')) return erase(byNumber);
  if (letters.has('g')) return erase(byFloat);
  if (letters.has('h')) return erase(byHumanNumber);
  if (letters.has('M')) return erase(byMonth);
  if (letters.has('V')) return erase(byVersion);
  return letters.has('R') ? erase(byChance(seed)) : erase(byBytes);
};

/** `-d`, `-i` and `-f`: which characters count, and in which case. */
const transform = (text: string, letters: ReadonlySet<string>): string => {
  if (letters.has('d')) text = text.replace(/[^A-Za-z0-9 \t\n]/g, '');
  else if (letters.has('i')) text = text.replace(/[^\x20-\x7e]/g, '');
  return letters.has('f') ? text.replace(/[a-z]+/g, (run) => run.toUpperCase()) : text;
};

/** Makes the comparison that `rules` ask for. */
export const createSorter = (rules: SortRules): Sorter => {
  const keys = rules.keys.map((key) => ({ key, ordering: orderingOf(key.letters, rules.seed), sign: key.letters.has('r') ? -1 : 1 }));
  const prepare = (text: string): SortLine => {
    if (keys.length === 0) return { text, keys: [] };
    const bytes = toBytes(text);
    return { text, keys: keys.map(({ key, ordering }) => ordering.prepare(transform(keyText(bytes, key, rules.separator), key.letters))) };
  };
  const compare = (a: SortLine, b: SortLine): number => {
    for (const [i, { ordering, sign }] of keys.entries()) {
      const difference = ordering.compare(a.keys[i], b.keys[i]);
      if (difference !== 0) return sign * difference;
    }
    if (rules.stable && keys.length > 0) return 0;
    return compareText(a.text, b.text) * (rules.reverse ? -1 : 1);
  };
  return { prepare, compare };
};
