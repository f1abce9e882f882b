/** The functions of jq that make one value of one value and their arguments' values. */
import { toBytes } from '../../coreutils/bytes.ts';
import { toDateTime, utc } from '../../coreutils/time/calendar.ts';
import { strftime } from '../../coreutils/time/strftime.ts';
import { calculate, calculations, numeric } from './arithmetic.ts';
import { described, JqError, type World } from './evaluation.ts';
import { asText } from './formats.ts';
import { compareJson, equals, isArray, isObject, isTrue, type Json, sortedKeys, typeOf, writeJson } from './json.ts';
import { findMatches } from './match.ts';
import { deletePaths, indicesOf, setPath } from './paths.ts';
import { JsonError, parseJson } from './read-json.ts';

/** A function of the input and its arguments. */
export type ValueFunction = (input: Json, args: readonly Json[], world: World) => Json;

const fail = (message: string): never => {
  throw new JqError(message);
};

const text = (value: Json, what: string): string => (typeof value === 'string' ? value : fail(`${described(value)} ${what}`));
const list = (value: Json, what: string): readonly Json[] => (isArray(value) ? value : fail(`${described(value)} ${what}`));

/** A time by a format of strftime(3), in UTC: seconds since 1970, or jq's broken down time. */
const formatTime = (value: Json, pattern: Json): Json => {
  const at = isArray(value) ? brokenDown(value) : numeric(value);
  const time = toDateTime(at * 1000, utc);
  return time ? strftime(text(pattern, 'is no date or format'), time) : fail('error converting number of seconds since epoch to datetime');
};

/** Seconds since 1970 of jq's "broken down time": year, month from 0, day, hours, minutes, seconds. */
const brokenDown = (parts: readonly Json[]): number => {
  const [year = 0, month = 0, day = 1, hours = 0, minutes = 0, seconds = 0] = parts.map(numeric);
  return Date.UTC(year, month, day, hours, minutes, Math.floor(seconds)) / 1000;
};

/** Seconds since 1970 as jq's broken down time. */
const breakDown = (value: Json): Json => {
  const date = new Date(numeric(value) * 1000);
  const yearDay = Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000);
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), ...time, date.getUTCDay(), yearDay];
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

const contains = (whole: Json, part: Json): boolean => {
  if (isObject(whole) && isObject(part))
    return [...part].every(([key, value]) => whole.has(key) && contains(whole.get(key) ?? null, value));
  if (isArray(whole) && isArray(part)) return part.every((value) => whole.some((each) => contains(each, value)));
  if (typeof whole === 'string' && typeof part === 'string') return whole.includes(part);
  if (typeOf(whole) === typeOf(part)) return equals(whole, part);
  return fail(`${described(whole)} and ${described(part)} cannot have their containment checked`);
};

const flatten = (value: Json, depth: number): Json[] =>
  list(value, 'cannot be flattened').flatMap((item) => (isArray(item) && depth > 0 ? flatten(item, depth - 1) : [item]));

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
  list(value, 'cannot be joined')
    .map((item) => (item === null ? '' : typeof item === 'object' ? fail(`${described(item)} cannot be joined`) : asText(item)))
    .join(text(separator, 'is no separator'));

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

const lower = (value: Json): Json => text(value, 'cannot be lowercased').replace(/[A-Z]+/g, (run) => run.toLowerCase());
const upper = (value: Json): Json => text(value, 'cannot be uppercased').replace(/[a-z]+/g, (run) => run.toUpperCase());

const implode = (value: Json): Json =>
  list(value, 'cannot be imploded')
    .map((code) => String.fromCodePoint(Math.max(0, Math.min(0x10ffff, Math.trunc(numeric(code))))))
    .join('');

const reverse = (value: Json): Json => {
  if (value === null) return [];
  return typeof value === 'string' ? Array.from(value).reverse().join('') : [...list(value, 'cannot be reversed')].reverse();
};

/** The functions by name and arity. */
export const valueFunctions: ReadonlyMap<string, ValueFunction> = new Map<string, ValueFunction>([
  ...calculations.map(([name, apply]): [string, ValueFunction] => [`${name}/0`, (value) => apply(numeric(value))]),
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
  ['explode/0', (value) => Array.from(text(value, 'cannot be exploded'), (character) => character.codePointAt(0) ?? 0)],
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
  ['setpath/2', (value, [path = null, item = null]) => setPath(value, list(path, 'Path must be specified as an array'), item)],
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
  ['pow/2', (_, [base = 0, exponent = 0]) => numeric(base) ** numeric(exponent)],
  ['atan2/2', (_, [y = 0, x = 0]) => Math.atan2(numeric(y), numeric(x))],
  ['infinite/0', () => Number.POSITIVE_INFINITY],
  ['nan/0', () => Number.NaN],
  ['isnan/0', (value) => Number.isNaN(numeric(value))],
  ['isinfinite/0', (value) => Math.abs(numeric(value)) === Number.POSITIVE_INFINITY],
  ['isnormal/0', (value) => Number.isFinite(numeric(value)) && value !== 0],
  ['now/0', (_, __, { process }) => process.host.now() / 1000],
  ['todate/0', (value) => formatTime(value, '%Y-%m-%dT%H:%M:%SZ')],
  ['fromdate/0', fromDate],
  ['gmtime/0', breakDown],
  ['mktime/0', (value) => brokenDown(list(value, 'mktime requires array of 6 numbers'))],
  ['strftime/1', (value, [pattern = '']) => formatTime(value, pattern)],
  ['env/0', (_, __, { process }) => new Map(process.env)],
  ['input_filename/0', (_, __, { inputName }) => inputName() ?? null],
]);
