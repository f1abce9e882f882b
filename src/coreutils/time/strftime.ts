/** Dates by a format (strftime(3) with GNU's flags and widths; the C locale's names). */
import { type DateTime, isoWeek } from './calendar.ts';

/** The weekdays' English names, Sunday first. */
export const dayNames: readonly string[] = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** The months' English names, January first. */
export const monthNames: readonly string[] = 'January February March April May June July August September October November December'.split(
  ' ',
);

const dayName = ({ weekday }: DateTime): string => dayNames[weekday] ?? '';
const monthName = ({ month }: DateTime): string => monthNames[month - 1] ?? '';
const hour12 = ({ hour }: DateTime): number => hour % 12 || 12;

/** A field: a number with its natural width and padding, a text, or a format of its own. */
type Field =
  | { readonly number: (time: DateTime) => number; readonly width: number; readonly pad?: '_' }
  | { readonly text: (time: DateTime) => string }
  | { readonly format: string };

const number = (get: (time: DateTime) => number, width = 2): Field => ({ number: get, width });
const spaced = (get: (time: DateTime) => number): Field => ({ number: get, width: 2, pad: '_' });
const text = (get: (time: DateTime) => string): Field => ({ text: get });
const format = (composed: string): Field => ({ format: composed });

const fields = new Map<string, Field>([
  ['a', text((time) => dayName(time).slice(0, 3))],
  ['A', text(dayName)],
  ['b', text((time) => monthName(time).slice(0, 3))],
  ['h', text((time) => monthName(time).slice(0, 3))],
  ['B', text(monthName)],
  ['c', format('%a %b %e %H:%M:%S %Y')],
  ['C', number(({ year }) => Math.floor(year / 100))],
  ['d', number(({ day }) => day)],
  ['D', format('%m/%d/%y')],
  ['x', format('%m/%d/%y')],
  ['e', spaced(({ day }) => day)],
  ['F', format('%Y-%m-%d')],
  ['g', number((time) => isoWeek(time).year % 100)],
  ['G', number((time) => isoWeek(time).year, 4)],
  ['H', number(({ hour }) => hour)],
  ['I', number(hour12)],
  ['j', number(({ yearDay }) => yearDay, 3)],
  ['k', spaced(({ hour }) => hour)],
  ['l', spaced(hour12)],
  ['m', number(({ month }) => month)],
  ['M', number(({ minute }) => minute)],
  ['n', text(() => '\n')],
  ['p', text(({ hour }) => (hour < 12 ? 'AM' : 'PM'))],
  ['P', text(({ hour }) => (hour < 12 ? 'am' : 'pm'))],
  ['q', number(({ month }) => Math.ceil(month / 3), 1)],
  ['r', format('%I:%M:%S %p')],
  ['R', format('%H:%M')],
  ['s', number(({ at }) => Math.floor(at / 1000), 1)],
  ['S', number(({ second }) => second)],
  ['t', text(() => '\t')],
  ['T', format('%H:%M:%S')],
  ['X', format('%H:%M:%S')],
  ['u', number(({ weekday }) => weekday || 7, 1)],
  ['U', number(({ yearDay, weekday }) => Math.floor((yearDay + 6 - weekday) / 7))],
  ['V', number((time) => isoWeek(time).week)],
  ['w', number(({ weekday }) => weekday, 1)],
  ['W', number(({ yearDay, weekday }) => Math.floor((yearDay + 6 - ((weekday + 6) % 7)) / 7))],
  ['y', number(({ year }) => year % 100)],
  ['Y', number(({ year }) => year, 4)],
  ['Z', text(({ zone }) => zone)],
  ['%', text(() => '%')],
]);

/** `%z`, `%:z`, `%::z`, `%:::z`, by the number of colons. */
const offsetText = (offset: number, colons: number): string => {
  const size = Math.abs(offset);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  const minutes = String(size % 60).padStart(2, '0');
  const short = colons === 3 ? hours + (size % 60 === 0 ? '' : `:${minutes}`) : `${hours}${colons > 0 ? ':' : ''}${minutes}`;
  return `${offset < 0 ? '-' : '+'}${short}${colons === 2 ? ':00' : ''}`;
};

const padded = (digits: string, flags: string, width: number, pad: string): string => {
  if (flags.includes('-')) return digits;
  const filler = flags.includes('_') ? ' ' : flags.includes('0') ? '0' : pad;
  const negative = filler === '0' && digits.startsWith('-');
  return negative ? `-${digits.slice(1).padStart(width - 1, filler)}` : digits.padStart(width, filler);
};

/** GNU's `^` makes capitals; `#` changes case where it is usual to. */
const cased = (shown: string, flags: string, letter: string): string => {
  if (flags.includes('^') && letter !== 'P') return shown.toUpperCase();
  if (!flags.includes('#')) return shown;
  return 'pZ'.includes(letter) ? shown.toLowerCase() : 'aAbBh'.includes(letter) ? shown.toUpperCase() : shown;
};

const directive = /%([-_0^#+]*)(\d{0,4})(:{0,3})[EO]?([a-zA-Z%])/g;

/** The date by `pattern`; what is no directive stays as it is. */
export const strftime = (pattern: string, time: DateTime): string =>
  pattern.replace(directive, (source: string, flags: string, width: string, colons: string, letter: string) => {
    if (letter === 'N')
      return String(time.millisecond * 1_000_000)
        .padStart(9, '0')
        .slice(0, Number(width) || 9)
        .padEnd(Number(width), '0');
    if (letter === 'z') return padded(offsetText(time.offset, colons.length), flags, Number(width), '0');
    const field = fields.get(letter);
    if (!field || colons !== '') return source;
    if ('number' in field) return padded(String(field.number(time)), flags, Number(width) || field.width, field.pad ? ' ' : '0');
    const shown = 'text' in field ? field.text(time) : strftime(field.format, time);
    return cased(padded(shown, flags, Number(width), ' '), flags, letter);
  });
