/** What the parts of the evaluator share: items with their paths, and what they ask of each other. */
import type { Process } from '../../os/process.ts';
import type { Filter } from './ast.ts';
import type { Environment } from './environment.ts';
import { JqError } from './failure.ts';
import { isArray, isObject, type Json } from './json.ts';
import type { Path } from './paths.ts';
import { inMessage } from './write-json.ts';

/** A value, and where paths are followed the path to it: `none` for one that is not part of the input. */
export interface Item {
  readonly value: Json;
  readonly path?: Path | 'none' | undefined;
}

/** Values one by one. */
export type Items = AsyncGenerator<Item>;

/** What filters need of the run: the inputs that are left, and the names of the world. */
export interface World {
  readonly process: Process;
  /** The next input; undefined after the last. */
  nextInput(): Promise<Json | undefined>;
  readonly inputName: () => string | undefined;
}

/** A value that is made rather than found. */
export const made = (value: Json, { path }: Item): Item => (path === undefined ? { value } : { value, path: 'none' });

/** Evaluates filters in a world. */
export interface Evaluation {
  readonly world: World;
  /** The items that a filter makes of one. */
  run(filter: Filter, env: Environment, item: Item): Items;
  /** The values that a filter makes of one, wherever they are from. */
  values(filter: Filter, env: Environment, value: Json): AsyncGenerator<Json>;
  /** The first of them. */
  first(filter: Filter, env: Environment, value: Json): Promise<Json | undefined>;
  /** The paths to which a filter leads in a value. */
  paths(filter: Filter, env: Environment, value: Json): Promise<Path[]>;
  /** Lets the page breathe. */
  pause(): Promise<void>;
}

/** A built-in function on filters. */
export type NativeFilter = (evaluation: Evaluation, args: readonly Filter[], env: Environment, item: Item) => Items;

/** A step from a value to a part of it. */
export const step = ({ value, path }: Item, key: Json, part: Json): Item => {
  if (path === undefined) return { value: part };
  if (path === 'none') throw new JqError(`Invalid path expression with result ${inMessage(value)}`);
  return { value: part, path: [...path, key] };
};

/** The parts of an array or object; none of anything else. */
export const children = (item: Item): Item[] => {
  const { value } = item;
  if (isArray(value)) return value.map((part, i) => step(item, i, part));
  return isObject(value) ? [...value].map(([key, part]) => step(item, key, part)) : [];
};

/** The path to an item; throws when it is not part of the input. */
export const pathOf = ({ value, path }: Item): Path => {
  if (path === undefined || path === 'none') throw new JqError(`Invalid path expression with result ${inMessage(value)}`);
  return path;
};
