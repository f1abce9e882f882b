/** Actions that end the line, or act beyond it. */
import type { Action } from './state.ts';

/** Run the line as it stands, or go on with it on another line while it is unfinished; the key waits until it is known which. */
export const acceptLine: Action = ({ text }, { isComplete }) => {
  const whole = isComplete(text);
  if (whole === undefined) return { effect: { kind: 'wait' } };
  return whole ? { text, cursor: text.length, effect: { kind: 'accept', line: text } } : { text: `${text}\n`, cursor: text.length + 1 };
};

/** Give the line up. */
export const interrupt: Action = () => ({ effect: { kind: 'interrupt' } });

/** Clear the screen and keep the line. */
export const clearScreen: Action = () => ({ effect: { kind: 'clear' } });

/** Scroll by pages: negative towards the past. */
export const scrollPage =
  (pages: number): Action =>
  (_state, { count }) => ({ effect: { kind: 'scroll', pages: pages * count } });

/** Leave whatever is open: every key does, this one does nothing else. */
export const abort: Action = () => ({});

/** As `abort`; Tab then leaves the terminal. */
export const leave: Action = () => ({ escaped: true });
