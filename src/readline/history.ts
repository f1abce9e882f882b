/** Actions that fetch lines from the history, with the draft kept (readline manual, "Commands For Manipulating The History"). */
import { lineDown, lineUp } from './motions.ts';
import type { Action, Change, HistoryPlace, KeyPress, State } from './state.ts';

const textAt = (index: number, { edits }: HistoryPlace, history: readonly string[]): string => edits.get(index) ?? history[index] ?? '';

/** What the user has made of the line that stands there now is kept with its place. */
const remembered = ({ text, place }: State, history: readonly string[]): ReadonlyMap<number, string> =>
  text === textAt(place.index, place, history) ? place.edits : new Map(place.edits).set(place.index, text);

/** The line of entry `index`, the cursor at its end. */
export const fetched = (state: State, index: number, prefix: string, history: readonly string[]): Change => {
  if (index === state.place.index) return {};
  const place = { index, edits: remembered(state, history), prefix };
  const text = textAt(index, place, history);
  return { text, cursor: text.length, place };
};

/** The nearest line in direction `step`, other than the present one, that starts with `prefix`; the very next without one. */
const seek = (state: State, step: 1 | -1, prefix: string | undefined, history: readonly string[]): number | undefined => {
  for (let index = state.place.index + step; index >= 0 && index <= history.length; index += step) {
    const text = textAt(index, state.place, history);
    if (prefix === undefined || index === history.length || (text.startsWith(prefix) && text !== state.text)) return index;
  }
  return undefined;
};

const travel = (state: State, { count, history }: KeyPress, towards: 1 | -1, prefix?: string): Change => {
  const step = count < 0 ? (-towards as 1 | -1) : towards;
  let at: State = state;
  for (let turn = 0; turn < Math.abs(count); turn++) {
    const index = seek(at, step, prefix, history);
    if (index === undefined) break;
    at = { ...at, ...fetched(at, index, prefix ?? '', history) };
  }
  return { text: at.text, cursor: at.cursor, place: at.place };
};

/** The prefix stays while the fetched line stands as it was fetched; else it is what stands before the cursor. */
const prefixOf = ({ text, cursor, place }: State, history: readonly string[]): string =>
  place.index < history.length && text === textAt(place.index, place, history) ? place.prefix : text.slice(0, cursor);

/** `previous-history`, whatever is typed. */
export const previousHistory: Action = (state, pressed) => travel(state, pressed, -1);
/** `next-history`, whatever is typed. */
export const nextHistory: Action = (state, pressed) => travel(state, pressed, 1);
/** `history-search-backward`: the entry before that starts with what stands before the cursor. */
const historySearchBackward: Action = (state, pressed) => travel(state, pressed, -1, prefixOf(state, pressed.history));
/** `history-search-forward`. */
const historySearchForward: Action = (state, pressed) => travel(state, pressed, 1, prefixOf(state, pressed.history));
/** `beginning-of-history`. */
export const beginningOfHistory: Action = (state, { history }) => fetched(state, 0, '', history);
/** `end-of-history`: the line being typed. */
export const endOfHistory: Action = (state, { history }) => fetched(state, history.length, '', history);

const linesFirst =
  (within: Action, beyond: Action): Action =>
  (state, pressed) => {
    const moved = within(state, pressed);
    return moved.cursor === undefined ? beyond(state, pressed) : moved;
  };

/** Within a text of several lines first, then through the history. */
export const previousLine: Action = linesFirst(lineUp, historySearchBackward);
/** As `previousLine`, downwards. */
export const nextLine: Action = linesFirst(lineDown, historySearchForward);
