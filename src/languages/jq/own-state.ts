/** Folds whose state nothing else refers to: their updates change it in place, so that a fold takes as many steps as it has items. */
import type { Filter } from './ast.ts';
import type { Environment, Evaluation } from './evaluation.ts';
import { isArray, isTrue, type Json } from './json.ts';
import { addOwn, assignOwn, type Own, setPath } from './paths.ts';

/** Whether what a filter makes holds no part of its input. */
const isApart = (filter: Filter | undefined): boolean => {
  switch (filter?.kind) {
    case undefined:
    case 'literal':
    case 'variable':
    // Texts and truths hold nothing.
    case 'string':
    case 'format':
    case 'compare':
    case 'and':
    case 'or':
      return true;
    case 'negate':
      return isApart(filter.operand);
    case 'array':
      return isApart(filter.body);
    case 'object':
      return filter.entries.every(([, value]) => isApart(value));
    case 'arithmetic':
    case 'alternative':
    case 'comma':
      return isApart(filter.left) && isApart(filter.right);
    case 'pipe':
      return isApart(filter.left);
    case 'index':
    case 'slice':
    case 'iterate':
      return isApart(filter.target);
    default:
      return false;
  }
};

/** Whether `updateOwn` can do what this filter does. */
export const isOwnUpdate = (filter: Filter | undefined): boolean => {
  switch (filter?.kind) {
    case undefined:
    case 'identity':
      return true;
    case 'if':
      return isOwnUpdate(filter.then) && isOwnUpdate(filter.otherwise);
    case 'assign':
      return filter.operator === '|=' || isApart(filter.right);
    case 'arithmetic':
      return filter.operator === '+' && filter.left.kind === 'identity' && isApart(filter.right);
    case 'call':
      return filter.name === 'setpath' && filter.args.length === 2 && filter.args.every(isApart);
    default:
      return false;
  }
};

/** The one value of a filter; undefined where there is none, or more. */
const only = async (evaluation: Evaluation, filter: Filter, env: Environment, value: Json): Promise<Json | undefined> => {
  const values: Json[] = [];
  for await (const each of evaluation.values(filter, env, value)) values.push(each);
  return values.length === 1 ? values[0] : undefined;
};

/**
 * The next state, made of a state that only the fold refers to; undefined where the update has not one value, and then it
 * may have changed nothing yet.
 */
export const updateOwn = async (
  evaluation: Evaluation,
  filter: Filter,
  env: Environment,
  state: Json,
  own: Own,
): Promise<Json | undefined> => {
  switch (filter.kind) {
    case 'identity':
      return state;
    case 'assign':
      return assignOwn(evaluation, filter, env, state, own);
    case 'arithmetic': {
      const value = await only(evaluation, filter.right, env, state);
      return value === undefined ? undefined : addOwn(state, value, own);
    }
    case 'call': {
      const [path, item] = [
        await only(evaluation, filter.args[0] ?? filter, env, state),
        await only(evaluation, filter.args[1] ?? filter, env, state),
      ];
      return path === undefined || !isArray(path) || item === undefined ? undefined : setPath(state, path, item, own);
    }
    case 'if': {
      const condition = await only(evaluation, filter.condition, env, state);
      if (condition === undefined) return undefined;
      const branch = isTrue(condition) ? filter.then : filter.otherwise;
      return branch ? updateOwn(evaluation, branch, env, state, own) : state;
    }
    default:
      return undefined;
  }
};
