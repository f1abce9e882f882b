/** The items of which a date in words is made (GNU coreutils manual, “Date input formats”), each with how it is read. */
import { dayNames, monthNames } from './strftime.ts';

/** What the items of one text say together. */
export interface DateParts {
  year?: number;
  month?: number;
  day?: number;
  /** Hour, minute, second, millisecond. */
  time?: readonly [number, number, number, number];
  /** Minutes east of UTC. */
  offset?: number;
  /** Milliseconds since 1970, by `@SECONDS`. */
  at?: number;
  /** 0 is Sunday; `ordinal` is 0 for the coming one (or today), 1 for the next, -1 for the last. */
  weekday?: { readonly day: number; readonly ordinal: number };
  /** What is to be added, by unit. */
  readonly shift: { year: number; month: number; day: number; millisecond: number };
}

/** Reads one item; false when its numbers cannot be. */
type Read = (parts: DateParts, groups: readonly (string | undefined)[]) => boolean;

type Unit = keyof DateParts['shift'];

const units = new Map<string, readonly [Unit, number]>([
  ['year', ['year', 1]],
  ['month', ['month', 1]],
  ['fortnight', ['day', 14]],
  ['week', ['day', 7]],
  ['day', ['day', 1]],
  ['hour', ['millisecond', 3_600_000]],
  ['min', ['millisecond', 60_000]],
  ['minute', ['millisecond', 60_000]],
  ['sec', ['millisecond', 1000]],
  ['second', ['millisecond', 1000]],
]);

const ordinals = new Map(
  Object.entries({
    last: -1,
    this: 0,
    next: 1,
    first: 1,
    third: 3,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
  }),
);
const ordinalNames = [...ordinals.keys()].join('|');

/** Abbreviations as GNU date knows them, and Indonesia's, with hours east of UTC. */
const zones: ReadonlyMap<string, number> = new Map(
  (
    'z 0 utc 0 ut 0 gmt 0 wet 0 west 1 bst 1 art -3 brt -3 brst -2 nst -3.5 ndt -2.5 ast -4 adt -3 clt -4 clst -3 est -5 edt -4 cst -6 cdt -5 ' +
    'mst -7 mdt -6 pst -8 pdt -7 akst -9 akdt -8 hst -10 hast -10 hadt -9 sst -12 wat 1 cet 1 cest 2 met 1 mez 1 mest 2 mesz 2 eet 2 eest 3 cat 2 ' +
    'sast 2 eat 3 msk 3 msd 4 ist 5.5 sgt 8 kst 9 jst 9 gst 10 nzst 12 nzdt 13 wib 7 wita 8 wit 9'
  )
    .match(/\S+ \S+/g)
    ?.map((pair) => pair.split(' '))
    .map(([name = '', hours]) => [name, Number(hours) * 60] as const) ?? [],
);

const names = (full: readonly string[]): string => full.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|');
const months = names(monthNames);
const days = 'sun(?:day)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?';
const unitNames = 'years?|months?|fortnights?|weeks?|days?|hours?|minutes?|mins?|seconds?|secs?';

const monthOf = (text = ''): number =>
  monthNames.findIndex((name) => name.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase()) + 1;
const dayOf = (text = ''): number => dayNames.findIndex((name) => name.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase());

const assign = (parts: DateParts, values: Partial<DateParts>): true => {
  Object.assign(parts, values);
  return true;
};

/** Two digits are of 1969 to 2068. */
const fullYear = (text: string): number => (text.length > 2 ? Number(text) : Number(text) + (Number(text) < 69 ? 2000 : 1900));

const setDate = (parts: DateParts, year: string | undefined, month: number, day: string | undefined): boolean => {
  if (parts.month !== undefined) return false;
  if (year !== undefined) parts.year = fullYear(year);
  parts.month = month;
  parts.day = Number(day);
  return true;
};

const setTime: Read = (parts, [, hours, minutes = '0', seconds = '0', fraction = '', half]) => {
  const twelve = half !== undefined;
  const hour = twelve ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours);
  if (parts.time || Number(hours) > (twelve ? 12 : 23) || Number(minutes) > 59 || Number(seconds) > 60) return false;
  parts.time = [hour, Number(minutes), Number(seconds), Math.floor(Number(`0.${fraction || '0'}`) * 1000)];
  return true;
};

const setOffset: Read = (parts, [, , sign = '+', hours = '', minutes]) => {
  const value = hours.length > 2 ? Number(hours.slice(0, -2)) * 60 + Number(hours.slice(-2)) : Number(hours) * 60 + Number(minutes ?? 0);
  if (parts.offset || value > 24 * 60) return false;
  parts.offset = sign === '-' ? -value : value;
  return true;
};

const add = ({ shift }: DateParts, count: number, name: string): boolean => {
  const [unit, scale] = units.get(name.toLowerCase().replace(/s$/, '')) ?? ['day', 1];
  shift[unit] += count * scale;
  return true;
};

const setBare: Read = (parts, [, digits = '']) => {
  if (parts.month !== undefined && parts.year === undefined && (parts.time || digits.length > 2)) {
    parts.year = fullYear(digits);
    return true;
  }
  if (digits.length > 4) return setDate(parts, digits.slice(0, -4), Number(digits.slice(-4, -2)), digits.slice(-2));
  return digits.length > 2 ? setTime(parts, ['', digits.slice(0, -2), digits.slice(-2)]) : setTime(parts, ['', digits]);
};

const half = '(a\\.?m\\.?|p\\.?m\\.?)(?![a-z])';

/** The items, each by the pattern with which it begins; the first that fits is taken. */
export const dateItems: readonly (readonly [RegExp, Read])[] = (
  [
    ['@(-?\\d+(?:\\.\\d+)?)', (parts, [, seconds]) => assign(parts, { at: Math.floor(Number(seconds) * 1000) })],
    ['(\\d{1,})-(\\d{1,2})-(\\d{1,2})(?:t(?=\\d))?', (parts, [, year, month, day]) => setDate(parts, year, Number(month), day)],
    ['(\\d{4,})/(\\d{1,2})/(\\d{1,2})', (parts, [, year, month, day]) => setDate(parts, year, Number(month), day)],
    ['(\\d{1,2})/(\\d{1,2})(?:/(\\d{2,4}))?', (parts, [, month, day, year]) => setDate(parts, year, Number(month), day)],
    [`(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d+))?)?(?:\\s*${half})?`, setTime],
    [`(\\d{1,2})()()()\\s*${half}`, setTime],
    [
      `(\\d{1,2})[\\s-]*(${months})(?![a-z])(?:[\\s,-]*(\\d{2,4})(?![\\d:]))?`,
      (parts, [, day, month, year]) => setDate(parts, year, monthOf(month), day),
    ],
    [
      `(${months})\\.?\\s*(\\d{1,2})(?![\\d:])(?:\\s*,\\s*(\\d{4})|\\s+(\\d{4})(?![\\d:]))?`,
      (parts, [, month, day, year, later]) => setDate(parts, year ?? later, monthOf(month), day),
    ],
    [
      `([-+]?\\s*\\d+)\\s*(${unitNames})(?![a-z])`,
      (parts, [, count = '', unit = '']) => add(parts, Number(count.replace(/\s/g, '')), unit),
    ],
    [
      `(${ordinalNames})\\s+(${unitNames})(?![a-z])`,
      (parts, [, ordinal = '', unit = '']) => add(parts, ordinals.get(ordinal.toLowerCase()) ?? 0, unit),
    ],
    [
      `(?:(${ordinalNames})\\s+)?(${days})(?![a-z])\\.?`,
      (parts, [, ordinal = 'this', day]) =>
        assign(parts, { weekday: { day: dayOf(day), ordinal: ordinals.get(ordinal.toLowerCase()) ?? 0 } }),
    ],
    [`(${unitNames})(?![a-z])`, (parts, [, unit = '']) => add(parts, 1, unit)],
    ['(?:today|now)(?![a-z])', () => true],
    ['tomorrow(?![a-z])', (parts) => add(parts, 1, 'day')],
    ['yesterday(?![a-z])', (parts) => add(parts, -1, 'day')],
    [`(${[...zones.keys()].join('|')})(?![a-z])`, (parts, [, zone = '']) => assign(parts, { offset: zones.get(zone.toLowerCase()) ?? 0 })],
    ['(\\d{1,8})(?![\\d.])', setBare],
  ] satisfies [string, Read][]
).map(([pattern, read]) => [new RegExp(pattern, 'iy'), read]);

/** What may follow a time of day at once: its distance from UTC. */
export const offsetItem: readonly [RegExp, Read] = [/(utc|gmt)?([-+])\s*(\d{1,4})(?::(\d{2}))?(?!\d)/iy, setOffset];
