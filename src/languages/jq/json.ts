/** JSON values as jq sees them: their kinds, their order, and their text. */
import { compareText } from '../../coreutils/order.ts';
import type { Piece, Role } from '../../term/style.ts';

/** An object keeps the order of its keys, whatever they are called. */
export type JsonObject = ReadonlyMap<string, Json>;

/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** The name of a value's type. */
export type TypeName = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

export const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);
export const isObject = (value: Json): value is JsonObject => value instanceof Map;

/** The type of a value. */
export const typeOf = (value: Json): TypeName => {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  return isObject(value) ? 'object' : (typeof value as 'boolean' | 'number' | 'string');
};

/** Values of a compound one whose texts are counted. */
const COUNTED = 100;

/** Levels of a value whose texts are counted. */
const COUNTED_LEVELS = 50;

/** Characters of the texts in a value, as far as its first values tell. */
export const textIn = (value: Json, levels = COUNTED_LEVELS): number => {
  if (typeof value === 'string') return value.length;
  if (value === null || typeof value !== 'object' || levels === 0) return 0;
  let size = 0;
  let rest = COUNTED;
  for (const inner of value.values()) {
    if (rest-- === 0) break;
    size += textIn(inner, levels - 1);
  }
  return size;
};

/** Everything but null and false. */
export const isTrue = (value: Json): boolean => value !== null && value !== false;

const ranks: Readonly<Record<TypeName, number>> = { null: 0, boolean: 1, number: 3, string: 4, array: 5, object: 6 };

const rank = (value: Json): number => (value === true ? 2 : ranks[typeOf(value)]);

/** The keys of an object in the order of their bytes. */
export const sortedKeys = (value: JsonObject): string[] => [...value.keys()].sort(compareText);

/** Two arrays, or the values of two objects that have the same keys, of which the first items are the same. */
interface Compared {
  readonly left: readonly Json[];
  readonly right: readonly Json[];
  next: number;
}

/** The order of two values as far as it shows without looking into both; else what is to be looked into. */
const compareShallow = (a: Json, b: Json): number | Compared => {
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  if (typeof a === 'number' && typeof b === 'number') return Number.isNaN(a) || a < b ? -1 : a === b ? 0 : 1;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (isArray(a) && isArray(b)) return a === b ? 0 : { left: a, right: b, next: 0 };
  if (!isObject(a) || !isObject(b) || a === b) return 0;
  const [left, right] = [sortedKeys(a), sortedKeys(b)];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const order = compareText(left[at] ?? '', right[at] ?? '');
    if (order !== 0) return order;
  }
  if (left.length !== right.length) return left.length - right.length;
  return { left: left.map((key) => a.get(key) ?? null), right: right.map((key) => b.get(key) ?? null), next: 0 };
};

/**
 * jq's order: null, false, true, numbers, strings, arrays, objects (first by their sets of keys). NaN is below all numbers.
 * What is compared inside each other is on a stack of its own, however deep it is.
 */
export const compareJson = (a: Json, b: Json): number => {
  const first = compareShallow(a, b);
  if (typeof first === 'number') return first;
  const open = [first];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const { left, right } = top;
    const at = top.next++;
    if (at >= Math.min(left.length, right.length)) {
      if (left.length !== right.length) return left.length - right.length;
      open.pop();
      continue;
    }
    const order = compareShallow(left[at] ?? null, right[at] ?? null);
    if (typeof order !== 'number') open.push(order);
    else if (order !== 0) return order;
  }
  return 0;
};

/** Whether two values are the same. */
export const equals = (a: Json, b: Json): boolean => compareJson(a, b) === 0;

/** How values are set. */
export interface WriteRules {
  /** One step of indentation; empty: all on one line. */
  readonly indent: string;
  readonly sortKeys: boolean;
  /** Characters beyond ASCII as `\uXXXX`. */
  readonly ascii: boolean;
}

/** All on one line, keys in their order. */
const compact: WriteRules = { indent: '', sortKeys: false, ascii: false };

/** The digits of a number and the place of its point, as jq sets them: exponents for what is very large or small. */
const numberText = (value: number): string => {
  if (Number.isNaN(value)) return 'null';
  const [digits = '0', power = '0'] = Math.min(Number.MAX_VALUE, Math.abs(value)).toExponential().split('e');
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const significant = digits.replace('.', '');
  const point = Number(power) + 1;
  if (value !== 0 && (point <= -4 || point > significant.length + 15)) {
    return `${sign}${digits}e${point > 0 ? '+' : '-'}${String(Math.abs(Number(power))).padStart(2, '0')}`;
  }
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${significant}`;
  return sign + significant.slice(0, point).padEnd(point, '0') + (significant.length > point ? `.${significant.slice(point)}` : '');
};

const escapeAscii = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const stringText = (text: string, ascii: boolean): string => {
  const quoted = JSON.stringify(text).replaceAll('\u007f', '\\u007f');
  return ascii ? escapeAscii(quoted) : quoted;
};

const roles = { string: 'string', number: 'accent', boolean: 'keyword', null: 'muted', key: 'variable' } as const satisfies Record<
  string,
  Role
>;

/** An array or an object of which some items are written. */
interface Written {
  readonly items: Iterator<readonly [string | undefined, Json]>;
  readonly close: string;
  isFirst: boolean;
}

const itemsOf = function* (value: readonly Json[] | JsonObject, sortKeys: boolean): Generator<readonly [string | undefined, Json]> {
  if (!isObject(value)) for (const item of value) yield [undefined, item];
  else if (sortKeys) for (const key of sortedKeys(value)) yield [key, value.get(key) ?? null];
  else yield* value;
};

/** Collects pieces of text in order; the nesting is on a stack of its own, however deep it is. */
class JsonWriter {
  readonly #rules: WriteRules;
  readonly #open: Written[] = [];
  readonly pieces: Piece[] = [];

  constructor(rules: WriteRules) {
    this.#rules = rules;
  }

  #put(text: string, role?: Role): void {
    this.pieces.push(role ? { text, style: { role } } : { text });
  }

  #newline(): void {
    if (this.#rules.indent !== '') this.#put(`\n${this.#rules.indent.repeat(this.#open.length)}`);
  }

  write(value: Json): void {
    this.#value(value);
    for (let top = this.#open.at(-1); top; top = this.#open.at(-1)) {
      const { value: item, done } = top.items.next();
      if (done) {
        this.#open.pop();
        this.#newline();
        this.#put(top.close);
        continue;
      }
      if (!top.isFirst) this.#put(',');
      top.isFirst = false;
      this.#newline();
      const [key, inner] = item;
      if (key !== undefined) {
        this.#put(stringText(key, this.#rules.ascii), roles.key);
        this.#put(this.#rules.indent === '' ? ':' : ': ');
      }
      this.#value(inner);
    }
  }

  /** A scalar, or the beginning of an array or an object. */
  #value(value: Json): void {
    if (typeof value === 'string') this.#put(stringText(value, this.#rules.ascii), roles.string);
    else if (typeof value === 'number') this.#put(numberText(value), roles.number);
    else if (!isArray(value) && !isObject(value)) this.#put(String(value), value === null ? roles.null : roles.boolean);
    else {
      const [open, close] = isObject(value) ? '{}' : '[]';
      if ((isObject(value) ? value.size : value.length) === 0) this.#put(`${open}${close}`);
      else {
        this.#put(`${open}`);
        this.#open.push({ items: itemsOf(value, this.#rules.sortKeys), close: `${close}`, isFirst: true });
      }
    }
  }
}

/** A value in pieces; a piece may hold newlines between its items. */
export const writePieces = (value: Json, rules: WriteRules): readonly Piece[] => {
  const writer = new JsonWriter(rules);
  writer.write(value);
  return writer.pieces;
};

/** A value as text. */
export const writeJson = (value: Json, rules: WriteRules = compact): string =>
  writePieces(value, rules)
    .map(({ text }) => text)
    .join('');

/** A value in an error message: on one line, cut to what GNU's jq shows. */
export const inMessage = (value: Json): string => {
  const text = writeJson(value);
  return text.length > 11 ? `${text.slice(0, 10)}...` : text;
};
