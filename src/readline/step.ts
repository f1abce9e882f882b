/** One key: from a state to the next, purely. */
import type { Key } from '../term/key.ts';
import { insert } from './buffer.ts';
import { literal, selfInsert } from './edit.ts';
import { hintFor } from './hint.ts';
import { actionOf } from './keymap.ts';
import { filtered, menuKey } from './menu.ts';
import { findCharacter } from './motions.ts';
import { searchKey } from './search.ts';
import type { Buffer, Change, Context, State } from './state.ts';

/** What the editor asks of its owner while it handles a key; each answers at once. */
export interface Services {
  /** Oldest first. */
  readonly history: readonly string[];
  isComplete(text: string): boolean;
  /** A whole line that starts with `text`, to propose where history has none. */
  hint(text: string): string | undefined;
}

/** Steps back that undo remembers. */
const UNDO_LIMIT = 500;

const edit = { kind: 'edit' } as const;

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

const countOf = (argument: string): number => (argument === '' ? 1 : argument === '-' ? -1 : Number(argument));

/** A digit of the numeric argument: M-0 to M-9 and M-- begin it, digits alone go on with it. */
const argumentAfter = ({ argument }: State, { chord }: Key): string | undefined => {
  const [, digit] = /^(?:M-)?([-\d])$/.exec(argument === '' ? chord : `M-${chord.replace('M-', '')}`) ?? [];
  const starts = chord.startsWith('M-') || (argument !== '' && digit !== '-');
  if (digit === undefined || !starts) return undefined;
  return digit === '-' ? (argument.startsWith('-') ? '' : '-') : (argument + digit).slice(0, 5);
};

/** What a key does to the line by the table; a key that is not in it inserts its text, if it has any. */
const bound = (state: State, context: Context): Change => {
  const { chord, text } = context.key;
  const action = actionOf(state.prefix + chord);
  if (action) return action(state, context);
  if (chord === 'C-x') return { prefix: 'C-x+' };
  return text === '' || state.prefix !== '' ? {} : selfInsert(state, context);
};

const inMode = (state: State, context: Context): Change => {
  const { mode } = state;
  const { key } = context;
  switch (mode.kind) {
    case 'quote':
      return { ...insert(state, literal(key.chord, key.text)), mode: edit };
    case 'find':
      return { cursor: findCharacter(state, key.text || '\0', mode.forward, mode.count), mode: edit };
    case 'search':
      return searchKey(state, mode, context) ?? { ...bound({ ...state, mode: edit }, context), mode: edit };
    case 'menu':
      return menuKey(state, mode, key.chord) ?? afterMenu(state, context);
    default:
      return bound(state, context);
  }
};

/** A key for the line while a menu is open: typing filters the menu, anything else closes it. */
const afterMenu = (state: State, context: Context): Change => {
  const change = bound({ ...state, mode: edit }, context);
  const { mode } = state;
  const types = context.key.text !== '' || /^(Backspace|C-h)$/.test(context.key.chord);
  if (mode.kind !== 'menu' || !types || change.text === undefined || change.cursor === undefined) return { mode: edit, ...change };
  return { ...change, ...filtered(mode, { text: change.text, cursor: change.cursor }) };
};

/** The state after a key; its `effect` is what the owner must do now. */
export const step = (state: State, key: Key, services: Services): State => {
  const argument = state.mode.kind === 'edit' && state.prefix === '' ? argumentAfter(state, key) : undefined;
  if (argument !== undefined) return { ...state, argument, effect: undefined, message: '', hint: '' };
  const context: Context = {
    key,
    count: countOf(state.argument),
    counted: state.argument !== '',
    history: services.history,
    isComplete: services.isComplete,
  };
  return changed(state, inMode(state, context), services);
};
