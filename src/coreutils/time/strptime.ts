/** Reads a date by a format of strptime(3) (POSIX XSH strptime), in the C locale. */
import { type Fields, toDateTime, toTime, utc } from './calendar.ts';
import { dayNames, monthNames } from './strftime.ts';

/** What is known so far; an offset is minutes east of UTC. */
type Known = { -readonly [name in keyof Fields]?: number } & { afternoon?: boolean; century?: number; yearDay?: number; seconds?: number };

/** Reads one conversion at the start of `text`; answers how many characters it took, or undefined. */
type Conversion = (text: string, known: Known) => number | undefined;

const digits =
  (most: number, low: number, high: number, store: (known: Known, value: number) => void): Conversion =>
  (text, known) => {
    const found = new RegExp(`^\\s*[+-]?\\d{1,${most}}`).exec(text)?.[0];
    const value = Number(found);
    if (found === undefined || value < low || value > high) return undefined;
    store(known, value);
    return found.length;
  };

const named =
  (names: readonly string[], store: (known: Known, index: number) => void): Conversion =>
  (text, known) => {
    const lower = text.toLowerCase();
    const index = names.findIndex((name) => lower.startsWith(name.toLowerCase().slice(0, 3)));
    const name = names[index];
    if (name === undefined) return undefined;
    store(known, index);
    return lower.startsWith(name.toLowerCase()) ? name.length : 3;
  };

const set =
  (name: keyof Fields): ((known: Known, value: number) => void) =>
  (known, value) => {
    known[name] = value;
  };

const conversions: ReadonlyMap<string, Conversion> = new Map<string, Conversion>([
  ['Y', digits(4, 0, 9999, set('year'))],
  ['C', digits(2, 0, 99, (known, value) => Object.assign(known, { century: value }))],
  ['y', digits(2, 0, 99, (known, value) => Object.assign(known, { year: value + (value < 69 ? 2000 : 1900) }))],
  ['m', digits(2, 1, 12, set('month'))],
  ['d', digits(2, 1, 31, set('day'))],
  ['e', digits(2, 1, 31, set('day'))],
  ['H', digits(2, 0, 23, set('hour'))],
  ['k', digits(2, 0, 23, set('hour'))],
  ['I', digits(2, 1, 12, (known, value) => Object.assign(known, { hour: value % 12 }))],
  ['l', digits(2, 1, 12, (known, value) => Object.assign(known, { hour: value % 12 }))],
  ['M', digits(2, 0, 59, set('minute'))],
  ['S', digits(2, 0, 61, set('second'))],
  ['j', digits(3, 1, 366, (known, value) => Object.assign(known, { yearDay: value }))],
  ['u', digits(1, 1, 7, () => {})],
  ['w', digits(1, 0, 6, () => {})],
  ['U', digits(2, 0, 53, () => {})],
  ['W', digits(2, 0, 53, () => {})],
  ['s', digits(12, -1e12, 1e12, (known, value) => Object.assign(known, { seconds: value }))],
  ['b', named(monthNames, (known, index) => Object.assign(known, { month: index + 1 }))],
  ['a', named(dayNames, () => {})],
  ['p', named(['AM', 'PM'], () => {})],
  ['Z', (text) => /^[A-Za-z]+/.exec(text)?.[0].length],
  ['z', (text) => /^(?:Z|[+-]\d\d:?(?:\d\d)?)/.exec(text)?.[0].length],
]);

const alike: Readonly<Record<string, string>> = { B: 'b', h: 'b', A: 'a', P: 'p', G: 'Y', V: 'U' };
const longer: Readonly<Record<string, string>> = {
  T: '%H:%M:%S',
  R: '%H:%M',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  r: '%I:%M:%S %p',
  c: '%a %b %e %H:%M:%S %Y',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
};

const halfDay: Conversion = (text, known) => {
  const half = /^[AP]M/i.exec(text)?.[0];
  if (half === undefined) return undefined;
  known.afternoon = /^p/i.test(half);
  return half.length;
};

/** Reads `text` by the format; answers how many characters were taken, or undefined where it does not fit. */
const read = (text: string, format: string, known: Known): number | undefined => {
  let at = 0;
  for (let i = 0; i < format.length; i++) {
    const character = format.charAt(i);
    if (/\s/.test(character)) at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    else if (character !== '%') {
      if (text[at] !== character) return undefined;
      at++;
    } else {
      const letter = format.charAt(++i);
      const name = alike[letter] ?? letter;
      const rest = text.slice(at);
      const whole = longer[name];
      const space = letter === 'n' || letter === 't' ? /^\s*/.exec(rest)?.[0].length : undefined;
      const percent = letter === '%' && rest.startsWith('%') ? 1 : undefined;
      const taken =
        space ?? percent ?? (whole ? read(rest, whole, known) : name === 'p' ? halfDay(rest, known) : conversions.get(name)?.(rest, known));
      if (taken === undefined) return undefined;
      at += taken;
    }
  }
  return at;
};

/** The date that all of `text` is by the format, in UTC whatever its zone says; undefined where it is none. What is not said is of 1900. */
export const strptime = (text: string, format: string): ReturnType<typeof toDateTime> => {
  const known: Known = {};
  if (read(text, format, known) !== text.length) return undefined;
  const { year = 1900, month = 1, day = 1, hour = 0, minute = 0, second = 0, afternoon, yearDay, seconds } = known;
  if (seconds !== undefined) return toDateTime(seconds * 1000, utc);
  const date = yearDay === undefined ? { month, day } : { month: 1, day: yearDay };
  return toDateTime(toTime({ year, ...date, hour: hour + (afternoon ? 12 : 0), minute, second, millisecond: 0 }, utc), utc);
};
