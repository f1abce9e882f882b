/** The orders that a sort key may ask for: each prepares a key's text once, and compares what it prepared. */
import { compareText } from '../../../coreutils/text/collate.ts';
import { compareVersions } from '../../../coreutils/text/version.ts';

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
export const byBytes: Ordering<string> = { prepare: (text) => text, compare: compareText };

/** `-n`. */
export const byNumber: Ordering<Decimal> = { prepare: (text) => readDecimal(text), compare: compareDecimals };

/** `-h`: 2K before 1M. */
export const byHumanNumber: Ordering<Decimal> = { prepare: (text) => readDecimal(text, 'KMGTPEZY'), compare: compareDecimals };

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
export const byFloat: Ordering<number | undefined> = {
  prepare: readFloat,
  compare: (a, b) => floatRank(a) - floatRank(b) || (a === b || floatRank(a) < 2 ? 0 : (a ?? 0) < (b ?? 0) ? -1 : 1),
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `-M`: unknown names before January. */
export const byMonth: Ordering<number> = {
  prepare: (text) => months.indexOf(text.trimStart().slice(0, 3).toLowerCase()),
  compare: (a, b) => a - b,
};

/** `-V`. */
export const byVersion: Ordering<string> = { prepare: (text) => text, compare: compareVersions };

const hash = (text: string, seed: number): number => {
  let sum = seed;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  return sum ^ (sum >>> 13);
};

/** `-R`: by chance, equal texts together; `seed` is a 32-bit integer. */
export const byChance = (seed: number): Ordering<{ readonly hash: number; readonly text: string }> => ({
  prepare: (text) => ({ hash: hash(text, seed), text }),
  compare: (a, b) => a.hash - b.hash || compareText(a.text, b.text),
});
