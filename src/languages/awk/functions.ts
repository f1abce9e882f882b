/** awk's own functions on values: of text, numbers, time and bits (POSIX awk, "Functions"; gawk's where people use them). */
import { toDateTime, toTime, utc, type Zone, zoneOf } from '../../coreutils/time/calendar.ts';
import { strftime } from '../../coreutils/time/strftime.ts';
import { printf } from './printf.ts';
import type { Runtime } from './runtime.ts';
import { toNumber, type Value } from './value.ts';

/** A function on values that were evaluated already. */
export interface SimpleFunction {
  /** How few and how many arguments it takes. */
  readonly arity: readonly [number, number];
  readonly waits?: boolean;
  run(runtime: Runtime, values: readonly Value[]): Value | Promise<Value>;
}

const numeric = (arity: number, apply: (...numbers: number[]) => number): SimpleFunction => ({
  arity: [arity, arity],
  run: (_, values) => apply(...values.map(toNumber)),
});

const textual = (apply: (text: string) => Value): SimpleFunction => ({
  arity: [1, 1],
  run: (runtime, [value]) => apply(runtime.toText(value)),
});

const bits = (apply: (a: bigint, b: bigint) => bigint): SimpleFunction => ({
  arity: [2, Number.POSITIVE_INFINITY],
  run: (_, values) => Number(values.map((value) => BigInt(Math.trunc(toNumber(value)))).reduce(apply)),
});

/** Characters of a text, counted as code points. */
export const characterCount = (text: string): number => {
  let count = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00) count--;
  }
  return count;
};

/** The characters from the start on, as many as the length, both without their fractions; a start below 1 is 1, as in gawk. */
const substring = (text: string, start: number, length: number): string => {
  const from = Math.max(1, Math.trunc(start) || 1) - 1;
  const to = from + Math.max(0, Math.trunc(length) || 0);
  return characterCount(text) === text.length ? text.slice(from, to) : Array.from(text).slice(from, to).join('');
};

const zone = (runtime: Runtime, isUtc: Value): Zone => (toNumber(isUtc) !== 0 ? utc : zoneOf(runtime.process));

const formatTime = (runtime: Runtime, [format, at, isUtc]: readonly Value[]): string => {
  const milliseconds = at === undefined ? runtime.process.host.now() : toNumber(at) * 1000;
  const time = toDateTime(milliseconds, zone(runtime, isUtc));
  return time ? strftime(format === undefined ? '%a %b %e %H:%M:%S %Z %Y' : runtime.toText(format), time) : '';
};

const makeTime = (runtime: Runtime, [date, isUtc]: readonly Value[]): number => {
  const [year, month, day, hour, minute, second] = runtime.toText(date).trim().split(/\s+/).map(Number);
  if (year === undefined || month === undefined || day === undefined) return -1;
  if (hour === undefined || minute === undefined || second === undefined) return -1;
  const at = toTime({ year, month, day, hour, minute, second, millisecond: 0 }, zone(runtime, isUtc));
  return Number.isFinite(at) ? Math.floor(at / 1000) : -1;
};

const strtonum = (text: string): number => {
  const hex = /^\s*[+-]?0[xX]([0-9a-fA-F]+)/.exec(text)?.[1];
  if (hex !== undefined) return Number.parseInt(hex, 16) * (text.trim().startsWith('-') ? -1 : 1);
  return /^\s*0[0-7]+\s*$/.test(text) ? Number.parseInt(text, 8) : toNumber(text);
};

/** Character by character, as towupper(3) does: `ß` has no upper case of one character. */
const mapped = (text: string, change: (character: string) => string): string => {
  const whole = change(text);
  return whole.length === text.length
    ? whole
    : Array.from(text, (each) => (change(each).length === each.length ? change(each) : each)).join('');
};

const lower = (text: string): string => mapped(text, (each) => each.toLowerCase());
const upper = (text: string): string => mapped(text, (each) => each.toUpperCase());

/** The functions by name. */
export const simpleFunctions: ReadonlyMap<string, SimpleFunction> = new Map<string, SimpleFunction>([
  ['sin', numeric(1, Math.sin)],
  ['cos', numeric(1, Math.cos)],
  ['atan2', numeric(2, Math.atan2)],
  ['exp', numeric(1, Math.exp)],
  ['log', numeric(1, Math.log)],
  ['sqrt', numeric(1, Math.sqrt)],
  ['int', numeric(1, Math.trunc)],
  ['and', bits((a, b) => a & b)],
  ['or', bits((a, b) => a | b)],
  ['xor', bits((a, b) => a ^ b)],
  ['lshift', numeric(2, (value, by) => value * 2 ** by)],
  ['rshift', numeric(2, (value, by) => Math.floor(value / 2 ** by))],
  ['compl', numeric(1, (value) => 2 ** 53 - 1 - value)],
  ['tolower', textual(lower)],
  ['toupper', textual(upper)],
  ['strtonum', { arity: [1, 1], run: (runtime, [value]) => (typeof value === 'number' ? value : strtonum(runtime.toText(value))) }],
  ['rand', { arity: [0, 0], run: (runtime) => runtime.random() }],
  [
    'srand',
    {
      arity: [0, 1],
      run: (runtime, [seed]) => runtime.reseed(seed === undefined ? Math.floor(runtime.process.host.now() / 1000) : toNumber(seed)),
    },
  ],
  [
    'index',
    {
      arity: [2, 2],
      run: (runtime, [text, part]) => {
        const whole = runtime.toText(text);
        const sought = runtime.toText(part);
        return sought === '' ? 0 : characterCount(whole.slice(0, whole.indexOf(sought) + 1));
      },
    },
  ],
  [
    'substr',
    {
      arity: [2, 3],
      run: (runtime, [text, start, length]) =>
        substring(runtime.toText(text), toNumber(start), length === undefined ? Number.POSITIVE_INFINITY : toNumber(length)),
    },
  ],
  ['sprintf', { arity: [1, Number.POSITIVE_INFINITY], run: (runtime, [format, ...values]) => printf(runtime.toText(format), values) }],
  ['systime', { arity: [0, 0], run: ({ process }) => Math.floor(process.host.now() / 1000) }],
  ['strftime', { arity: [0, 3], run: formatTime }],
  ['mktime', { arity: [1, 2], run: makeTime }],
  ['system', { arity: [1, 1], waits: true, run: ({ streams, toText }, [command]) => streams.system(toText(command)) }],
  ['close', { arity: [1, 2], waits: true, run: ({ streams, toText }, [name]) => streams.close(toText(name)) }],
  ['fflush', { arity: [0, 1], waits: true, run: ({ streams }) => streams.flush().then(() => 0) }],
]);
