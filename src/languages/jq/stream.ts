/** Values in pieces (jq manual, "Streaming"). */
import { isArray, isObject, type Json } from './json.ts';

/** What a value is in pieces: a path with each leaf, and the path of the last one where an array or an object ends. */
export const eventsOf = function* (value: Json): Generator<Json> {
  type Level = { readonly entries: readonly (readonly [Json, Json])[]; next: number };
  const levelOf = (whole: Json): Level | undefined => {
    const entries: readonly (readonly [Json, Json])[] = isArray(whole)
      ? whole.map((item, at) => [at, item])
      : isObject(whole)
        ? [...whole]
        : [];
    return entries.length > 0 ? { entries, next: 0 } : undefined;
  };
  const first = levelOf(value);
  if (!first) yield [[], value];
  const open = first ? [first] : [];
  const path = (): Json => open.map(({ entries, next }) => entries[next - 1]?.[0] ?? null);
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const entry = top.entries[top.next];
    if (entry) {
      top.next++;
      const level = levelOf(entry[1]);
      if (level) open.push(level);
      else yield [path(), entry[1]];
    } else {
      yield [path()];
      open.pop();
    }
  }
};
