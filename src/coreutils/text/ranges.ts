/** LISTs of positions, as cut takes them: `1,3-5,7-`. */

import { CommandError, UsageError } from '../../os/failure.ts';
import { quote } from '../../os/quote.ts';

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
