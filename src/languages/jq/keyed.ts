/** Sorting and grouping of arrays by what a filter makes of their items. */
import type { Filter } from './ast.ts';
import type { Environment } from './environment.ts';
import { type Evaluation, made, type NativeFilter } from './evaluation.ts';
import { described, JqError } from './failure.ts';
import { compareJson, isArray, type Json } from './json.ts';

const identity: Filter = { kind: 'identity' };

/** The array's items with the keys that a filter makes of them. */
const keyed = async (evaluation: Evaluation, filter: Filter, env: Environment, value: Json): Promise<{ key: Json; item: Json }[]> => {
  if (!isArray(value)) throw new JqError(`${described(value)} cannot be sorted, as it is not an array`);
  const pairs: { key: Json; item: Json }[] = [];
  for (const item of value) {
    await evaluation.pause();
    const key: Json[] = [];
    for await (const part of evaluation.values(filter, env, item)) key.push(part);
    pairs.push({ key, item });
  }
  return pairs;
};

type Pairs = readonly { readonly key: Json; readonly item: Json }[];

/** A function of the items with their keys. */
const byKey = (apply: (pairs: Pairs) => Json): NativeFilter =>
  async function* (evaluation, [filter = identity], env, item) {
    yield made(apply(await keyed(evaluation, filter, env, item.value)), item);
  };

const sorted = (pairs: Pairs): Pairs => [...pairs].sort((a, b) => compareJson(a.key, b.key));

const groups = (pairs: Pairs): Json[][] => {
  const found: Json[][] = [];
  let before: Json | undefined;
  for (const { key, item } of sorted(pairs)) {
    if (before !== undefined && compareJson(before, key) === 0) found.at(-1)?.push(item);
    else found.push([item]);
    before = key;
  }
  return found;
};

const extreme = (pairs: Pairs, sign: 1 | -1): Json =>
  pairs.reduce(
    (best, pair) => (sign * compareJson(pair.key, best.key) >= (sign === 1 ? 0 : 1) ? pair : best),
    pairs[0] ?? { key: null, item: null },
  ).item;

/** The functions by name and arity. */
export const keyedFilters: readonly (readonly [string, NativeFilter])[] = [
  ['sort_by/1', byKey((pairs) => sorted(pairs).map(({ item }) => item))],
  ['group_by/1', byKey(groups)],
  ['unique_by/1', byKey((pairs) => groups(pairs).map(([first = null]) => first))],
  ['min_by/1', byKey((pairs) => extreme(pairs, -1))],
  ['max_by/1', byKey((pairs) => extreme(pairs, 1))],
];
