/** The functions of jq that make one value of one value and their arguments' values. */
import { toBytes } from '../../coreutils/bytes.ts';
import { type DateTime, toDateTime, utc, zoneOf } from '../../coreutils/time/calendar.ts';
import { strftime } from '../../coreutils/time/strftime.ts';
import { strptime } from '../../coreutils/time/strptime.ts';
import { calculate, numeric } from './arithmetic.ts';
import { described, JqError, type World } from './evaluation.ts';
import { asText } from './formats.ts';
import { compareJson, equals, isArray, isObject, isTrue, type Json, sortedKeys, typeOf, writeJson } from './json.ts';
import { findMatches } from './match.ts';
import { mathematics } from './mathematics.ts';
import { deletePaths, indicesOf, setPath } from './paths.ts';
import { JsonError, parseJson } from './read-json.ts';

/** A function of the input and its arguments. */
export type ValueFunction = (input: Json, args: readonly Json[], world: World) => Json;

const fail = (message: string): never => {
  throw new JqError(message);
};

const text = (value: Json, what: string): string => (typeof value === 'string' ? value : fail(`${described(value)} ${what}`));
const list = (value: Json, what: string): readonly Json[] => (isArray(value) ? value : fail(`${described(value)} ${what}`));

/** A time by a format of strftime(3): seconds since 1970, or jq's broken down time. */
const formatTime = (value: Json, pattern: Json, zone = utc): Json => {
  const at = isArray(value) ? brokenDown(value) : numeric(value);
  const time = toDateTime(at * 1000, zone);
  return time ? strftime(text(pattern, 'is no date or format'), time) : fail('error converting number of seconds since epoch to datetime');
};

/** Seconds since 1970 of jq's "broken down time": year, month from 0, day, hours, minutes, seconds. */
const brokenDown = (parts: readonly Json[]): number => {
  const [year = 0, month = 0, day = 1, hours = 0, minutes = 0, seconds = 0] = parts.map(numeric);
  return Date.UTC(year, month, day, hours, minutes, Math.floor(seconds)) / 1000;
};

/** A date as jq's broken down time. */
const partsOf = ({ year, month, day, hour, minute, second, weekday, yearDay }: DateTime, fraction = 0): Json => [
  year,
  month - 1,
  day,
  hour,
  minute,
  second + fraction,
  weekday,
  yearDay - 1,
];

/** Seconds since 1970 as jq's broken down time. */
const breakDown = (value: Json, zone = utc): Json => {
  const seconds = numeric(value);
  const time = toDateTime(Math.floor(seconds) * 1000, zone);
  return time ? partsOf(time, seconds - Math.floor(seconds)) : fail('error converting number of seconds since epoch to datetime');
};

const parseTime = (value: Json, format: Json): Json => {
  const [date, pattern] = [text(value, 'strptime/1 requires string inputs and arguments'), text(format, 'is no format')];
  const time = strptime(date, pattern);
  return time ? partsOf(time) : fail(`date "${date}" does not match format "${pattern}"`);
};

/** Seconds since 1970 of a date in ISO 8601. */
const fromDate = (value: Json): Json => {
  const date = text(value, 'is no date or format');
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(at) ? fail(`date "${date}" does not match format "%Y-%m-%dT%H:%M:%SZ"`) : at / 1000;
};

const length = (value: Json): Json => {
  if (value === null) return 0;
  if (typeof value === 'string') return Array.from(value).length;
  if (typeof value === 'number') return Math.abs(value);
  if (isArray(value)) return value.length;
  return isObject(value) ? value.size : fail(`${described(value)} has no length`);
};

const keys = (value: Json, sorted: boolean): Json => {
  if (isArray(value)) return value.map((_, i) => i);
  if (!isObject(value)) return fail(`${described(value)} has no keys`);
  return sorted ? sortedKeys(value) : [...value.keys()];
};

const has = (value: Json, key: Json): boolean => {
  if (isObject(value) && typeof key === 'string') return value.has(key);
  if (isArray(value) && typeof key === 'number') return key >= 0 && key < value.length;
  return fail(`Cannot check whether ${typeOf(value)} has a ${typeOf(key)} key`);
};

const contains = (whole: Json, part: Json, isInside = false): boolean => {
  if (isObject(whole) && isObject(part))
    return [...part].every(([key, value]) => whole.has(key) && contains(whole.get(key) ?? null, value, true));
  if (isArray(whole) && isArray(part)) return part.every((value) => whole.some((each) => contains(each, value, true)));
  if (typeof whole === 'string' && typeof part === 'string') return whole.includes(part);
  if (isInside || typeOf(whole) === typeOf(part)) return equals(whole, part);
  return fail(`${described(whole)} and ${described(part)} cannot have their containment checked`);
};

/** The nesting is on a stack of its own, however deep it is. */
const flatten = (value: Json, depth: number): Json[] => {
  const flat: Json[] = [];
  const open = [list(value, 'cannot be flattened').values()];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const { value: item, done } = top.next();
    if (done) open.pop();
    else if (isArray(item) && open.length <= depth) open.push(item.values());
    else flat.push(item);
  }
  return flat;
};

/** Sorted, and of equal ones the first alone. */
const unique = (items: readonly Json[]): Json[] =>
  [...items].sort(compareJson).filter((item, i, sorted) => i === 0 || !equals(item, sorted[i - 1] ?? null));

const extreme = (items: readonly Json[], sign: 1 | -1): Json =>
  items.reduce((best, item) => (sign * compareJson(item, best) >= (sign === 1 ? 0 : 1) ? item : best), items[0] ?? null);

const toNumber = (value: Json): Json => {
  if (typeof value === 'number') return value;
  const digits = text(value, 'cannot be parsed as a number').trim();
  if (!/^-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(digits)) return fail(`${described(value)} cannot be parsed as a number`);
  return Number(digits);
};

const fromJson = (value: Json): Json => {
  const source = text(value, 'only strings can be parsed');
  try {
    return parseJson(source);
  } catch (error) {
    if (error instanceof JsonError) return fail(`${error.message} (while parsing '${source}')`);
    throw error;
  }
};

const join = (value: Json, separator: Json): Json =>
  list(value, 'cannot be joined').reduce<Json>((joined, item, index) => {
    const text = item === null ? '' : typeof item === 'object' || typeof item === 'string' ? item : asText(item);
    return calculate('+', index === 0 ? '' : calculate('+', joined, separator), text);
  }, '');

const fromEntry = (entry: Json): [string, Json] => {
  if (!isObject(entry)) return fail(`Cannot use ${described(entry)} as an entry`);
  const named = ['key', 'k', 'name', 'Name', 'Key', 'K'].find((name) => isTrue(entry.get(name) ?? null) || entry.get(name) === false);
  const key = named === undefined ? null : (entry.get(named) ?? null);
  const value = ['value', 'v', 'Value', 'V'].find((name) => entry.has(name));
  if (typeof key === 'object' && key !== null) return fail(`Cannot use ${described(key)} as object key`);
  return [asText(key), value === undefined ? null : (entry.get(value) ?? null)];
};

const transpose = (value: Json): Json => {
  const rows = list(value, 'cannot be transposed').map((row) => list(row, 'cannot be transposed'));
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));
};

/** The place of an item in a sorted array, or -1 - the place where it belongs. */
const search = (items: readonly Json[], target: Json): number => {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const order = compareJson(items[middle] ?? null, target);
    if (order === 0) return middle;
    if (order < 0) from = middle + 1;
    else to = middle;
  }
  return -1 - from;
};

const splitText = (value: Json, separator: Json): Json => {
  if (typeof value !== 'string' || typeof separator !== 'string') return fail('split input and separator must be strings');
  return value === '' ? [] : separator === '' ? Array.from(value) : value.split(separator);
};

const affix = (test: (whole: string, part: string) => boolean, name: string): ValueFunction => {
  return (value, [part]) =>
    typeof value === 'string' && typeof part === 'string' ? test(value, part) : fail(`${name}() requires string inputs`);
};

const trimmed = (apply: (whole: string, part: string) => string): ValueFunction => {
  return (value, [part]) => (typeof value === 'string' && typeof part === 'string' && part !== '' ? apply(value, part) : value);
};

const lower = (value: Json): Json =>
  (typeof value === 'string' ? value : fail('ascii_downcase input must be a string')).replace(/[A-Z]+/g, (run) => run.toLowerCase());
const upper = (value: Json): Json =>
  (typeof value === 'string' ? value : fail('ascii_upcase input must be a string')).replace(/[a-z]+/g, (run) => run.toUpperCase());

const implode = (value: Json): Json =>
  (isArray(value) ? value : fail('implode input must be an array'))
    .map((code) => String.fromCodePoint(Math.max(0, Math.min(0x10ffff, Math.trunc(numeric(code))))))
    .join('');

const reverse = (value: Json): Json => {
  if (value === null) return [];
  return typeof value === 'string' ? Array.from(value).reverse().join('') : [...list(value, 'cannot be reversed')].reverse();
};

/** The functions by name and arity. */
export const valueFunctions: ReadonlyMap<string, ValueFunction> = new Map<string, ValueFunction>([
  ...mathematics,
  ['length/0', length],
  ['utf8bytelength/0', (value) => toBytes(text(value, 'only strings have UTF-8 byte length')).length],
  ['not/0', (value) => !isTrue(value)],
  ['type/0', typeOf],
  ['keys/0', (value) => keys(value, true)],
  ['keys_unsorted/0', (value) => keys(value, false)],
  ['has/1', (value, [key = null]) => has(value, key)],
  ['contains/1', (value, [part = null]) => contains(value, part)],
  ['inside/1', (value, [whole = null]) => contains(whole, value)],
  [
    'add/0',
    (value) =>
      (isObject(value) ? [...value.values()] : list(value, 'cannot be added up')).reduce<Json>(
        (sum, item) => calculate('+', sum, item),
        null,
      ),
  ],
  ['flatten/0', (value) => flatten(value, Number.POSITIVE_INFINITY)],
  ['flatten/1', (value, [depth = 0]) => (numeric(depth) < 0 ? fail('flatten depth must not be negative') : flatten(value, numeric(depth)))],
  ['reverse/0', reverse],
  ['sort/0', (value) => [...list(value, 'cannot be sorted, as it is not an array')].sort(compareJson)],
  ['unique/0', (value) => unique(list(value, 'cannot be sorted, as it is not an array'))],
  ['min/0', (value) => extreme(list(value, 'cannot be compared'), -1)],
  ['max/0', (value) => extreme(list(value, 'cannot be compared'), 1)],
  ['transpose/0', transpose],
  ['from_entries/0', (value) => new Map(list(value, 'cannot be made an object').map(fromEntry))],
  ['tostring/0', asText],
  ['tonumber/0', toNumber],
  ['tojson/0', (value) => writeJson(value)],
  ['fromjson/0', fromJson],
  ['ascii_downcase/0', lower],
  ['ascii_upcase/0', upper],
  [
    'explode/0',
    (value) =>
      Array.from(typeof value === 'string' ? value : fail('explode input must be a string'), (character) => character.codePointAt(0) ?? 0),
  ],
  ['implode/0', implode],
  ['join/1', (value, [separator = '']) => join(value, separator)],
  ['split/1', (value, [separator = '']) => splitText(value, separator)],
  ['startswith/1', affix((whole, part) => whole.startsWith(part), 'startswith')],
  ['endswith/1', affix((whole, part) => whole.endsWith(part), 'endswith')],
  ['ltrimstr/1', trimmed((whole, part) => (whole.startsWith(part) ? whole.slice(part.length) : whole))],
  ['rtrimstr/1', trimmed((whole, part) => (whole.endsWith(part) ? whole.slice(0, -part.length) : whole))],
  ['trim/0', (value) => text(value, 'trim input must be a string').trim()],
  ['ltrim/0', (value) => text(value, 'trim input must be a string').trimStart()],
  ['rtrim/0', (value) => text(value, 'trim input must be a string').trimEnd()],
  ['indices/1', (value, [part = null]) => (value === null ? null : indicesOf(value, part))],
  ['index/1', (value, [part = null]) => (value === null ? null : (indicesOf(value, part)[0] ?? null))],
  ['rindex/1', (value, [part = null]) => (value === null ? null : (indicesOf(value, part).at(-1) ?? null))],
  [
    'setpath/2',
    (value, [path = null, item = null]) => setPath(value, isArray(path) ? path : fail('Path must be specified as an array'), item),
  ],
  [
    'delpaths/1',
    (value, [paths = null]) =>
      deletePaths(
        value,
        list(paths, 'Paths must be specified as an array').map((path) => list(path, 'Path must be specified as an array')),
      ),
  ],
  [
    'matches/2',
    (value, [pattern = null, flags = null]) =>
      isArray(pattern) ? findMatches(value, pattern[0] ?? null, pattern[1] ?? null) : findMatches(value, pattern, flags),
  ],
  ['infinite/0', () => Number.POSITIVE_INFINITY],
  ['nan/0', () => Number.NaN],
  ['isnan/0', (value) => Number.isNaN(numeric(value))],
  ['isinfinite/0', (value) => Math.abs(numeric(value)) === Number.POSITIVE_INFINITY],
  ['isnormal/0', (value) => Number.isFinite(numeric(value)) && value !== 0],
  ['now/0', (_, __, { process }) => process.host.now() / 1000],
  ['todate/0', (value) => formatTime(value, '%Y-%m-%dT%H:%M:%SZ')],
  ['fromdate/0', fromDate],
  ['gmtime/0', (value) => breakDown(value)],
  ['localtime/0', (value, _, { process }) => breakDown(value, zoneOf(process))],
  ['strptime/1', (value, [format = '']) => parseTime(value, format)],
  ['strflocaltime/1', (value, [pattern = ''], { process }) => formatTime(value, pattern, zoneOf(process))],
  ['mktime/0', (value) => brokenDown(list(value, 'mktime requires array of 6 numbers'))],
  ['strftime/1', (value, [pattern = '']) => formatTime(value, pattern)],
  ['env/0', (_, __, { process }) => new Map(process.env)],
  ['input_line_number/0', (_, __, { inputLine }) => inputLine()],
  ['bsearch/1', (value, [target = null]) => search(list(value, 'cannot be searched from'), target)],
  ['toarray/0', (value) => (isArray(value) ? value : [value])],
  ['have_literal_numbers/0', () => true],
  ['have_decnum/0', () => false],
  ['input_filename/0', (_, __, { inputName }) => inputName() ?? null],
]);
