/** awk's values: numbers, strings, and text from outside that may count as either (POSIX awk, "Expressions in awk"). */
import { compareText } from '../../coreutils/text/collate.ts';

/** Input that looks like a number: compared as one, printed as it came. */
export class NumericText {
  readonly text: string;
  readonly number: number;
  constructor(text: string, number: number) {
    this.text = text;
    this.number = number;
  }
}

/** A scalar; undefined is a variable that was never set. */
export type Value = number | string | NumericText | undefined;

/** An array; keys in the order in which they came. */
export type Table = Map<string, Value>;

const numeric = /^[ \t\n\r\f\v]*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[ \t\n\r\f\v]*$/;

/** A value from outside: a numeric string where it looks like a number. */
export const fromInput = (text: string): Value => {
  const first = text.charCodeAt(0);
  // Most fields are words; only blanks, signs, the point and digits begin a number.
  if (first > 57 || text === '') return text;
  return numeric.test(text) ? new NumericText(text, Number.parseFloat(text)) : text;
};

/** The number at the beginning of a text, as strtod(3) without hexadecimal, infinity and NaN; 0 when there is none. */
export const textToNumber = (text: string): number => {
  const number = Number.parseFloat(text);
  return Number.isFinite(number) || /^\s*[+-]?\.?\d/.test(text) ? number : 0;
};

/** The value as a number. */
export const toNumber = (value: Value): number => {
  if (typeof value === 'number') return value;
  if (value === undefined) return 0;
  return typeof value === 'string' ? textToNumber(value) : value.number;
};

/** Whether a condition holds. */
export const isTrue = (value: Value): boolean => {
  if (typeof value === 'number') return value !== 0;
  if (value === undefined) return false;
  return typeof value === 'string' ? value !== '' : value.number !== 0;
};

/** Compares as numbers when neither side is a string, else as strings; negative, zero or positive, NaN for what has no order. */
export const compare = (a: Value, b: Value, toText: (value: Value) => string): number => {
  if (typeof a !== 'string' && typeof b !== 'string') return toNumber(a) - toNumber(b) || (toNumber(a) === toNumber(b) ? 0 : Number.NaN);
  return compareText(toText(a), toText(b));
};
