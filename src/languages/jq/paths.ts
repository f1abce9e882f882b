/** Paths into values: following them, and getting, setting and deleting what they lead to. */
import { LimitError } from '../../os/limits.ts';
import { calculate } from './arithmetic.ts';
import type { Filter } from './ast.ts';
import {
  children,
  described,
  type Environment,
  type Evaluation,
  type Item,
  type Items,
  JqError,
  made,
  type Path,
  step,
} from './evaluation.ts';
import { compareJson, isArray, isObject, isTrue, type Json, typeOf } from './json.ts';

/** Items that an array may have. */
export const ARRAY_ITEMS = 1_000_000;

/** The whole indices that a slice stands for. */
const sliceBounds = (length: number, from: Json, to: Json): readonly [number, number] => {
  const place = (value: Json, otherwise: number, round: (number: number) => number): number => {
    if (value === null) return otherwise;
    if (typeof value !== 'number') throw new JqError('Start and end indices of an array slice must be numbers');
    // A bound that is no number is the end that it stands for.
    const index = Number.isNaN(value) ? otherwise : round(value);
    return Math.max(0, Math.min(length, index < 0 ? index + length : index));
  };
  const start = place(from, 0, Math.floor);
  return [start, Math.max(start, place(to, length, Math.ceil))];
};

const isSlice = (key: Json): key is ReadonlyMap<string, Json> => isObject(key) && (key.has('start') || key.has('end'));

/** What `.[key]` is of a value. */
export const getKey = (value: Json, key: Json): Json => {
  if (isSlice(key)) return getSlice(value, key.get('start') ?? null, key.get('end') ?? null);
  if (isObject(value) && typeof key === 'string') return value.get(key) ?? null;
  if (isArray(value) && typeof key === 'number') {
    const index = Math.floor(key);
    return value[index < 0 ? index + value.length : index] ?? null;
  }
  if (value === null && (typeof key === 'string' || typeof key === 'number')) return null;
  if (isArray(value) && isArray(key)) return indicesOf(value, key);
  const what = typeof key === 'string' ? `string "${key}"` : typeOf(key);
  throw new JqError(`Cannot index ${typeOf(value)} with ${what}`);
};

/** The places at which a part begins in an array or a string. */
export const indicesOf = (value: Json, part: Json): number[] => {
  const found: number[] = [];
  if (typeof value === 'string' && typeof part === 'string') {
    for (let at = value.indexOf(part); at >= 0 && part !== ''; at = value.indexOf(part, at + 1)) {
      found.push(Array.from(value.slice(0, at)).length);
    }
  } else if (isArray(value)) {
    const parts = isArray(part) ? part : [part];
    for (let at = 0; at + parts.length <= value.length && parts.length > 0; at++) {
      if (parts.every((each, i) => compareJson(each, value[at + i] ?? null) === 0)) found.push(at);
    }
  }
  return found;
};

/** What `.[from:to]` is of a value. */
const getSlice = (value: Json, from: Json, to: Json): Json => {
  if (value === null) return null;
  if (isArray(value)) return value.slice(...sliceBounds(value.length, from, to));
  if (typeof value !== 'string') throw new JqError(`Cannot index ${typeOf(value)} with object`);
  const characters = Array.from(value);
  return characters.slice(...sliceBounds(characters.length, from, to)).join('');
};

/**
 * The arrays and objects that one update has made by itself: nothing else refers to them, so that it may go on changing
 * them in place, and `.[] += 1` takes as many steps as there are items.
 */
export class Own {
  #made = new WeakSet<object>();

  has(value: object): boolean {
    return this.#made.has(value);
  }

  add<T extends object>(value: T): T {
    this.#made.add(value);
    return value;
  }

  /** A value goes out to a filter, which may keep it. */
  release(value: Json): void {
    if (value !== null && typeof value === 'object' && this.#made.has(value)) this.#made = new WeakSet();
  }
}

const setKey = (value: Json, key: Json, item: Json, own?: Own): Json => {
  if (isSlice(key)) {
    if (!isArray(item)) throw new JqError('A slice of an array can only be assigned another array');
    const items = value === null ? [] : value;
    if (!isArray(items)) throw new JqError(`Cannot update field at object index of ${typeOf(value)}`);
    const [start, end] = sliceBounds(items.length, key.get('start') ?? null, key.get('end') ?? null);
    return [...items.slice(0, start), ...item, ...items.slice(end)];
  }
  if (typeof key === 'string' && (value === null || isObject(value))) {
    const entries = value !== null && own?.has(value) ? (value as Map<string, Json>) : new Map(value ?? []);
    own?.add(entries);
    return entries.set(key, item);
  }
  if (typeof key === 'number' && (value === null || isArray(value))) {
    if (Number.isNaN(key)) throw new JqError('Cannot set array element at NaN index');
    const items = value !== null && own?.has(value) ? (value as Json[]) : [...(value ?? [])];
    own?.add(items);
    const index = key < 0 ? Math.floor(key) + items.length : Math.floor(key);
    if (index < 0) throw new JqError('Out of bounds negative array index');
    if (index >= ARRAY_ITEMS) throw new LimitError('array items', ARRAY_ITEMS);
    while (items.length < index) items.push(null);
    items[index] = item;
    return items;
  }
  getKey(value, key);
  throw new JqError(`Invalid path component ${described(key)}`);
};

/** What a path leads to; null beyond what there is. */
export const getPath = (value: Json, path: Path): Json => {
  for (const key of path) {
    if (value === null) return null;
    value = getKey(value, key);
  }
  return value;
};

/** The value with what a path leads to replaced; in place, where `own` says that nothing else refers to it. */
export const setPath = (value: Json, path: Path, item: Json, own?: Own): Json => {
  const above: Json[] = [];
  let at = value;
  for (const key of path) {
    above.push(at);
    at = at === null ? null : getKey(at, key);
  }
  return path.reduceRight<Json>((inner, key, depth) => setKey(above[depth] ?? null, key, inner, own), item);
};

const deleteKey = (value: Json, key: Json): Json => {
  if (value === null) return null;
  if (isArray(value) && isSlice(key)) {
    const [start, end] = sliceBounds(value.length, key.get('start') ?? null, key.get('end') ?? null);
    return [...value.slice(0, start), ...value.slice(end)];
  }
  if (isObject(value) && typeof key === 'string') {
    const entries = new Map(value);
    entries.delete(key);
    return entries;
  }
  if (isArray(value) && typeof key === 'number') {
    const index = key < 0 ? Math.floor(key) + value.length : Math.floor(key);
    return value.filter((_, i) => i !== index);
  }
  throw new JqError(`Cannot delete field at ${typeOf(key)} index of ${typeOf(value)}`);
};

const deletePath = (value: Json, path: Path, own: Own): Json => {
  const above: Json[] = [];
  let at = value;
  for (const key of path.slice(0, -1)) {
    above.push(at);
    at = at === null ? null : getKey(at, key);
  }
  const last = path.at(-1);
  if (last === undefined || at === null) return last === undefined ? null : value;
  return above.reduceRight<Json>((inner, outer, depth) => setKey(outer, path[depth] ?? null, inner, own), deleteKey(at, last));
};

/** Many items of one array, or entries of one object, in one go; undefined where the paths are others. */
const deleteTogether = (value: Json, paths: readonly Path[]): Json | undefined => {
  const keys = new Set(paths.map(([key = null]) => key));
  if (paths.some(({ length }) => length !== 1)) return undefined;
  if (isArray(value) && [...keys].every((key) => typeof key === 'number' && key >= 0)) return value.filter((_, index) => !keys.has(index));
  if (isObject(value) && [...keys].every((key) => typeof key === 'string')) return new Map([...value].filter(([key]) => !keys.has(key)));
  return undefined;
};

/** The value without what the paths lead to, the last ones first so that no index moves. */
export const deletePaths = (value: Json, paths: readonly Path[]): Json => {
  const together = paths.length > 1 ? deleteTogether(value, paths) : undefined;
  if (together !== undefined) return together;
  const own = new Own();
  return [...paths].sort((a, b) => compareJson(b, a)).reduce<Json>((left, path) => deletePath(left, path, own), value);
};

/** The value and everything in it, from the outside in; the nesting is on a stack of its own. */
export async function* descend(item: Item): Items {
  const open = [[item].values()];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const { value, done } = top.next();
    if (done) open.pop();
    else {
      yield value;
      open.push(children(value).values());
    }
  }
}

/** `.key`. */
async function* followKey(
  evaluation: Evaluation,
  { target, key }: Extract<Filter, { readonly kind: 'index' }>,
  env: Environment,
  item: Item,
): Items {
  for await (const found of evaluation.run(target, env, item)) {
    for await (const name of evaluation.values(key, env, item.value)) yield step(found, name, getKey(found.value, name));
  }
}

/** `.[from:to]`. */
async function* followSlice(
  evaluation: Evaluation,
  { target, from, to }: Extract<Filter, { readonly kind: 'slice' }>,
  env: Environment,
  item: Item,
): Items {
  const none: Filter = { kind: 'literal', value: null };
  for await (const found of evaluation.run(target, env, item)) {
    for await (const end of evaluation.values(to ?? none, env, item.value)) {
      for await (const start of evaluation.values(from ?? none, env, item.value)) {
        const key = new Map([
          ['start', start],
          ['end', end],
        ]);
        yield step(found, key, getSlice(found.value, start, end));
      }
    }
  }
}

/** `.[]`. */
async function* iterate(evaluation: Evaluation, target: Filter, env: Environment, item: Item): Items {
  for await (const found of evaluation.run(target, env, item)) {
    if (!isArray(found.value) && !isObject(found.value)) {
      const what = found.value === null ? 'null' : described(found.value);
      throw new JqError(`Cannot iterate over ${what}`);
    }
    for (const child of children(found)) {
      await evaluation.pause();
      yield child;
    }
  }
}

/** The parts of a value to which a filter leads. */
export const follow = (
  evaluation: Evaluation,
  filter: Extract<Filter, { readonly kind: 'index' | 'slice' | 'iterate' }>,
  env: Environment,
  item: Item,
): Items => {
  if (filter.kind === 'index') return followKey(evaluation, filter, env, item);
  return filter.kind === 'slice' ? followSlice(evaluation, filter, env, item) : iterate(evaluation, filter.target, env, item);
};

type Assignment = Extract<Filter, { readonly kind: 'assign' }>;

/** The sum of two values, in place where the first is the update's own. */
export const addOwn = (a: Json, b: Json, own: Own): Json => {
  if (isArray(a) && isArray(b)) {
    if (a.length + b.length > ARRAY_ITEMS) throw new LimitError('array items', ARRAY_ITEMS);
    if (!own.has(a)) return own.add([...a, ...b]);
    for (const item of b) (a as Json[]).push(item);
    return a;
  }
  if (isObject(a) && isObject(b)) {
    const sum = own.has(a) ? (a as Map<string, Json>) : own.add(new Map(a));
    for (const [key, item] of b) sum.set(key, item);
    return sum;
  }
  return calculate('+', a, b);
};

/** The value in which `value` is assigned to what the paths lead to. */
const assignTo = (whole: Json, operator: Assignment['operator'], paths: readonly Path[], value: Json, own: Own): Json => {
  const change = (old: Json): Json => {
    if (operator === '=') return value;
    if (operator === '//=') return isTrue(old) ? old : value;
    return operator === '+=' ? addOwn(old, value, own) : calculate(operator.charAt(0) as '+', old, value);
  };
  return paths.reduce<Json>((inside, path) => setPath(inside, path, change(getPath(inside, path)), own), whole);
};

/** `=`, `|=`, `//=` and the arithmetic ones; a value for each of the right side's, but for `|=`. */
export async function* assign(evaluation: Evaluation, { operator, left, right }: Assignment, env: Environment, item: Item): Items {
  const paths = await evaluation.paths(left, env, item.value);
  if (operator === '|=') {
    yield made(await update(evaluation, paths, right, env, item.value, new Own()), item);
    return;
  }
  for await (const value of evaluation.values(right, env, item.value))
    yield made(assignTo(item.value, operator, paths, value, new Own()), item);
}

/** The same of a value that may be changed in place; undefined where the right side has not one value. */
export const assignOwn = async (
  evaluation: Evaluation,
  { operator, left, right }: Assignment,
  env: Environment,
  whole: Json,
  own: Own,
): Promise<Json | undefined> => {
  const paths = await evaluation.paths(left, env, whole);
  if (operator === '|=') return update(evaluation, paths, right, env, whole, own);
  const values: Json[] = [];
  for await (const value of evaluation.values(right, env, whole)) values.push(value);
  const [value] = values;
  return value === undefined || values.length > 1 ? undefined : assignTo(whole, operator, paths, value, own);
};

/** `|=`: each part is replaced by the first value made of it, and goes away where there is none. */
async function update(
  evaluation: Evaluation,
  paths: readonly Path[],
  filter: Filter,
  env: Environment,
  value: Json,
  own: Own,
): Promise<Json> {
  const gone: Path[] = [];
  for (const path of paths) {
    const before = getPath(value, path);
    own.release(before);
    const changed = await evaluation.first(filter, env, before);
    if (changed === undefined) gone.push(path);
    else value = setPath(value, path, changed, own);
  }
  return gone.length === 0 ? value : deletePaths(value, gone);
}
