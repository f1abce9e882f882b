/** The calendar: moments as dates and times of a zone, and back. */
import type { Process } from '../../os/process.ts';

/** Local time's distance from UTC. */
export interface Zone {
  /** Minutes east of UTC at a time in milliseconds since 1970. */
  offset(at: number): number;
  /** `%Z`: an abbreviation, or `+08` where there is none. */
  name(at: number): string;
}

const numericName = (minutes: number): string => {
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : String(size % 60).padStart(2, '0');
  return minutes === 0 ? 'UTC' : `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${rest}`;
};

const fixedZone = (minutes: number, name = numericName(minutes)): Zone => ({ offset: () => minutes, name: () => name });

/** Coordinated Universal Time. */
export const utc: Zone = fixedZone(0);

const computed = (offset: (at: number) => number): Zone => ({ offset, name: (at) => numericName(offset(at)) });

/** POSIX XBD 8.3: `UTC-8` or `<+08>-8`, hours west of UTC; rules for summer time are not read. */
const posixZone = (text: string): Zone | undefined => {
  const match = /^(?:([A-Za-z]{3,})|<([-+\w]+)>)([-+]?)(\d{1,2})(?::(\d\d))?$/.exec(text);
  if (!match) return undefined;
  const [, word, quoted, sign, hours, minutes = '0'] = match;
  const west = Number(hours) * 60 + Number(minutes);
  return fixedZone(west === 0 ? 0 : sign === '-' ? west : -west, word ?? quoted ?? '');
};

const zoneIn = (format: Intl.DateTimeFormat, at: number): string =>
  format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';

/** A zone is abbreviated where people live in it: CET in Europe, WIB in Indonesia. */
const abbreviating = ['en-US', 'en-GB', 'en-AU', 'en-NZ', 'en-ZA', 'en-IN', 'id', 'ja'];

const namedZone = (timeZone: string): Zone | undefined => {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    const offset = (at: number): number => {
      const [, sign, hours = '0', minutes = '0'] = /([-+])(\d\d):(\d\d)/.exec(zoneIn(format, at)) ?? [];
      return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
    };
    const formats = abbreviating.map((locale) => new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }));
    const name = (at: number): string =>
      formats.map((each) => zoneIn(each, at)).find((text) => /^[A-Z]{3,5}$/.test(text)) ?? numericName(offset(at));
    return { offset, name };
  } catch {
    return undefined;
  }
};

/** The zone that `TZ` names; UTC for a name that is not known, as in libc. */
export const parseZone = (text: string): Zone => {
  const name = text.replace(/^:/, '');
  return name === '' ? utc : (posixZone(name) ?? namedZone(name) ?? utc);
};

/** The zone of a process. */
export const zoneOf = ({ env, host }: Pick<Process, 'env' | 'host'>): Zone => {
  const name = env.get('TZ');
  return name === undefined ? computed((at) => host.zoneOffset(at)) : parseZone(name);
};

/** A date with its time of day, as numbers: what a clock on the wall says. */
export interface Fields {
  readonly year: number;
  /** 1 to 12; others carry into the year. */
  readonly month: number;
  /** From 1; others carry into the month. */
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** A time as it is in some zone. */
export interface DateTime extends Fields {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly zone: string;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** From 1. */
  readonly yearDay: number;
}

const MINUTE = 60_000;
export const DAY = 86_400_000;

/** Milliseconds since 1970 of a date as if it were in UTC; NaN when out of range. */
const universal = ({ year, month, day, hour, minute, second, millisecond }: Fields): number => {
  // Date.UTC would take the years 0 to 99 for those of the twentieth century.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second, millisecond);
};

/** Milliseconds since 1970 of a date in a zone. A time that the clock skips is taken an hour later. */
export const toTime = (fields: Fields, zone: Zone): number => {
  const wall = universal(fields);
  const guess = wall - zone.offset(wall) * MINUTE;
  return wall - zone.offset(guess) * MINUTE;
};

/** The date of a time; undefined when it is out of the calendar's range. */
export const toDateTime = (at: number, zone: Zone): DateTime | undefined => {
  if (Number.isNaN(new Date(at).getTime())) return undefined;
  const offset = zone.offset(at);
  const date = new Date(at + offset * MINUTE);
  const year = date.getUTCFullYear();
  const midnight = Math.floor(date.getTime() / DAY);
  const newYear = universal({ year, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 }) / DAY;
  return {
    at,
    offset,
    zone: zone.name(at),
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    weekday: date.getUTCDay(),
    yearDay: midnight - newYear + 1,
  };
};

/** Days of a month; `month` is 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Whether a year has 366 days. */
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The week of ISO 8601, and the year it belongs to. */
export const isoWeek = ({ year, yearDay, weekday }: DateTime): { readonly year: number; readonly week: number } => {
  const thursday = yearDay + 3 - ((weekday + 6) % 7);
  const length = isLeap(year) ? 366 : 365;
  if (thursday > length) return { year: year + 1, week: 1 };
  if (thursday >= 1) return { year, week: Math.ceil(thursday / 7) };
  return { year: year - 1, week: Math.ceil((thursday + (isLeap(year - 1) ? 366 : 365)) / 7) };
};
