/** Lines with the cursor as `|`, and keys by their chords, for tables. */
import { late } from '../../src/readline/press.ts';
import { freshState, type State } from '../../src/readline/state.ts';
import { type Services, step } from '../../src/readline/step.ts';
import type { Key } from '../../src/term/key.ts';

/** A chord as a key: a single grapheme types itself, `Space` is a blank. */
export const key = (chord: string): Key => {
  if (chord === 'Space') return { chord: ' ', text: ' ' };
  return Array.from(chord).length === 1 ? { chord, text: chord } : { chord, text: '' };
};

/** Chords apart by blanks. */
export const keys = (chords: string): Key[] => chords.split(' ').filter(Boolean).map(key);

/** Each grapheme of a text as a key. */
export const typed = (text: string): Key[] =>
  Array.from(new Intl.Segmenter().segment(text), ({ segment }) => ({ chord: segment, text: segment }));

export const shown = ({ text, cursor }: { text: string; cursor: number }): string => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

export const services = (history: readonly string[] = []): Services => ({
  history,
  late,
  isComplete: () => true,
  hint: () => undefined,
});

/** The state after a key, all of the editor being there. */
export const stepped = (state: State, pressed: Key, given: Services): State => step(state, pressed, given) ?? state;

/** The state for a line with its cursor as `|`. */
export const stateOf = (line: string, history: readonly string[] = []): State => ({
  ...freshState(history.length),
  text: line.replace('|', ''),
  cursor: line.indexOf('|'),
});

/** The line after keys were pressed on it. */
export const press = (line: string, chords: string, history: readonly string[] = []): string => {
  let state = stateOf(line, history);
  for (const each of keys(chords)) state = stepped(state, each, services(history));
  return shown(state);
};
