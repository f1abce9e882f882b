/** Incremental search through the history (readline manual, "Searching for Commands in the History"). */
import { clean } from '../term/clean.ts';
import { graphemeStart } from '../term/width.ts';
import { fetched } from './history.ts';
import type { Action, Change, KeyPress, Search, State } from './state.ts';

const edit = { kind: 'edit' } as const;

const begin =
  (forward: boolean): Action =>
  ({ text, cursor, place }) => ({
    mode: { kind: 'search', query: '', forward, index: place.index, failed: false, origin: { text, cursor, place } },
  });

/** `reverse-search-history`. */
export const reverseSearchHistory: Action = begin(false);
/** `forward-search-history`. */
export const forwardSearchHistory: Action = begin(true);

/** The nearest entry from `index` on that holds the query, and differs from `unlike`. */
const seek = (search: Search, index: number, history: readonly string[], unlike?: string): number | undefined => {
  for (let at = index; at >= 0 && at < history.length; at += search.forward ? 1 : -1) {
    const entry = history[at] ?? '';
    if (entry !== unlike && entry.includes(search.query)) return at;
  }
  return undefined;
};

/** Show the entry found, the cursor at the match; where there is none, say so and stay. */
const found = (state: State, search: Search, index: number | undefined, history: readonly string[]): Change => {
  if (index === undefined) return { mode: { ...search, failed: true } };
  const change = fetched(state, index, '', history);
  const entry = history[index] ?? '';
  return {
    ...change,
    text: entry,
    cursor: search.forward ? entry.indexOf(search.query) : entry.lastIndexOf(search.query),
    mode: { ...search, index, failed: false },
  };
};

const narrowed = (state: State, search: Search, query: string, { history }: KeyPress): Change => {
  if (query === '') return { ...search.origin, mode: { ...search, query, index: search.origin.place.index, failed: false } };
  const next = { ...search, query };
  return found(state, next, seek(next, Math.min(search.index, history.length - 1), history), history);
};

/** Again: the next entry in this direction that is not the same line. */
const again = (state: State, search: Search, forward: boolean, { history }: KeyPress): Change => {
  const next = { ...search, forward };
  if (search.query === '') return { mode: next };
  return found(state, next, seek(next, search.index + (forward ? 1 : -1), history, state.text), history);
};

/** What a key does while searching; undefined if it ends the search and then does what it does elsewhere. */
export const searchKey = (state: State, search: Search, pressed: KeyPress): Change | undefined => {
  const { chord, text } = pressed.key;
  if (chord === 'C-r') return again(state, search, false, pressed);
  if (chord === 'C-s') return again(state, search, true, pressed);
  if (chord === 'C-g') return { ...search.origin, mode: edit };
  if (chord === 'Escape') return { mode: edit };
  if (chord === 'Backspace' || chord === 'C-h')
    return narrowed(
      state,
      { ...search, index: search.origin.place.index },
      search.query.slice(0, graphemeStart(search.query, search.query.length)),
      pressed,
    );
  return text === '' ? undefined : narrowed(state, search, search.query + clean(text).replace(/\n/g, ' '), pressed);
};
