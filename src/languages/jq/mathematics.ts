/** jq's functions of numbers, by the names of C's. */
import { described, JqError } from './failure.ts';
import type { Json } from './json.ts';

/** The number that a value must be; throws JqError. */
export const numeric = (value: Json): number => {
  if (typeof value !== 'number') throw new JqError(`${described(value)} number required`);
  return value;
};

/** The functions of one number. */
export const calculations: readonly (readonly [string, (number: number) => number])[] = [
  ['floor', Math.floor],
  ['ceil', Math.ceil],
  ['round', (number) => Math.sign(number) * Math.round(Math.abs(number))],
  ['sqrt', Math.sqrt],
  ['fabs', Math.abs],
  ['abs', Math.abs],
  ['trunc', Math.trunc],
  ['exp', Math.exp],
  ['exp2', (number) => 2 ** number],
  ['exp10', (number) => 10 ** number],
  ['log', Math.log],
  ['log2', Math.log2],
  ['log10', Math.log10],
  ['sin', Math.sin],
  ['cos', Math.cos],
  ['tan', Math.tan],
  ['asin', Math.asin],
  ['acos', Math.acos],
  ['atan', Math.atan],
];
