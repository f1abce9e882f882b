/** `sub` and `gsub`: parts of a string replaced by what a filter makes of them. */
import type { Filter } from './ast.ts';
import { made, type NativeFilter } from './evaluation.ts';
import { described, JqError } from './failure.ts';
import { asText } from './formats.ts';
import { isArray, isObject, type Json } from './json.ts';
import { findMatches } from './match.ts';

const identity: Filter = { kind: 'identity' };

/** `sub` and `gsub`: the replacement is a filter over the named captures. */
export const substitute = (global: boolean): NativeFilter =>
  async function* (evaluation, [pattern = identity, replacement = identity, flags], env, item) {
    const { value } = item;
    for await (const source of evaluation.values(pattern, env, value)) {
      const letters = flags ? await evaluation.first(flags, env, value) : '';
      let out = '';
      let from = 0;
      const characters = Array.from(asText(value));
      for (const match of findMatches(value, source, `${asText(letters ?? '')}${global ? 'g' : ''}`)) {
        if (!isObject(match)) continue;
        const start = Number(match.get('offset'));
        const by = await evaluation.first(replacement, env, namedCaptures(match));
        if (typeof by !== 'string') throw new JqError(`${described(by ?? null)} cannot be added to a string`);
        out += characters.slice(from, start).join('') + by;
        from = start + Number(match.get('length'));
      }
      yield made(out + characters.slice(from).join(''), item);
    }
  };

const namedCaptures = (match: ReadonlyMap<string, Json>): Json => {
  const captures = match.get('captures');
  const named = new Map<string, Json>();
  for (const capture of isArray(captures ?? null) ? (captures as readonly Json[]) : []) {
    if (isObject(capture) && typeof capture.get('name') === 'string') named.set(String(capture.get('name')), capture.get('string') ?? null);
  }
  return named;
};
