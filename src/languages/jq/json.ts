/** JSON values as jq sees them, their kinds and their order. */
import { compareText } from '../../coreutils/text/collate.ts';

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

/** Everything but null and false. */
export const isTrue = (value: Json): boolean => value !== null && value !== false;

const ranks: Readonly<Record<TypeName, number>> = { null: 0, boolean: 1, number: 3, string: 4, array: 5, object: 6 };

const rank = (value: Json): number => (value === true ? 2 : ranks[typeOf(value)]);

const compareArrays = (a: readonly Json[], b: readonly Json[]): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = compareJson(a[i] ?? null, b[i] ?? null);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};

/** The keys of an object in the order of their bytes. */
export const sortedKeys = (value: JsonObject): string[] => [...value.keys()].sort(compareText);

/** jq's order: null, false, true, numbers, strings, arrays, objects (first by their sets of keys). NaN is below all numbers. */
export const compareJson = (a: Json, b: Json): number => {
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  if (typeof a === 'number' && typeof b === 'number') return Number.isNaN(a) || a < b ? -1 : a === b ? 0 : 1;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (isArray(a) && isArray(b)) return compareArrays(a, b);
  if (!isObject(a) || !isObject(b)) return 0;
  const keys = sortedKeys(a);
  return (
    compareArrays(keys, sortedKeys(b)) ||
    compareArrays(
      keys.map((key) => a.get(key) ?? null),
      keys.map((key) => b.get(key) ?? null),
    )
  );
};

/** Whether two values are the same. */
export const equals = (a: Json, b: Json): boolean => compareJson(a, b) === 0;
