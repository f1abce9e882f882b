/** The ghost hint: a whole line proposed from history, dim behind the cursor until it is taken. */
import type { Action, State } from './state.ts';

/** Entries that are looked through for a hint, so that a key costs the same however long the history is. */
const HINT_REACH = 1000;

const fits = (line: string, text: string): boolean => line.length > text.length && line.startsWith(text);

const fromHistory = (text: string, history: readonly string[]): string => {
  for (let index = history.length - 1; index >= Math.max(0, history.length - HINT_REACH); index--) {
    const entry = history[index] ?? '';
    if (fits(entry, text) && !entry.includes('\n', text.length)) return entry;
  }
  return '';
};

/**
 * The line to propose for the text typed: the hint before while it still fits, else the newest entry that goes on from
 * the text, else what `otherwise` says of it. None unless the cursor stands at the end.
 */
export const hintFor = (
  { text, cursor }: State,
  before: State,
  history: readonly string[],
  otherwise: (text: string) => string | undefined,
): string => {
  if (cursor !== text.length || text.trim() === '') return '';
  if (fits(before.hint, text) && text.length > before.text.length && before.text !== '') return before.hint;
  const found = fromHistory(text, history) || (otherwise(text) ?? '');
  return fits(found, text) ? found : '';
};

/** Take all of the hint. */
export const takeHint: Action = ({ hint }) => ({ text: hint, cursor: hint.length, hint: '' });

/** Take the hint up to the end of its next word. */
export const takeHintWord: Action = ({ text, hint }) => {
  const taken = text + (/^[^\p{L}\p{N}]*[\p{L}\p{N}\p{M}]*/u.exec(hint.slice(text.length))?.[0] ?? '');
  return { text: taken, cursor: taken.length };
};
