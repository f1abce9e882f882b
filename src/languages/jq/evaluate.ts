/** Evaluates filters: each is a stream of values, made one by one as they are asked for. */
import { HELD_TEXT, LimitError } from '../../os/limits.ts';
import { calculate } from './arithmetic.ts';
import type { ComparisonOperator, Filter } from './ast.ts';
import { callFunction } from './call.ts';
import {
  Break,
  described,
  type Environment,
  type Evaluation,
  type Item,
  type Items,
  JqError,
  made,
  type Path,
  pathOf,
  type World,
} from './evaluation.ts';
import { overSource } from './fold.ts';
import { applyFormat } from './formats.ts';
import { compareJson, isTrue, type Json, textIn } from './json.ts';
import { ARRAY_ITEMS, assign, descend, follow } from './paths.ts';

const comparisons: Readonly<Record<ComparisonOperator, (order: number) => boolean>> = {
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** Evaluates filters in a world. */
export class Evaluator implements Evaluation {
  readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** The items that a filter makes of one. */
  run(filter: Filter, env: Environment, item: Item): Items {
    switch (filter.kind) {
      case 'identity':
        return one(item);
      case 'descend':
        return descend(item);
      case 'literal':
        return one(made(filter.value, item));
      case 'variable':
        return one(made(env.variable(filter.name), item));
      case 'index':
      case 'slice':
      case 'iterate':
        return follow(this, filter, env, item);
      case 'string':
        return this.#interpolate(filter, env, item);
      case 'format':
        return one(made(applyFormat(filter.name, item.value), item));
      case 'array':
        return this.#collect(filter.body, env, item);
      case 'object':
        return this.#construct(filter.entries, env, item);
      case 'negate':
        return this.#negate(filter.operand, env, item);
      case 'pipe':
        return this.#pipe(filter.left, filter.right, env, item);
      case 'comma':
        return this.#comma(filter.left, filter.right, env, item);
      case 'and':
      case 'or':
        return this.#logical(filter.kind, filter.left, filter.right, env, item);
      case 'alternative':
        return this.#alternative(filter.left, filter.right, env, item);
      case 'arithmetic':
        return this.#binary(filter.left, filter.right, env, item, (a, b) => calculate(filter.operator, a, b));
      case 'compare':
        return this.#binary(filter.left, filter.right, env, item, (a, b) => comparisons[filter.operator](compareJson(a, b)));
      case 'assign':
        return assign(this, filter, env, item);
      case 'if':
        return this.#if(filter, env, item);
      case 'try':
        return this.#try(filter.body, filter.handler, env, item);
      case 'reduce':
      case 'foreach':
      case 'bind':
        return overSource(this, filter, env, item);
      case 'call':
        return callFunction(this, filter.name, filter.args, env, item);
      case 'define':
        return this.run(filter.body, env.withFunction(filter.definition), item);
      case 'label':
        return this.#label(filter.name, filter.body, env, item);
      case 'break':
        return this.#break(env.label(filter.name));
    }
  }

  /** The values that a filter makes of one, wherever they are from. */
  async *values(filter: Filter, env: Environment, value: Json): AsyncGenerator<Json> {
    for await (const item of this.run(filter, env, { value })) yield item.value;
  }

  /** The first of them. */
  async first(filter: Filter, env: Environment, value: Json): Promise<Json | undefined> {
    for await (const found of this.values(filter, env, value)) return found;
    return undefined;
  }

  /** The paths to which a filter leads in a value. */
  async paths(filter: Filter, env: Environment, value: Json): Promise<Path[]> {
    const paths: Path[] = [];
    for await (const item of this.run(filter, env, { value, path: [] })) paths.push(pathOf(item));
    return paths;
  }

  /** Lets the page breathe. */
  async pause(): Promise<void> {
    const pause = this.world.process.pace();
    if (pause) await pause;
  }

  /** A string for each combination of what is interpolated; the first varies fastest. */
  async *#interpolate({ format, parts }: Extract<Filter, { readonly kind: 'string' }>, env: Environment, item: Item): Items {
    const fill = async function* (this: Evaluator, at: number, rest: string): AsyncGenerator<string> {
      const part = parts[at];
      if (part === undefined) yield rest;
      else if (typeof part === 'string') yield* fill.call(this, at - 1, part + rest);
      else for await (const value of this.values(part, env, item.value)) yield* fill.call(this, at - 1, applyFormat(format, value) + rest);
    };
    for await (const text of fill.call(this, parts.length - 1, '')) yield made(text, item);
  }

  /** One array of all values. */
  async *#collect(body: Filter | undefined, env: Environment, item: Item): Items {
    const items: Json[] = [];
    let size = 0;
    if (body) {
      for await (const value of this.values(body, env, item.value)) {
        size += textIn(value);
        if (items.length >= ARRAY_ITEMS) throw new LimitError('array items', ARRAY_ITEMS);
        if (size > HELD_TEXT) throw new LimitError('text held at once', HELD_TEXT);
        items.push(value);
      }
    }
    yield made(items, item);
  }

  /** An object for each combination of keys and values; the last varies fastest. */
  async *#construct(
    entries: readonly (readonly [Filter, Filter])[],
    env: Environment,
    item: Item,
    before = new Map<string, Json>(),
  ): Items {
    const [entry, ...rest] = entries;
    if (!entry) {
      yield made(before, item);
      return;
    }
    for await (const key of this.values(entry[0], env, item.value)) {
      if (typeof key !== 'string') throw new JqError('Object keys must be strings');
      for await (const value of this.values(entry[1], env, item.value)) {
        yield* this.#construct(rest, env, item, new Map(before).set(key, value));
      }
    }
  }

  async *#negate(operand: Filter, env: Environment, item: Item): Items {
    for await (const value of this.values(operand, env, item.value)) {
      if (typeof value !== 'number') throw new JqError(`${described(value)} cannot be negated`);
      yield made(-value, item);
    }
  }

  async *#pipe(left: Filter, right: Filter, env: Environment, item: Item): Items {
    for await (const found of this.run(left, env, item)) yield* this.run(right, env, found);
  }

  async *#comma(left: Filter, right: Filter, env: Environment, item: Item): Items {
    yield* this.run(left, env, item);
    yield* this.run(right, env, item);
  }

  async *#logical(kind: 'and' | 'or', left: Filter, right: Filter, env: Environment, item: Item): Items {
    const decided = kind === 'or';
    for await (const value of this.values(left, env, item.value)) {
      if (isTrue(value) === decided) yield made(decided, item);
      else for await (const other of this.values(right, env, item.value)) yield made(isTrue(other), item);
    }
  }

  async *#alternative(left: Filter, right: Filter, env: Environment, item: Item): Items {
    let any = false;
    try {
      for await (const found of this.run(left, env, item)) {
        if (!isTrue(found.value)) continue;
        any = true;
        yield found;
      }
    } catch (error) {
      if (!(error instanceof JqError)) throw error;
    }
    if (!any) yield* this.run(right, env, item);
  }

  /** The right operand is the outer loop, as in jq. */
  async *#binary(left: Filter, right: Filter, env: Environment, item: Item, apply: (a: Json, b: Json) => Json): Items {
    for await (const b of this.values(right, env, item.value)) {
      for await (const a of this.values(left, env, item.value)) yield made(apply(a, b), item);
    }
  }

  async *#if({ condition, then, otherwise }: Extract<Filter, { readonly kind: 'if' }>, env: Environment, item: Item): Items {
    for await (const value of this.values(condition, env, item.value)) {
      const branch = isTrue(value) ? then : otherwise;
      if (branch) yield* this.run(branch, env, item);
      else yield item;
    }
  }

  async *#try(body: Filter, handler: Filter | undefined, env: Environment, item: Item): Items {
    try {
      yield* this.run(body, env, item);
    } catch (error) {
      if (!(error instanceof JqError)) throw error;
      if (handler) yield* this.run(handler, env, made(error.value, item));
    }
  }

  async *#label(name: string, body: Filter, env: Environment, item: Item): Items {
    const label = {};
    try {
      yield* this.run(body, env.withLabel(name, label), item);
    } catch (error) {
      if (!(error instanceof Break) || error.label !== label) throw error;
    }
  }

  // biome-ignore lint/correctness/useYield: it only leaves.
  async *#break(label: object | undefined): Items {
    throw label ? new Break(label) : new JqError('break');
  }
}

async function* one(item: Item): Items {
  yield item;
}
