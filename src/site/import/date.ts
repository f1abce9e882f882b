/** Reads the dates of foreign documents, whatever their form, where only one month or year can be meant. */
import * as v from 'valibot';
import type { PartialDate } from '../../../data/types.ts';
import { date } from '../check/schema.ts';

const months = 'january february march april may june july august september october november december'.split(' ');

/** The number of a month's English name, or of its first three letters or more; undefined for another word. */
const numberOf = (word: string): number | undefined => {
  const index = word.length < 3 ? -1 : months.findIndex((name) => name.startsWith(word));
  return index < 0 ? undefined : index + 1;
};

/** The month of a date in figures whose first two parts may be day and month, or month and day; undefined where it may be either. */
const monthAmong = (first: number, second: number): number | undefined => {
  if (first === second || (first > 12 && second <= 12)) return second;
  return second > 12 && first <= 12 ? first : undefined;
};

/** Forms of a date, in lower case, each with its year and, if it tells one, its month. */
const forms: readonly (readonly [
  form: RegExp,
  read: (parts: readonly string[]) => readonly [year: string, month?: number | undefined] | undefined,
])[] = [
  [/^(\d{4})$/, ([year = '']) => [year]],
  // 2013-09, 2013/9, 2013.09.24, 2013-9-24T00:00Z
  [/^(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2})?(?:[t ]\d{2}:.*)?$/, ([year = '', month]) => [year, Number(month)]],
  // 06/2012
  [/^(\d{1,2})[-/.](\d{4})$/, ([month, year = '']) => [year, Number(month)]],
  // 24/07/2014; of 07/08/2014 only the year is sure
  [/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/, ([first, second, year = '']) => [year, monthAmong(Number(first), Number(second))]],
  // July 2014, Jul. 2014, July 24th, 2014
  [/^([a-z]+)[.,]? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(\d{4})$/, ([name = '', year = '']) => ofName(year, name)],
  // 24 July 2014, 2014 July
  [/^\d{1,2}(?:st|nd|rd|th)?[. -]*([a-z]+)[.,]?[ -](\d{4})$/, ([name = '', year = '']) => ofName(year, name)],
  [/^(\d{4})[ -]([a-z]+)\.?$/, ([year = '', name = '']) => ofName(year, name)],
  // Spring 2014, Q3 2014
  [/^(?:spring|summer|autumn|fall|winter|q[1-4]),? (\d{4})$/, ([year = '']) => [year]],
];

const ofName = (year: string, name: string): readonly [year: string, month: number] | undefined => {
  const month = numberOf(name);
  return month === undefined ? undefined : [year, month];
};

/** The month or year that a text states; undefined where it states none, or where more than one may be meant, as `2011-13`. */
export const dateIn = (text: string): PartialDate | undefined => {
  const told = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  for (const [form, read] of forms) {
    const found = form.exec(told);
    const [year, month] = (found && read(found.slice(1))) ?? [];
    if (year === undefined) continue;
    const value = month === undefined ? year : `${year}-${String(month).padStart(2, '0')}`;
    return v.is(date, value) ? (value as PartialDate) : undefined;
  }
  return undefined;
};

/** Whether a text means that something goes on. */
export const isPresent = (text: string): boolean =>
  /^(?:(?:to |until |till )?(?:the )?(?:present(?: day)?|now|date|today)|currently|current|ongoing)\.?$/i.test(text.trim());
