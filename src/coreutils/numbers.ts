/** Numbers as arguments have them and output shows them: counts, lists of positions, durations, sizes. */
import { CommandError, UsageError } from '../os/failure.ts';
import { quote } from '../os/quote.ts';

const powers = 'KMGTPEZY';

const multiplier = (suffix: string): number => {
  if (suffix === '') return 1;
  if (suffix === 'b') return 512;
  const power = powers.indexOf(suffix.charAt(0).toUpperCase()) + 1;
  return (suffix.endsWith('B') && !suffix.endsWith('iB') ? 1000 : 1024) ** power;
};

/** A count such as `10`, `2K` (2048), `2kB` (2000) or `1b` (512), at most 2^53; throws `MESSAGE: ‘TEXT’`. */
export const parseCount = (text: string, message: string): number => {
  const [, digits, suffix = ''] = /^\s*\+?(\d+)(b|[kKmMGTPEZY](?:i?B)?)?$/.exec(text) ?? [];
  if (digits === undefined) throw new CommandError(`${message}: ${quote(text)}`);
  return Math.min(Number(digits) * multiplier(suffix), Number.MAX_SAFE_INTEGER);
};

/** A decimal number of at least `least`; throws `MESSAGE: ‘TEXT’`. */
export const parseWhole = (text: string, least: number, message: string): number => {
  if (!/^\s*[+-]?\d+$/.test(text)) throw new CommandError(`${message}: ${quote(text)}`);
  if (Number(text) < least) throw new CommandError(`${message}: ${quote(text)}: Numerical result out of range`);
  return Math.min(Number(text), Number.MAX_SAFE_INTEGER);
};

/** An inclusive range of positions counted from 1; an open end is Infinity. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** What the positions count, for the wording of complaints. */
export type PositionKind = 'fields' | 'bytes';

const wordings = {
  fields: { zero: 'fields are numbered from 1', value: 'invalid field value', range: 'invalid field range' },
  bytes: {
    zero: 'byte/character positions are numbered from 1',
    value: 'invalid byte/character position',
    range: 'invalid byte or character range',
  },
};

const parseRange = (text: string, kind: PositionKind): Range => {
  const words = wordings[kind];
  if (text === '') throw new UsageError(words.zero);
  const [start = '', end, more] = text.split('-');
  for (const part of [start, end ?? '']) {
    if (!/^\d*$/.test(part)) throw new UsageError(`${words.value} ${quote(text.slice(text.indexOf(part)))}`);
  }
  if (more !== undefined) throw new UsageError(words.range);
  if (text === '-') throw new UsageError('invalid range with no endpoint: -');
  const first = start === '' ? 1 : Number(start);
  const last = end === undefined ? first : end === '' ? Infinity : Number(end);
  if (first === 0 || (end === undefined && last === 0)) throw new UsageError(words.zero);
  if (last < first) throw new UsageError('invalid decreasing range');
  return { first, last };
};

/** Parses a LIST into ranges that are in order, apart or touching, and none within another. */
export const parseRanges = (list: string, kind: PositionKind): readonly Range[] => {
  const ranges = list.split(/[,\s]/).map((part) => parseRange(part, kind));
  if (ranges.length === 0) throw new CommandError(kind === 'fields' ? 'missing list of fields' : 'missing list of byte positions');
  ranges.sort((a, b) => a.first - b.first);
  const merged: Range[] = [];
  for (const range of ranges) {
    const previous = merged.at(-1);
    if (previous && range.first <= previous.last)
      merged[merged.length - 1] = { first: previous.first, last: Math.max(previous.last, range.last) };
    else merged.push(range);
  }
  return merged;
};

/** The positions that are in none of the ranges. */
export const complement = (ranges: readonly Range[]): readonly Range[] => {
  const gaps: Range[] = [];
  let next = 1;
  for (const { first, last } of ranges) {
    if (first > next) gaps.push({ first: next, last: first - 1 });
    next = last + 1;
  }
  if (next !== Infinity) gaps.push({ first: next, last: Infinity });
  return gaps;
};

const units = new Map([
  ['', 1000],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

/** The longest wait that timers take, 24 days; nobody waits longer. */
const LONGEST = 2 ** 31 - 1;

/** Milliseconds, at most 24 days; undefined for a text that is no duration. */
export const parseDuration = (text: string): number | undefined => {
  const match = /^\s*\+?(\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|inf(?:inity)?)([smhd]?)$/i.exec(text);
  const [, number = '', unit = ''] = match ?? [];
  const scale = units.get(unit);
  if (!match || scale === undefined) return undefined;
  const value = /^i/i.test(number) ? Number.POSITIVE_INFINITY : Number(number);
  return Math.min(LONGEST, value * scale);
};

const letters = ['', 'K', 'M', 'G', 'T', 'P', 'E'];

/** `1.2K`: rounded up, with one decimal below 10; `base` is 1024, or 1000 (whose kilo is `k`). */
export const humanSize = (bytes: number, base: 1000 | 1024 = 1024): string => {
  let power = 0;
  while (bytes >= base ** (power + 1) && power < letters.length - 1) power += 1;
  if (power === 0) return String(bytes);
  const tenths = Math.ceil((bytes * 10) / base ** power);
  const whole = Math.ceil(bytes / base ** power);
  const letter = base === 1000 && power === 1 ? 'k' : letters[power];
  if (tenths < 100) return `${(tenths / 10).toFixed(1)}${letter}`;
  // Rounding up may reach the next unit.
  return whole >= base ? `1.0${letters[power + 1]}` : `${whole}${letter}`;
};
