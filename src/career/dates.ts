/** Dates of reduced precision: as text, as points in time, and in order. */
import type { PartialDate } from '../../data/types.ts';

/** The end of a span: `now` while it lasts. */
export type End = PartialDate | 'now';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The year of a date. */
export const yearOf = (date: PartialDate): number => Number(date.slice(0, 4));

/** The month of a date, 1 to 12; undefined when only its year is known. */
const monthOf = (date: PartialDate): number | undefined => (date.length > 4 ? Number(date.slice(5)) : undefined);

/** `2021`, or `February 2021`. */
export const dateText = (date: PartialDate): string => {
  const name = months[(monthOf(date) ?? 0) - 1];
  return name === undefined ? date.slice(0, 4) : `${name} ${date.slice(0, 4)}`;
};

const span = (start: string, end: string): string => (start === end ? start : `${start} – ${end}`);

/** `2023 – 2025`, `2025 – now`, or `2018` for a span within one year: months are left out. */
export const yearsText = (start: PartialDate, end: End): string => span(start.slice(0, 4), end.slice(0, 4));

/** As `dateText`, or `now`. */
export const endText = (end: End): string => (end === 'now' ? end : dateText(end));

/** As `yearsText`, with the months that are known: `February 2021 – now`. */
export const spanText = (start: PartialDate, end: End): string => span(dateText(start), endText(end));

/** Noon of the first day of a year or month; milliseconds since 1970, UTC. */
export const startOf = (date: PartialDate): number => Date.UTC(yearOf(date), (monthOf(date) ?? 1) - 1, 1, 12);

/** Noon of the last day of a year or month, or `now`, whichever comes first; milliseconds since 1970, UTC. */
export const endOf = (date: End, now: number): number =>
  date === 'now' ? now : Math.min(now, Date.UTC(yearOf(date), monthOf(date) ?? 12, 0, 12));
