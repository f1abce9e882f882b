/** Strings with interpolations, arrays and objects: the filters that make values of others. */
import { LimitError } from '../../os/limits.ts';
import type { Filter } from './ast.ts';
import type { Environment } from './environment.ts';
import { type Evaluation, type Item, type Items, made } from './evaluation.ts';
import { JqError } from './failure.ts';
import { applyFormat } from './formats.ts';
import type { Json } from './json.ts';
import { ARRAY_ITEMS } from './paths.ts';

/** A string for each combination of what is interpolated; the first varies fastest. */
export async function* interpolate(
  evaluation: Evaluation,
  { format, parts }: Extract<Filter, { readonly kind: 'string' }>,
  env: Environment,
  item: Item,
): Items {
  const fill = async function* (at: number, rest: string): AsyncGenerator<string> {
    const part = parts[at];
    if (part === undefined) yield rest;
    else if (typeof part === 'string') yield* fill(at - 1, part + rest);
    else for await (const value of evaluation.values(part, env, item.value)) yield* fill(at - 1, applyFormat(format, value) + rest);
  };
  for await (const text of fill(parts.length - 1, '')) yield made(text, item);
}

const none: Filter = { kind: 'call', name: 'empty', args: [] };

/** One array of all values. */
export async function* collect(evaluation: Evaluation, body: Filter | undefined, env: Environment, item: Item): Items {
  const items: Json[] = [];
  for await (const value of evaluation.values(body ?? none, env, item.value)) {
    if (items.length >= ARRAY_ITEMS) throw new LimitError('array items', ARRAY_ITEMS);
    items.push(value);
  }
  yield made(items, item);
}

/** An object for each combination of keys and values; the last varies fastest. */
export async function* construct(
  evaluation: Evaluation,
  entries: readonly (readonly [Filter, Filter])[],
  env: Environment,
  item: Item,
  before: ReadonlyMap<string, Json>,
): Items {
  const [entry, ...rest] = entries;
  if (!entry) {
    yield made(before, item);
    return;
  }
  for await (const key of evaluation.values(entry[0], env, item.value)) {
    if (typeof key !== 'string') throw new JqError(`Object keys must be strings`);
    for await (const value of evaluation.values(entry[1], env, item.value)) {
      yield* construct(evaluation, rest, env, item, new Map(before).set(key, value));
    }
  }
}
