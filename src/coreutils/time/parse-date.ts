/** Dates in words, as `date -d` takes them (GNU coreutils manual, “Date input formats”). */
import { daysInMonth, type Fields, toDateTime, toTime, type Zone } from './calendar.ts';
import { type DateParts, dateItems, offsetItem } from './date-items.ts';

/** Texts that are longer are no dates. */
const LENGTH = 200;

const skipSpace = (text: string, at: number): number => at + (/^(?:[\s,]|\([^()]*\))*/.exec(text.slice(at))?.[0].length ?? 0);

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Turns what has been added since `before` around: `3 days ago`. */
const negateSince = (before: DateParts['shift'], { shift }: DateParts): void => {
  for (const unit of ['year', 'month', 'day', 'millisecond'] as const) shift[unit] = 2 * before[unit] - shift[unit];
};

/** Reads one item at `at` and answers where the next may begin; undefined when there is none. */
const readItem = (text: string, at: number, parts: DateParts): number | undefined => {
  const before = { ...parts.shift };
  for (const [pattern, read] of dateItems) {
    const found = match(pattern, text, at);
    if (!found) continue;
    if (!read(parts, found)) return undefined;
    const end = at + found[0].length;
    const zone = found[0].includes(':') ? match(offsetItem[0], text, skipSpace(text, end)) : null;
    if (zone) return offsetItem[1](parts, zone) ? zone.index + zone[0].length : undefined;
    const ago = match(/\s+ago(?![a-z])/iy, text, end);
    if (!ago) return end;
    negateSince(before, parts);
    return end + ago[0].length;
  }
  return undefined;
};

const readItems = (text: string): DateParts | undefined => {
  const parts: DateParts = { shift: { year: 0, month: 0, day: 0, millisecond: 0 } };
  for (let at: number | undefined = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    at = readItem(text, at, parts);
    if (at === undefined) return undefined;
  }
  return parts;
};

/** Days to the weekday that is meant, from one that is `today`. */
const daysUntil = ({ day, ordinal }: NonNullable<DateParts['weekday']>, today: number): number =>
  ((day - today + 7) % 7) + 7 * (ordinal - (ordinal > 0 && day !== today ? 1 : 0));

const fixedZone = (minutes: number): Zone => ({ offset: () => minutes, name: () => '' });

const resolve = (parts: DateParts, text: string, now: number, local: Zone): number | undefined => {
  const zone = parts.offset === undefined ? local : fixedZone(parts.offset);
  const today = toDateTime(now, zone);
  if (!today) return undefined;
  const { year = today.year, month = today.month, day = today.day, shift } = parts;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const dated = parts.month !== undefined || parts.weekday || text.trim() === '';
  const [hour, minute, second, millisecond] =
    parts.time ?? (dated ? [0, 0, 0, 0] : [today.hour, today.minute, today.second, today.millisecond]);
  const fields: Fields = { year: year + shift.year, month: month + shift.month, day: day + shift.day, hour, minute, second, millisecond };
  const base = toTime(fields, zone);
  const wall = toDateTime(base, zone);
  // A time that the clock skips is no time.
  if (wall && (wall.hour !== hour % 24 || wall.minute !== minute)) return undefined;
  const there = parts.weekday && parts.month === undefined ? wall : undefined;
  const moved = there && parts.weekday ? toTime({ ...fields, day: fields.day + daysUntil(parts.weekday, there.weekday) }, zone) : base;
  return moved + shift.millisecond;
};

/** Milliseconds since 1970 of the date that `text` means at `now`; undefined when it means none. */
export const parseDate = (text: string, now: number, zone: Zone): number | undefined => {
  const parts = text.length > LENGTH ? undefined : readItems(text);
  if (!parts) return undefined;
  const at = parts.at ?? resolve(parts, text, now, zone);
  return at !== undefined && toDateTime(at, zone) ? at : undefined;
};

/** Milliseconds since 1970 of `[[CC]YY]MMDDhhmm[.ss]`, as `touch -t` takes it; undefined when it is no time. */
export const parseStamp = (text: string, now: number, zone: Zone): number | undefined => {
  const match = /^(\d{2}|\d{4})?(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d\d))?$/.exec(text);
  const today = toDateTime(now, zone);
  if (!match || !today) return undefined;
  const [, years, ...rest] = match;
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = rest.map((digits) => Number(digits ?? 0));
  const short = Number(years) + (Number(years) < 69 ? 2000 : 1900);
  const year = years === undefined ? today.year : years.length === 2 ? short : Number(years);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59 || second > 60) return undefined;
  return toTime({ year, month, day, hour, minute, second, millisecond: 0 }, zone);
};
