/** What any key does in any mode, by the whole table of keys. */
import type { Key } from '../term/key.ts';
import { completed, filtered, menuKey, putMenu } from './completion.ts';
import { selfInsert } from './edit.ts';
import { actionOf } from './keymap.ts';
import { putSearch, searchKey } from './search.ts';
import { type Change, insert, type KeyPress, type Menu, type State } from './state.ts';
import type { LateKeys } from './step.ts';
import { findCharacter, literal } from './transform.ts';

const edit = { kind: 'edit' } as const;

/** A digit of the numeric argument: M-0 to M-9 and M-- begin it, digits alone go on with it. */
const argumentAfter = ({ argument, mode, prefix }: State, { chord }: Key): string | undefined => {
  if (mode.kind !== 'edit' || prefix !== '') return undefined;
  const [, digit] = /^(?:M-)?([-\d])$/.exec(argument === '' ? chord : `M-${chord.replace('M-', '')}`) ?? [];
  const starts = chord.startsWith('M-') || (argument !== '' && digit !== '-');
  if (digit === undefined || !starts) return undefined;
  return digit === '-' ? (argument.startsWith('-') ? '' : '-') : (argument + digit).slice(0, 5);
};

/** What a key does to the line by the table; a key that is not in it inserts its text, if it has any. */
const bound = (state: State, pressed: KeyPress): Change => {
  const { chord, text } = pressed.key;
  const action = actionOf(state.prefix + chord);
  if (action) return action(state, pressed);
  if (chord === 'C-x') return { prefix: 'C-x+' };
  return text === '' || state.prefix !== '' ? {} : selfInsert(state, pressed);
};

/** A key for the line while a menu is open: typing filters the menu, anything else closes it. */
const afterMenu = (state: State, menu: Menu, pressed: KeyPress): Change => {
  const change = bound({ ...state, mode: edit }, pressed);
  const types = pressed.key.text !== '' || /^(Backspace|C-h)$/.test(pressed.key.chord);
  if (!types || change.text === undefined || change.cursor === undefined) return { mode: edit, ...change };
  return { ...change, ...filtered(menu, { text: change.text, cursor: change.cursor }) };
};

/** The change that a key makes. */
const press = (state: State, pressed: KeyPress): Change => {
  const { mode } = state;
  const { key } = pressed;
  const argument = argumentAfter(state, key);
  if (argument !== undefined) return { argument, chain: state.chain };
  switch (mode.kind) {
    case 'quote':
      return { ...insert(state, literal(key.chord, key.text)), mode: edit };
    case 'find':
      return { cursor: findCharacter(state, key.text || '\0', mode.forward, mode.count), mode: edit };
    case 'search':
      return searchKey(state, mode, pressed) ?? { mode: edit, ...bound({ ...state, mode: edit }, pressed) };
    case 'menu':
      return menuKey(state, mode, key.chord) ?? afterMenu(state, mode, pressed);
    default:
      return bound(state, pressed);
  }
};

/** The keys of the whole table, in every mode. */
export const late: LateKeys = { press, completed, putMenu, putSearch };
