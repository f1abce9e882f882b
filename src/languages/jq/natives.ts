/** The functions of jq that take filters, as far as they are not written in jq itself (see prelude.ts). */
import { LimitError } from '../../os/limits.ts';
import { type Filter, identity } from './ast.ts';
import {
  described,
  type Environment,
  type Evaluation,
  Halt,
  type Item,
  type Items,
  JqError,
  made,
  type NativeFilter,
  pathOf,
  step,
} from './evaluation.ts';
import { compareJson, isArray, isTrue, type Json, writeJson } from './json.ts';
import { substitute } from './match.ts';
import { deletePaths, getPath, Own, setPath } from './paths.ts';
import { eventsOf } from './stream.ts';

/** How deep `recurse` and `repeat` go. */
const RECURSION = 100_000;

async function* empty(): Items {}

// biome-ignore lint/correctness/useYield: it only fails.
const raise: NativeFilter = async function* (evaluation, [message], env, item) {
  throw new JqError(message ? ((await evaluation.first(message, env, item.value)) ?? null) : item.value);
};

const path: NativeFilter = async function* (evaluation, [filter = identity], env, item) {
  for await (const found of evaluation.run(filter, env, { value: item.value, path: [] })) yield made([...pathOf(found)], item);
};

const getpath: NativeFilter = async function* (evaluation, [filter = identity], env, item) {
  for await (const keys of evaluation.values(filter, env, item.value)) {
    if (!isArray(keys)) throw new JqError('Path must be specified as an array');
    const { path } = keys.reduce<Item>((at, key) => step(at, key, null), item);
    yield { value: getPath(item.value, keys), path };
  }
};

const del: NativeFilter = async function* (evaluation, [filter = identity], env, item) {
  yield made(deletePaths(item.value, await evaluation.paths(filter, env, item.value)), item);
};

/** Each item, then what the filter makes of it, and so on: depth first, without a call inside each other. */
const recurse: NativeFilter = async function* (evaluation, [filter = identity], env, item) {
  yield item;
  const open = [evaluation.run(filter, env, item)];
  for (let items = open.at(-1); items; items = open.at(-1)) {
    await evaluation.pause();
    const { value, done } = await items.next();
    if (done) {
      open.pop();
      continue;
    }
    yield value;
    if (open.length >= RECURSION) throw new LimitError('recursion', RECURSION);
    open.push(evaluation.run(filter, env, value));
  }
};

const until: NativeFilter = async function* (evaluation, [condition = identity, update = identity], env, item) {
  let { value } = item;
  while (!isTrue((await evaluation.first(condition, env, value)) ?? true)) {
    await evaluation.pause();
    const next = await evaluation.first(update, env, value);
    if (next === undefined) return;
    value = next;
  }
  yield made(value, item);
};

const whilst: NativeFilter = async function* (evaluation, [condition = identity, update = identity], env, item) {
  let value: Json | undefined = item.value;
  while (value !== undefined && isTrue((await evaluation.first(condition, env, value)) ?? false)) {
    await evaluation.pause();
    yield made(value, item);
    value = await evaluation.first(update, env, value);
  }
};

const number = (value: Json): number => {
  if (typeof value !== 'number') throw new JqError('Range bounds must be numeric');
  return value;
};

const literal = (value: Json): Filter => ({ kind: 'literal', value });

const range: NativeFilter = async function* (evaluation, args, env, item) {
  const [from, to, by] =
    args.length === 1 ? [literal(0), args[0] ?? identity, literal(1)] : [args[0] ?? identity, args[1] ?? identity, args[2] ?? literal(1)];
  for await (const start of evaluation.values(from, env, item.value)) {
    for await (const end of evaluation.values(to, env, item.value)) {
      for await (const stride of evaluation.values(by, env, item.value)) {
        const [last, increment] = [number(end), number(stride)];
        for (let at = number(start); increment > 0 ? at < last : increment < 0 && at > last; at += increment) {
          await evaluation.pause();
          yield made(at, item);
        }
      }
    }
  }
};

const limit: NativeFilter = async function* (evaluation, [count = identity, filter = identity], env, item) {
  for await (const most of evaluation.values(count, env, item.value)) {
    let left = number(most);
    // Fewer than none is no limit, as in jq 1.6 and 1.7.
    if (left < 0) left = Number.POSITIVE_INFINITY;
    if (left === 0) continue;
    for await (const found of evaluation.run(filter, env, item)) {
      yield found;
      if (--left <= 0) break;
    }
  }
};

const last: NativeFilter = async function* (evaluation, [filter = identity], env, item) {
  let found: Item | undefined;
  for await (const each of evaluation.run(filter, env, item)) found = each;
  if (found) yield found;
};

const tostream: NativeFilter = async function* (evaluation, _args, _env, item) {
  for (const event of eventsOf(item.value)) {
    await evaluation.pause();
    yield made(event, item);
  }
};

/** The values of which a filter makes the pieces. */
const fromstream: NativeFilter = async function* (evaluation, [filter = identity], env, item) {
  let whole: Json = null;
  let own = new Own();
  for await (const event of evaluation.values(filter, env, item.value)) {
    await evaluation.pause();
    const [path, ...leaf] = isArray(event) ? event : [];
    if (path === undefined || !isArray(path)) throw new JqError('Invalid streaming format');
    if (leaf.length > 0) whole = setPath(whole, path, leaf[0] ?? null, own);
    if (path.length !== (leaf.length > 0 ? 0 : 1)) continue;
    yield made(whole, item);
    whole = null;
    own = new Own();
  }
};

const input: NativeFilter = async function* (evaluation, _args, _env, item) {
  const value = await evaluation.world.nextInput();
  if (value === undefined) throw new JqError('No more inputs');
  yield made(value, item);
};

const inputs: NativeFilter = async function* (evaluation, _args, _env, item) {
  for (let value = await evaluation.world.nextInput(); value !== undefined; value = await evaluation.world.nextInput()) {
    yield made(value, item);
  }
};

/** `debug` and `stderr`: the value on standard error, and on its way. */
const report = (form: (value: Json) => string): NativeFilter =>
  async function* (evaluation, _args, _env, item) {
    await evaluation.world.process.stderr.write(form(item.value));
    yield item;
  };

// biome-ignore lint/correctness/useYield: it only leaves.
const halt: NativeFilter = async function* () {
  throw new Halt(0, '');
};

// biome-ignore lint/correctness/useYield: it only leaves.
const haltError: NativeFilter = async function* (evaluation, [status], env, item) {
  const code = status ? await evaluation.first(status, env, item.value) : 5;
  throw new Halt(typeof code === 'number' ? code : 5, typeof item.value === 'string' ? item.value : `${writeJson(item.value)}\n`);
};

type Pairs = readonly { readonly key: Json; readonly item: Json }[];

/** The array's items with the keys that a filter makes of them. */
const keyed = async (evaluation: Evaluation, filter: Filter, env: Environment, value: Json): Promise<Pairs> => {
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
export const nativeFilters: ReadonlyMap<string, NativeFilter> = new Map<string, NativeFilter>([
  ['empty/0', empty],
  ['error/0', raise],
  ['error/1', raise],
  ['path/1', path],
  ['getpath/1', getpath],
  ['del/1', del],
  ['recurse/1', recurse],
  ['repeat/1', recurse],
  ['until/2', until],
  ['while/2', whilst],
  ['range/1', range],
  ['range/2', range],
  ['range/3', range],
  ['limit/2', limit],
  ['last/1', last],
  ['sort_by/1', byKey((pairs) => sorted(pairs).map(({ item }) => item))],
  ['group_by/1', byKey(groups)],
  ['unique_by/1', byKey((pairs) => groups(pairs).map(([first = null]) => first))],
  ['min_by/1', byKey((pairs) => extreme(pairs, -1))],
  ['max_by/1', byKey((pairs) => extreme(pairs, 1))],
  ['sub/2', substitute(false)],
  ['sub/3', substitute(false)],
  ['gsub/2', substitute(true)],
  ['gsub/3', substitute(true)],
  ['tostream/0', tostream],
  ['fromstream/1', fromstream],
  ['input/0', input],
  ['inputs/0', inputs],
  ['debug/0', report((value) => `["DEBUG:",${writeJson(value)}]\n`)],
  ['stderr/0', report((value) => writeJson(value))],
  ['halt/0', halt],
  ['halt_error/0', haltError],
  ['halt_error/1', haltError],
]);
