/** One key: from a state to the next, purely. */
import type { Key } from '../term/key.ts';
import { selfInsert } from './edit.ts';
import { essentialAction } from './essential.ts';
import { hintFor } from './hint.ts';
import type { Buffer, Change, CompletionResult, KeyPress, State } from './state.ts';
import type { Frame } from './view.ts';

/** What loads with the first key: all keys by the table, and the menu. */
export interface LateKeys {
  press(state: State, pressed: KeyPress): Change;
  completed(state: State, result: CompletionResult, menu: boolean): Change;
  readonly putMenu: Frame['putMenu'];
  readonly putSearch: Frame['putSearch'];
}

/** What the editor asks of its owner while it handles a key; each answers at once. */
export interface Services {
  /** Oldest first. */
  readonly history: readonly string[];
  /** Once it has loaded. */
  readonly late: LateKeys | undefined;
  isComplete(text: string): boolean | undefined;
  /** A whole line that starts with `text`, to propose where history has none. */
  hint(text: string): string | undefined;
}

/** Steps back that undo remembers. */
const UNDO_LIMIT = 500;

/** Two changes that are one to undo: keys typed in a row, candidates tried in a menu, older arguments by the same key. */
const continues = ({ chain }: State, { chain: next }: Change): boolean => {
  if (chain?.kind !== next?.kind) return false;
  return next?.kind === 'insert' ? next.length > 1 : next?.kind === 'menu' || next?.kind === 'last-argument';
};

const undoAfter = (state: State, change: Change): readonly Buffer[] => {
  if (change.undo) return change.undo;
  if (change.text === undefined || change.text === state.text || continues(state, change)) return state.undo;
  const { text, cursor = state.cursor } = change;
  // As in readline, what was deleted comes back before the cursor.
  const end = Math.max(state.cursor, cursor + state.text.length - text.length);
  return [...state.undo.slice(1 - UNDO_LIMIT), { text: state.text, cursor: text.length < state.text.length ? end : state.cursor }];
};

/** The state with a change made, and what ends with each key ended. */
export const changed = (state: State, change: Change, services: Services): State => {
  const fresh = { chain: undefined, message: '', effect: undefined, escaped: false, prefix: '', argument: '' };
  const next = { ...state, ...fresh, ...change, undo: undoAfter(state, change) };
  return { ...next, hint: next.mode.kind === 'edit' ? hintFor(next, state, services.history, services.hint) : '' };
};

/** While only the essential keys are known: the change, or undefined where the key is another. */
const pressEssential = (state: State, pressed: KeyPress): Change | undefined => {
  const action = essentialAction(pressed.key, state.text);
  if (action) return action(state, pressed);
  return pressed.key.text === '' ? undefined : selfInsert(state, pressed);
};

const countOf = (argument: string): number => (argument === '' ? 1 : argument === '-' ? -1 : Number(argument));

/** The state after a key, whose `effect` is what the owner must do now; undefined where the key needs what has not loaded yet. */
export const step = (state: State, key: Key, services: Services): State | undefined => {
  const { history, isComplete, late } = services;
  const pressed: KeyPress = { key, count: countOf(state.argument), counted: state.argument !== '', history, isComplete };
  const change = late ? late.press(state, pressed) : pressEssential(state, pressed);
  return change && changed(state, change, services);
};
