/** Incremental search through the history (readline manual, "Searching for Commands in the History"). */
import { clean } from '../term/clean.ts';
import { type Line, line, type Piece, type Style } from '../term/style.ts';
import { cells, graphemeStart } from '../term/width.ts';
import { fetched } from './history.ts';
import type { Sheet } from './screen.ts';
import type { Action, Change, KeyPress, Search, State } from './state.ts';
import { below, matchStyle } from './view.ts';

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

/** Entries that the search looks through for its list, and those that it shows. */
const REACH = 1000;
const SHOWN = 6;

/** The entries that hold the query, the newest first, each once. */
const matches = (query: string, history: readonly string[]): readonly string[] =>
  [...new Set(history.slice(-REACH).reverse())].filter((entry) => entry.includes(query));

/** Text with what was looked for standing out. */
const marked = (text: string, query: string, style: Style): Line =>
  (query === '' ? [text] : text.split(query)).flatMap((part, index): Line => {
    const piece: Piece = { text: part, style };
    return index === 0
      ? [piece]
      : [{ text: query, style: { ...style, ...matchStyle, bold: true, ...(style.ground ? { role: 'lit' as const } : {}) } }, piece];
  });

/** Puts what is looked for, how many entries have it, and those around the one found, which has a mark and a ground of its own. */
export const putSearch = (sheet: Sheet, { query, forward, index, failed }: Search, history: readonly string[], height: number): void => {
  const found = matches(query, history);
  const at = found.indexOf(history[index] ?? '');
  const head = `  ${failed ? 'nothing in ' : forward ? 'later in ' : ''}history `;
  const count = failed || at < 0 ? `${found.length} in all` : `${at + 1} of ${found.length}`;
  const gap = ' '.repeat(Math.max(2, sheet.columns - 1 - cells(head + clean(query) + count)));
  below(sheet, [...line(head, { role: failed ? 'warn' : 'muted' }), ...marked(query, query, {}), ...line(gap + count, { role: 'muted' })]);
  const size = Math.max(0, Math.min(SHOWN, height - 1));
  const first = Math.max(0, Math.min(at - (size >> 1), found.length - size));
  found.slice(first, first + size).forEach((entry, row) => {
    const isChosen = first + row === at;
    const text = (isChosen ? '› ' : '  ') + clean(entry.replace(/\n/g, ' '));
    below(sheet, marked(isChosen ? text.padEnd(sheet.columns) : text, query, isChosen ? { role: 'bright', ground: 'raised' } : {}));
  });
};
