/** Folds, and variables: what `as`, `reduce` and `foreach` do. */
import { type Filter, type Pattern, variablesOf } from './ast.ts';
import { type Environment, type Evaluation, type Item, type Items, JqError, made } from './evaluation.ts';
import { isArray, type Json, typeOf } from './json.ts';
import { isOwnUpdate, updateOwn } from './own-state.ts';
import { getKey, Own } from './paths.ts';

/** `reduce`: the last state of a fold over all values of its source. */
async function* reduce(
  evaluation: Evaluation,
  { source, pattern, start, update }: Extract<Filter, { readonly kind: 'reduce' }>,
  env: Environment,
  item: Item,
): Items {
  const isOwn = isOwnUpdate(update);
  for await (const initial of evaluation.values(start, env, item.value)) {
    let state = initial;
    let own = new Own();
    for await (const value of evaluation.values(source, env, item.value)) {
      await evaluation.pause();
      for await (const inner of bindings(evaluation, pattern, value, env, item.value)) {
        const changed = isOwn ? await updateOwn(evaluation, update, inner, state, own) : undefined;
        if (changed === undefined) {
          own = new Own();
          let last: Json = null;
          for await (const next of evaluation.values(update, inner, state)) last = next;
          state = last;
        } else state = changed;
      }
    }
    yield made(state, item);
  }
}

/** `foreach`: every state of a fold, or what is extracted of each. */
async function* foreach(
  evaluation: Evaluation,
  filter: Extract<Filter, { readonly kind: 'foreach' }>,
  env: Environment,
  item: Item,
): Items {
  for await (const initial of evaluation.values(filter.start, env, item.value)) {
    let state = initial;
    for await (const value of evaluation.values(filter.source, env, item.value)) {
      await evaluation.pause();
      for await (const inner of bindings(evaluation, filter.pattern, value, env, item.value)) {
        for await (const next of evaluation.values(filter.update, inner, state)) {
          state = next;
          if (!filter.extract) yield made(next, item);
          else for await (const extracted of evaluation.values(filter.extract, inner, next)) yield made(extracted, item);
        }
      }
    }
  }
}

/** `as`: the body with a pattern's variables bound to each value of a source. */
async function* bind(
  evaluation: Evaluation,
  { source, patterns, body }: Extract<Filter, { readonly kind: 'bind' }>,
  env: Environment,
  item: Item,
): Items {
  // `?//`: all know the variables of all, and a pattern is tried where the one before it, or its body, fails.
  const names = patterns.length > 1 ? patterns.flatMap(variablesOf) : [];
  const blank = names.reduce((outer, name) => outer.withVariable(name, null), env);
  for await (const value of evaluation.values(source, env, item.value)) {
    for (const [index, pattern] of patterns.entries()) {
      try {
        for await (const inner of bindings(evaluation, pattern, value, blank, item.value)) yield* evaluation.run(body, inner, item);
        break;
      } catch (error) {
        if (!(error instanceof JqError) || index === patterns.length - 1) throw error;
      }
    }
  }
}

/** The filters that bind a pattern to each value of a source. */
export const overSource = (
  evaluation: Evaluation,
  filter: Extract<Filter, { readonly kind: 'reduce' | 'foreach' | 'bind' }>,
  env: Environment,
  item: Item,
): Items => {
  if (filter.kind === 'reduce') return reduce(evaluation, filter, env, item);
  return filter.kind === 'foreach' ? foreach(evaluation, filter, env, item) : bind(evaluation, filter, env, item);
};

/** The environments in which a pattern's variables are bound; several where its keys have several values. */
async function* bindings(
  evaluation: Evaluation,
  pattern: Pattern,
  value: Json,
  env: Environment,
  input: Json,
): AsyncGenerator<Environment> {
  if (pattern.kind === 'variable') {
    yield env.withVariable(pattern.name, value);
    return;
  }
  if (pattern.kind === 'array') {
    if (value !== null && !isArray(value)) throw new JqError(`Cannot index ${typeOf(value)} with number`);
    yield* bindItems(evaluation, pattern.items, value ?? [], 0, env, input);
    return;
  }
  yield* bindEntries(evaluation, pattern.entries, value, env, input);
}

async function* bindItems(
  evaluation: Evaluation,
  items: readonly Pattern[],
  value: readonly Json[],
  at: number,
  env: Environment,
  input: Json,
): AsyncGenerator<Environment> {
  const pattern = items[at];
  if (!pattern) yield env;
  else
    for await (const inner of bindings(evaluation, pattern, value[at] ?? null, env, input))
      yield* bindItems(evaluation, items, value, at + 1, inner, input);
}

async function* bindEntries(
  evaluation: Evaluation,
  entries: Extract<Pattern, { readonly kind: 'object' }>['entries'],
  value: Json,
  env: Environment,
  input: Json,
): AsyncGenerator<Environment> {
  const [entry, ...rest] = entries;
  if (!entry) {
    yield env;
    return;
  }
  for await (const key of evaluation.values(entry.key, env, input)) {
    const part = getKey(value, key);
    const named = entry.name === undefined ? env : env.withVariable(entry.name, part);
    if (!entry.value) yield* bindEntries(evaluation, rest, value, named, input);
    else
      for await (const inner of bindings(evaluation, entry.value, part, named, input))
        yield* bindEntries(evaluation, rest, value, inner, input);
  }
}
