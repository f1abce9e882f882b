/** The order in which `for (key in array)` goes: as the elements came, or as gawk's PROCINFO["sorted_in"] asks. */
import { compareText } from '../../coreutils/text/collate.ts';
import type { Runtime } from './runtime.ts';
import { type Table, textToNumber, toNumber, type Value } from './value.ts';

type Entry = readonly [string, Value];

const orders: Readonly<Record<string, (a: Entry, b: Entry, toText: (value: Value) => string) => number>> = {
  ind_str: ([a], [b]) => compareText(a, b),
  ind_num: ([a], [b]) => textToNumber(a) - textToNumber(b) || compareText(a, b),
  val_str: ([, a], [, b], toText) => compareText(toText(a), toText(b)),
  val_num: ([, a], [, b]) => toNumber(a) - toNumber(b),
  val_type: ([, a], [, b], toText) => {
    const [left, right] = [typeof a === 'string' ? 1 : 0, typeof b === 'string' ? 1 : 0];
    return left - right || (left === 0 ? toNumber(a) - toNumber(b) : compareText(toText(a), toText(b)));
  },
};

/** The keys of a table at this moment, in order. */
export const orderedKeys = (table: Table, runtime: Runtime): string[] => {
  const wanted = runtime.toText(runtime.specialArray('PROCINFO').get('sorted_in'));
  const [, name = '', direction] = /^@((?:ind|val)_(?:str|num|type))_(asc|desc)$/.exec(wanted) ?? [];
  const order = orders[name];
  if (!order) return [...table.keys()];
  const sign = direction === 'desc' ? -1 : 1;
  return [...table].sort((a, b) => sign * order(a, b, runtime.toText)).map(([key]) => key);
};
