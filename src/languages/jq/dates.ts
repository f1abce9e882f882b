/** jq's functions of time. */
import { toDateTime } from '../../coreutils/time/calendar.ts';
import { strftime } from '../../coreutils/time/strftime.ts';
import { utc } from '../../coreutils/time/zone.ts';
import { described, JqError } from './failure.ts';
import { isArray, type Json } from './json.ts';
import { numeric } from './mathematics.ts';

const fail = (message: string): never => {
  throw new JqError(message);
};

const text = (value: Json): string => (typeof value === 'string' ? value : fail(`${described(value)} is no date or format`));

/** A time by a format of strftime(3), in UTC: seconds since 1970, or jq's broken down time. */
export const formatTime = (value: Json, pattern: Json): Json => {
  const at = isArray(value) ? brokenDown(value) : numeric(value);
  const time = toDateTime(at * 1000, utc);
  return time ? strftime(text(pattern), time) : fail('error converting number of seconds since epoch to datetime');
};

/** Seconds since 1970 of jq's "broken down time": year, month from 0, day, hours, minutes, seconds. */
export const brokenDown = (parts: readonly Json[]): number => {
  const [year = 0, month = 0, day = 1, hours = 0, minutes = 0, seconds = 0] = parts.map(numeric);
  return Date.UTC(year, month, day, hours, minutes, Math.floor(seconds)) / 1000;
};

/** Seconds since 1970 as jq's broken down time. */
export const breakDown = (value: Json): Json => {
  const date = new Date(numeric(value) * 1000);
  const yearDay = Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000);
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), ...time, date.getUTCDay(), yearDay];
};

/** Seconds since 1970 of a date in ISO 8601. */
export const fromDate = (value: Json): Json => {
  const date = text(value);
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(at) ? fail(`date "${date}" does not match format "%Y-%m-%dT%H:%M:%SZ"`) : at / 1000;
};
