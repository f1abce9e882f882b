/** Calls of functions: the program's own, those of the prelude, and those that are built in. */
import { LimitError } from '../../os/limits.ts';
import type { Filter } from './ast.ts';
import { type Callable, type Environment, type Evaluation, type Item, type Items, JqError, made } from './evaluation.ts';
import { valueFunctions } from './functions.ts';
import type { Json } from './json.ts';
import { nativeFilters } from './natives.ts';
import { builtinNames } from './prelude.ts';

/** Calls of functions inside each other. */
const CALL_DEPTH = 10_000;
/** Calls after which the next begins on a fresh stack of its own. */
const STACK_CALLS = 20;

/** What a call makes of an item. */
export async function* callFunction(evaluation: Evaluation, name: string, args: readonly Filter[], env: Environment, item: Item): Items {
  await evaluation.pause();
  const callable = env.callable(name, args.length);
  if (callable) {
    yield* invoke(evaluation, callable, args, env, item);
    return;
  }
  const native = nativeFilters.get(`${name}/${args.length}`);
  if (native) {
    yield* native(evaluation, args, env, item);
    return;
  }
  if (name === 'builtins' && args.length === 0) {
    yield made([...new Set(builtinNames())], item);
    return;
  }
  const apply = valueFunctions.get(`${name}/${args.length}`);
  if (!apply) throw new JqError(`${name}/${args.length} is not defined`);
  for await (const values of combinations(evaluation, args, env, item.value)) yield made(apply(item.value, values, evaluation.world), item);
}

async function* combinations(
  evaluation: Evaluation,
  args: readonly Filter[],
  env: Environment,
  value: Json,
): AsyncGenerator<readonly Json[]> {
  const [first, ...rest] = args;
  if (!first) {
    yield [];
    return;
  }
  for await (const one of evaluation.values(first, env, value)) {
    for await (const others of combinations(evaluation, rest, env, value)) yield [one, ...others];
  }
}

async function* invoke(evaluation: Evaluation, callable: Callable, args: readonly Filter[], env: Environment, item: Item): Items {
  if (callable.kind === 'closure') {
    yield* evaluation.run(callable.filter, callable.home, item);
    return;
  }
  const home = callable.home.calledFrom(env);
  if (home.depth > CALL_DEPTH) throw new LimitError('function calls inside each other', CALL_DEPTH);
  for await (const inner of bindArguments(evaluation, callable.definition.parameters, args, home, env, item.value)) {
    const items = evaluation.run(callable.definition.body, inner, item);
    yield* home.depth % STACK_CALLS === 0 ? onFreshStack(items) : items;
  }
}

/** The same items; what asks for them and what makes them do not stand on one stack, however deep either is. */
async function* onFreshStack(items: Items): Items {
  try {
    for (;;) {
      await undefined;
      const { value, done } = await items.next();
      if (done) return;
      yield value;
    }
  } finally {
    await undefined;
    await items.return(undefined);
  }
}

async function* bindArguments(
  evaluation: Evaluation,
  parameters: readonly string[],
  args: readonly Filter[],
  inner: Environment,
  env: Environment,
  value: Json,
): AsyncGenerator<Environment> {
  const [parameter, ...rest] = parameters;
  const [argument, ...others] = args;
  if (parameter === undefined || !argument) {
    yield inner;
    return;
  }
  if (!parameter.startsWith('$')) {
    yield* bindArguments(evaluation, rest, others, inner.withClosure(parameter, argument, env), env, value);
    return;
  }
  const name = parameter.slice(1);
  for await (const given of evaluation.values(argument, env, value)) {
    const bound = inner.withVariable(name, given).withClosure(name, { kind: 'literal', value: given }, inner);
    yield* bindArguments(evaluation, rest, others, bound, env, value);
  }
}
