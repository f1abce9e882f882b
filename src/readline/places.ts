/** Actions that go to a character, or to a place remembered (readline manual, "Commands For Moving" and "Miscellaneous"). */
import type { Action, Buffer } from './state.ts';

/** The next key is the character to go to. */
export const characterSearch: Action = (_state, { count }) => ({ mode: { kind: 'find', forward: count > 0, count: Math.abs(count) } });
/** `character-search-backward`. */
export const characterSearchBackward: Action = (_state, { count }) => ({
  mode: { kind: 'find', forward: count < 0, count: Math.abs(count) },
});

/** To the `count`th `wanted` from the cursor; nowhere if there are not so many. */
export const findCharacter = ({ text, cursor }: Buffer, wanted: string, forward: boolean, count: number): number => {
  let at = cursor;
  for (let turn = 0; turn < count; turn++) {
    at = forward ? text.indexOf(wanted, at + 1) : at > 0 ? text.lastIndexOf(wanted, at - 1) : -1;
    if (at < 0) return cursor;
  }
  return at;
};

/** `set-mark`. */
export const setMark: Action = ({ cursor }) => ({ mark: cursor });
/** `exchange-point-and-mark`. */
export const exchangePointAndMark: Action = ({ text, cursor, mark }) => ({ cursor: Math.min(mark, text.length), mark: cursor });
