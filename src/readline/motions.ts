/** Where the cursor can go: motions over a text, and the actions that make them (readline manual, "Commands For Moving"). */
import { cells, graphemeEnd, graphemeStart, graphemes } from '../term/width.ts';
import { takeHint, takeHintWord } from './hint.ts';
import type { Action, Buffer } from './state.ts';

/** From a cursor to a cursor. */
export type Motion = (text: string, cursor: number) => number;

/** `motion` made `count` times; it stops where it no longer moves. */
const repeated = (motion: Motion, text: string, cursor: number, count: number): number => {
  let at = cursor;
  for (let turn = 0; turn < count; turn++) {
    const next = motion(text, at);
    if (next === at) break;
    at = next;
  }
  return at;
};

/** By `forward` for a positive count, by `backward` for a negative one. */
export const counted = (forward: Motion, backward: Motion, { text, cursor }: Buffer, count: number): number =>
  count < 0 ? repeated(backward, text, cursor, -count) : repeated(forward, text, cursor, count);

const isWordUnit = /[\p{L}\p{N}\p{M}]/u;

const isBlank = /\s/;

const matches = (text: string, start: number, end: number, wanted: RegExp): boolean => wanted.test(text.slice(start, end));

/** Back over whatever is not `wanted`, then over what is. */
const backOver =
  (wanted: RegExp, inverse: boolean): Motion =>
  (text, cursor) => {
    const isInside = (at: number) => matches(text, graphemeStart(text, at), at, wanted) !== inverse;
    let at = cursor;
    while (at > 0 && !isInside(at)) at = graphemeStart(text, at);
    while (at > 0 && isInside(at)) at = graphemeStart(text, at);
    return at;
  };

const forthOver =
  (wanted: RegExp): Motion =>
  (text, cursor) => {
    const isInside = (at: number) => matches(text, at, graphemeEnd(text, at), wanted);
    let at = cursor;
    while (at < text.length && !isInside(at)) at = graphemeEnd(text, at);
    while (at < text.length && isInside(at)) at = graphemeEnd(text, at);
    return at;
  };

/** By one grapheme, backwards. */
export const charBack: Motion = graphemeStart;
/** By one grapheme, forwards. */
export const charForth: Motion = graphemeEnd;

/** By a word of letters and digits, backwards. */
export const wordBack: Motion = backOver(isWordUnit, false);
/** By a word, forwards. */
export const wordForth: Motion = forthOver(isWordUnit);

/** By a word between blanks, as `unix-word-rubout` counts. */
export const blankWordBack: Motion = backOver(isBlank, true);

/** To the start of the line within a text of several. */
export const lineStart: Motion = (text, cursor) => (cursor === 0 ? 0 : text.lastIndexOf('\n', cursor - 1) + 1);
/** To the end of the line within a text of several. */
export const lineEnd: Motion = (text, cursor) => {
  const end = text.indexOf('\n', cursor);
  return end < 0 ? text.length : end;
};

const move =
  (forward: Motion, backward: Motion): Action =>
  (state, { count }) => ({ cursor: counted(forward, backward, state, count) });

const afterHint =
  (take: Action, otherwise: Action): Action =>
  (state, pressed) =>
    state.hint !== '' && state.cursor === state.text.length && pressed.count > 0 ? take(state, pressed) : otherwise(state, pressed);

/** `beginning-of-line`, of the line that the cursor is on. */
export const beginningOfLine: Action = ({ text, cursor }) => ({ cursor: lineStart(text, cursor) });
/** `end-of-line`, or all of the hint. */
export const endOfLine: Action = afterHint(takeHint, ({ text, cursor }) => ({ cursor: lineEnd(text, cursor) }));
/** To the start of all lines. */
export const beginningOfBuffer: Action = () => ({ cursor: 0 });
/** To the end of all lines. */
export const endOfBuffer: Action = ({ text }) => ({ cursor: text.length });
/** `backward-char`. */
export const backwardChar: Action = move(charBack, charForth);
/** `forward-char`, or all of the hint. */
export const forwardChar: Action = afterHint(takeHint, move(charForth, charBack));
/** `backward-word`. */
export const backwardWord: Action = move(wordBack, wordForth);
/** `forward-word`, or a word of the hint. */
export const forwardWord: Action = afterHint(takeHintWord, move(wordForth, wordBack));

/** The cursor's place in its line in cells, and back: the grapheme of a line at or before `column`. */
const columnOf = (text: string, cursor: number): number => cells(text.slice(lineStart(text, cursor), cursor));

const atColumn = (text: string, start: number, column: number): number => {
  let at = start;
  let used = 0;
  for (const grapheme of graphemes(text.slice(start, lineEnd(text, start)))) {
    used += cells(grapheme);
    if (used > column) break;
    at += grapheme.length;
  }
  return at;
};

/** The same column one line up or down within the text; nothing where there is no such line. */
export const lineUp: Action = ({ text, cursor, chain }) => {
  const start = lineStart(text, cursor);
  if (start === 0) return {};
  const column = chain?.kind === 'vertical' ? chain.column : columnOf(text, cursor);
  return { cursor: atColumn(text, lineStart(text, start - 1), column), chain: { kind: 'vertical', column } };
};
/** As `lineUp`, downwards. */
export const lineDown: Action = ({ text, cursor, chain }) => {
  const end = lineEnd(text, cursor);
  if (end === text.length) return {};
  const column = chain?.kind === 'vertical' ? chain.column : columnOf(text, cursor);
  return { cursor: atColumn(text, end + 1, column), chain: { kind: 'vertical', column } };
};
