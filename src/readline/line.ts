/** Actions that end the line, or act beyond it. */
import { expandHistory } from './events.ts';
import type { Action } from './state.ts';

/** Run the line, its history events expanded in place; or go on with it on another line while it is unfinished. */
export const acceptLine: Action = ({ text }, { history, isComplete }) => {
  const expansion = expandHistory(text, history);
  if ('missing' in expansion) return { message: `${expansion.missing}: event not found` };
  const { line } = expansion;
  if (!isComplete(line)) return { text: `${line}\n`, cursor: line.length + 1 };
  return { text: line, cursor: line.length, effect: { kind: 'accept', line } };
};

/** Give the line up. */
export const interrupt: Action = () => ({ effect: { kind: 'interrupt' } });

/** Scroll by pages: negative towards the past. */
export const scrollPage =
  (pages: number): Action =>
  (_state, { count }) => ({ effect: { kind: 'scroll', pages: pages * count } });
