/** Actions that change the line as text is typed, end it, or act beyond it (readline manual, "Commands For Changing Text"). */
import { clean } from '../term/clean.ts';
import { kill } from './kills.ts';
import { charBack, charForth } from './motions.ts';
import { type Action, insert, LINE_LIMIT, splice } from './state.ts';

/** Keys typed one after another are undone together, up to this many (as readline does). */
const UNDO_RUN = 20;

/** `self-insert`: the key's text, `count` times. */
export const selfInsert: Action = (state, { key, count }) => {
  const run = state.chain?.kind === 'insert' ? state.chain.length : 0;
  return {
    ...insert(state, clean(key.text).repeat(Math.max(0, Math.min(count, LINE_LIMIT)))),
    chain: { kind: 'insert', length: run >= UNDO_RUN ? 1 : run + 1 },
  };
};

/** A paste is text, whatever it holds: its lines become lines of this text, and nothing runs. */
export const bracketedPaste: Action = (state, { key }) =>
  insert(state, clean(key.text.slice(0, LINE_LIMIT * 2).replace(/\r\n?/g, '\n')).replace(/\n+$/, ''));

/** A newline at the cursor, which runs nothing. */
export const insertNewline: Action = (state) => insert(state, '\n');

/** With a numeric argument the deleted text is killed, as in readline. */
const deleting =
  (towards: typeof charBack, away: typeof charBack): Action =>
  (state, pressed) => {
    if (pressed.counted) return kill(towards, away)(state, pressed);
    const to = towards(state.text, state.cursor);
    return splice(state.text, Math.min(to, state.cursor), Math.max(to, state.cursor), '');
  };

/** `backward-delete-char`: the grapheme before the cursor. */
export const backwardDeleteChar: Action = deleting(charBack, charForth);
/** `delete-char`: the grapheme at the cursor. */
export const deleteChar: Action = deleting(charForth, charBack);

/** `delete-char`, or on an empty line the end of input. */
export const deleteCharOrEof: Action = (state, pressed) => (state.text === '' ? { effect: { kind: 'eof' } } : deleteChar(state, pressed));

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
