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
    const index = round(value);
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

const setKey = (value: Json, key: Json, item: Json): Json => {
  if (isSlice(key)) {
    if (!isArray(item)) throw new JqError('A slice of an array can only be assigned another array');
    const items = value === null ? [] : value;
    if (!isArray(items)) throw new JqError(`Cannot update field at object index of ${typeOf(value)}`);
    const [start, end] = sliceBounds(items.length, key.get('start') ?? null, key.get('end') ?? null);
    return [...items.slice(0, start), ...item, ...items.slice(end)];
  }
  if (typeof key === 'string' && (value === null || isObject(value))) return new Map(value ?? []).set(key, item);
  if (typeof key === 'number' && (value === null || isArray(value))) {
    const items = [...(value ?? [])];
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

/** The value with what a path leads to replaced. */
export const setPath = (value: Json, path: Path, item: Json): Json => {
  const [key, ...rest] = path;
  if (key === undefined) return item;
  const inner = value === null ? null : getKey(value, key);
  return setKey(value, key, setPath(inner, rest, item));
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

const deletePath = (value: Json, path: Path): Json => {
  const [key, ...rest] = path;
  if (key === undefined) return null;
  if (rest.length === 0) return deleteKey(value, key);
  const inner = value === null ? null : getKey(value, key);
  return inner === null ? value : setKey(value, key, deletePath(inner, rest));
};

/** The value without what the paths lead to, the last ones first so that no index moves. */
export const deletePaths = (value: Json, paths: readonly Path[]): Json =>
  [...paths].sort((a, b) => compareJson(b, a)).reduce<Json>((left, path) => deletePath(left, path), value);

/** The value and everything in it, from the outside in. */
export async function* descend(item: Item): Items {
  yield item;
  for (const child of children(item)) yield* descend(child);
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

/** `=`, `|=`, `//=` and the arithmetic ones; a value for each of the right side's, but for `|=`. */
export async function* assign(
  evaluation: Evaluation,
  { operator, left, right }: Extract<Filter, { readonly kind: 'assign' }>,
  env: Environment,
  item: Item,
): Items {
  const paths = await evaluation.paths(left, env, item.value);
  if (operator === '|=') {
    yield made(await update(evaluation, paths, right, env, item.value), item);
    return;
  }
  for await (const value of evaluation.values(right, env, item.value)) {
    const change = (old: Json): Json => {
      if (operator === '=') return value;
      if (operator === '//=') return isTrue(old) ? old : value;
      return calculate(operator.charAt(0) as '+', old, value);
    };
    yield made(
      paths.reduce<Json>((whole, path) => setPath(whole, path, change(getPath(whole, path))), item.value),
      item,
    );
  }
}

/** `|=`: each part is replaced by the first value made of it, and goes away where there is none. */
async function update(evaluation: Evaluation, paths: readonly Path[], filter: Filter, env: Environment, value: Json): Promise<Json> {
  const gone: Path[] = [];
  for (const path of paths) {
    const changed = await evaluation.first(filter, env, getPath(value, path));
    if (changed === undefined) gone.push(path);
    else value = setPath(value, path, changed);
  }
  return deletePaths(value, gone);
}
