/** Actions that insert words of earlier entries (readline manual, "Commands For Manipulating The History"). */
import { insert, splice } from './buffer.ts';
import type { Action } from './state.ts';
import { wordsOf } from './words.ts';

/** The last word of the entry before; again: of the one before that. With a count, that word from the first, which is 0. */
export const yankLastArgument: Action = (state, { count, counted, history }) => {
  const { chain, place } = state;
  const again = chain?.kind === 'last-argument';
  const start = again ? chain.start : state.cursor;
  for (let index = (again ? chain.index : place.index) - 1; index >= 0; index--) {
    const word = wordsOf(history[index] ?? '').at(counted && !again ? count : -1);
    if (word === undefined) continue;
    return { ...insert(splice(state.text, start, state.cursor, ''), word), chain: { kind: 'last-argument', start, index } };
  }
  return { chain };
};

/** The first argument of the entry before, or with a count that word. */
export const yankNthArgument: Action = (state, { count, history }) =>
  insert(state, wordsOf(history[state.place.index - 1] ?? '').at(count) ?? '');
