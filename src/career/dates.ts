/** Dates that may be just a year or a month, as text and as points in time. */
import type { PartialDate, Resume } from '../../data/types.ts';
import { english, type Speech } from '../locales/speech.ts';

/** The end of a span: `now` while it lasts. */
export type End = PartialDate | 'now';

/** When something was: a span, an end alone, or nothing known. */
export interface Span {
  readonly start?: PartialDate;
  readonly end?: End;
}

/** When a career began, as far as it is told: by the person, else by the first job. */
export const beginning = ({ person, jobs }: Pick<Resume, 'person' | 'jobs'>): PartialDate | undefined =>
  person.since ?? jobs.map(({ start }) => start).sort()[0];

/** The year of a date. */
export const yearOf = (date: PartialDate): number => Number(date.slice(0, 4));

/** The month of a date, 1 to 12; undefined if only the year is known. */
const monthOf = (date: PartialDate): number | undefined => (date.length > 4 ? Number(date.slice(5)) : undefined);

/** `2021`, or `February 2021`; like all texts here, in English unless another language is given. */
export const dateText = (date: PartialDate, { language }: Speech = english): string =>
  monthOf(date) === undefined
    ? date.slice(0, 4)
    : new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(startOf(date));

const span = (start: string, end: string): string => (start === end ? start : `${start} – ${end}`);

/** `2023 – 2025`, `2025 – now`, or `2018` for a span within one year; without months. */
export const yearsText = (start: PartialDate, end: End, { translate }: Speech = english): string =>
  span(start.slice(0, 4), end === 'now' ? translate('now') : end.slice(0, 4));

/** As `dateText`, or `now`. */
export const endText = (end: End, speech: Speech = english): string => (end === 'now' ? speech.translate('now') : dateText(end, speech));

/** As `yearsText`, with the months that are known: `February 2021 – now`. */
export const spanText = (start: PartialDate, end: End, speech: Speech = english): string =>
  span(dateText(start, speech), endText(end, speech));

/** Noon of the first day of a year or month; milliseconds since 1970, UTC. */
export const startOf = (date: PartialDate): number => Date.UTC(yearOf(date), (monthOf(date) ?? 1) - 1, 1, 12);

/** Noon of the last day of a year or month, or `now`, whichever comes first; milliseconds since 1970, UTC. */
export const endOf = (date: End, now: number): number =>
  date === 'now' ? now : Math.min(now, Date.UTC(yearOf(date), monthOf(date) ?? 12, 0, 12));
