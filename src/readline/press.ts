/** What any key does in any mode, by the whole table of keys. */
import type { Key } from '../term/key.ts';
import { insert } from './buffer.ts';
import { selfInsert } from './edit.ts';
import { actionOf } from './keymap.ts';
import { completed, filtered, menuKey } from './menu.ts';
import { putMenu } from './menu-view.ts';
import { findCharacter } from './places.ts';
import { searchKey } from './search.ts';
import type { Change, Context, Menu, State } from './state.ts';
import type { More } from './step.ts';
import { literal } from './transform.ts';

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
const bound = (state: State, context: Context): Change => {
  const { chord, text } = context.key;
  const action = actionOf(state.prefix + chord);
  if (action) return action(state, context);
  if (chord === 'C-x') return { prefix: 'C-x+' };
  return text === '' || state.prefix !== '' ? {} : selfInsert(state, context);
};

/** A key for the line while a menu is open: typing filters the menu, anything else closes it. */
const afterMenu = (state: State, menu: Menu, context: Context): Change => {
  const change = bound({ ...state, mode: edit }, context);
  const types = context.key.text !== '' || /^(Backspace|C-h)$/.test(context.key.chord);
  if (!types || change.text === undefined || change.cursor === undefined) return { mode: edit, ...change };
  return { ...change, ...filtered(menu, { text: change.text, cursor: change.cursor }) };
};

/** The change that a key makes. */
const press = (state: State, context: Context): Change => {
  const { mode } = state;
  const { key } = context;
  const argument = argumentAfter(state, key);
  if (argument !== undefined) return { argument, chain: state.chain };
  switch (mode.kind) {
    case 'quote':
      return { ...insert(state, literal(key.chord, key.text)), mode: edit };
    case 'find':
      return { cursor: findCharacter(state, key.text || '\0', mode.forward, mode.count), mode: edit };
    case 'search':
      return searchKey(state, mode, context) ?? { mode: edit, ...bound({ ...state, mode: edit }, context) };
    case 'menu':
      return menuKey(state, mode, key.chord) ?? afterMenu(state, mode, context);
    default:
      return bound(state, context);
  }
};

/** All that loads with the first key. */
export const more: More = { press, completed, putMenu };
