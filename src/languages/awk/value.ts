/** awk's values: numbers, strings, text from outside that may count as either, and arrays of them (POSIX awk, "Expressions in awk"). */
import { compareText } from '../../coreutils/order.ts';
import type { Account } from '../../os/ledger.ts';
import { HELD_TEXT, LimitError } from '../../os/limits.ts';

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
const textToNumber = (text: string): number => {
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

/** Elements that an array may have. */
const ARRAY_ELEMENTS = 1_000_000;

const sizeOf = (value: Value): number => {
  if (typeof value === 'string') return value.length;
  return typeof value === 'object' ? value.text.length : 0;
};

/** Characters after which the ledger is told. */
const TOLD_AFTER = 100_000;

/** The arrays of one program. */
export class Tables {
  readonly #memory: Account | undefined;
  /** Characters of all elements. */
  #held = 0;
  /** Those that the ledger knows of. */
  #told = 0;

  /** `memory` is charged with the elements. */
  constructor(memory?: Account) {
    this.#memory = memory;
  }

  /** An element; one that was never set is made, as POSIX wants it. */
  get(table: Table, key: string): Value {
    const value = table.get(key);
    if (value === undefined && !table.has(key)) this.set(table, key, undefined);
    return value;
  }

  /** Sets an element; throws LimitError when there is no room for it. */
  set(table: Table, key: string, value: Value): void {
    const isNew = !table.has(key);
    if (isNew && table.size >= ARRAY_ELEMENTS) throw new LimitError('array elements', ARRAY_ELEMENTS);
    this.#held += sizeOf(value) - sizeOf(table.get(key)) + (isNew ? key.length : 0);
    if (this.#held > HELD_TEXT) throw new LimitError('text held at once', HELD_TEXT);
    // The ledger is asked now and then: an element is set more often than that.
    if (this.#held > this.#told + TOLD_AFTER) {
      this.#told = this.#held;
      this.#memory?.reach(this.#held);
    }
    table.set(key, value);
  }

  delete(table: Table, key: string): void {
    if (!table.has(key)) return;
    this.#held -= sizeOf(table.get(key)) + key.length;
    table.delete(key);
  }

  clear(table: Table): void {
    for (const key of table.keys()) this.delete(table, key);
  }
}

/** gawk's order of values of any type: numbers before strings, each in their own order. */
export const compareTypes = (a: Value, b: Value, toText: (value: Value) => string): number => {
  const [left, right] = [typeof a === 'string' ? 1 : 0, typeof b === 'string' ? 1 : 0];
  return left - right || (left === 0 ? toNumber(a) - toNumber(b) : compareText(toText(a), toText(b)));
};

type Entry = readonly [string, Value];

const orders: Readonly<Record<string, (a: Entry, b: Entry, toText: (value: Value) => string) => number>> = {
  ind_str: ([a], [b]) => compareText(a, b),
  ind_num: ([a], [b]) => textToNumber(a) - textToNumber(b) || compareText(a, b),
  val_str: ([, a], [, b], toText) => compareText(toText(a), toText(b)),
  val_num: ([, a], [, b]) => toNumber(a) - toNumber(b),
  val_type: ([, a], [, b], toText) => compareTypes(a, b, toText),
};

/** The keys of a table at this moment, in the order that PROCINFO["sorted_in"] asks for: by default as the elements came. */
export const orderedKeys = (table: Table, wanted: string, toText: (value: Value) => string): string[] => {
  const [, name = '', direction] = /^@((?:ind|val)_(?:str|num|type))_(asc|desc)$/.exec(wanted) ?? [];
  const order = orders[name];
  if (!order) return [...table.keys()];
  const sign = direction === 'desc' ? -1 : 1;
  return [...table].sort((a, b) => sign * order(a, b, toText)).map(([key]) => key);
};
