/** Assignments: new values in which what some paths lead to is changed. */
import type { Filter } from './ast.ts';
import type { Environment } from './environment.ts';
import { type Evaluation, type Item, type Items, made } from './evaluation.ts';
import { isTrue, type Json } from './json.ts';
import { calculate } from './operators.ts';
import { deletePaths, getPath, type Path, setPath } from './paths.ts';

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
