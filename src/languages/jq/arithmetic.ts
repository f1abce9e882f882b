/** jq's arithmetic, which knows more than numbers, and its functions of numbers. */
import { LimitError, TEXT_LENGTH } from '../../os/limits.ts';
import type { ArithmeticOperator } from './ast.ts';
import { described, JqError } from './evaluation.ts';
import { equals, isArray, isObject, type Json, type JsonObject } from './json.ts';

const add = (a: Json, b: Json): Json | undefined => {
  if (a === null) return b;
  if (b === null) return a;
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (typeof a === 'string' && typeof b === 'string') {
    if (a.length + b.length > TEXT_LENGTH) throw new LimitError('text length', TEXT_LENGTH);
    return a + b;
  }
  if (isArray(a) && isArray(b)) return a.concat(b);
  return isObject(a) && isObject(b) ? new Map([...a, ...b]) : undefined;
};

const subtract = (a: Json, b: Json): Json | undefined => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return isArray(a) && isArray(b) ? a.filter((item) => !b.some((other) => equals(item, other))) : undefined;
};

const merge = (a: JsonObject, b: JsonObject): JsonObject => {
  const merged = new Map(a);
  for (const [key, value] of b) {
    const before = merged.get(key) ?? null;
    merged.set(key, isObject(before) && isObject(value) ? merge(before, value) : value);
  }
  return merged;
};

const repeat = (text: string, times: number): Json => {
  if (times <= 0) return null;
  if (text.length * times > TEXT_LENGTH) throw new LimitError('text length', TEXT_LENGTH);
  return text.repeat(Math.max(1, Math.floor(times)));
};

const multiply = (a: Json, b: Json): Json | undefined => {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  if (typeof a === 'string' && typeof b === 'number') return repeat(a, b);
  if (typeof a === 'number' && typeof b === 'string') return repeat(b, a);
  return isObject(a) && isObject(b) ? merge(a, b) : undefined;
};

const divide = (a: Json, b: Json): Json | undefined => {
  if (typeof a === 'string' && typeof b === 'string') return a === '' ? [] : a.split(b);
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  if (b === 0) throw new JqError(`${described(a)} and ${described(b)} cannot be divided because the divisor is zero`);
  return a / b;
};

const remainder = (a: Json, b: Json): Json | undefined => {
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  const [dividend, divisor] = [Math.trunc(a), Math.abs(Math.trunc(b))];
  if (divisor === 0) throw new JqError(`${described(a)} and ${described(b)} cannot be divided (remainder) because the divisor is zero`);
  return (dividend % divisor) + 0;
};

const operations: Readonly<Record<ArithmeticOperator, readonly [(a: Json, b: Json) => Json | undefined, string]>> = {
  '+': [add, 'added'],
  '-': [subtract, 'subtracted'],
  '*': [multiply, 'multiplied'],
  '/': [divide, 'divided'],
  '%': [remainder, 'divided (remainder)'],
};

/** `a operator b`; throws JqError for kinds that do not go together. */
export const calculate = (operator: ArithmeticOperator, a: Json, b: Json): Json => {
  const [apply, done] = operations[operator];
  const result = apply(a, b);
  if (result === undefined) throw new JqError(`${described(a)} and ${described(b)} cannot be ${done}`);
  return result;
};

/** The number that a value must be; throws JqError. */
export const numeric = (value: Json): number => {
  if (typeof value !== 'number') throw new JqError(`${described(value)} number required`);
  return value;
};
