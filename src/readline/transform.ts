/** The less usual actions on the line: rearranging, undoing, going to a mark or a character (readline manual, "Some Miscellaneous Commands"). */
import { charBack, charForth, counted, wordBack, wordForth } from './motions.ts';
import { type Action, type Buffer, insert, splice } from './state.ts';

/** `quoted-insert`: the next key is text. */
export const quotedInsert: Action = () => ({ mode: { kind: 'quote' } });

/** The character that a key stands for, if it stands for one. */
export const literal = (chord: string, text: string): string => {
  if (text !== '') return text;
  const names = new Map([
    ['Tab', '\t'],
    ['Enter', '\n'],
    ['Escape', '\x1b'],
    ['Backspace', '\x7f'],
    ['C-Space', '\0'],
  ]);
  const control = /^C-([a-z[\\\]^_])$/.exec(chord)?.[1];
  return names.get(chord) ?? (control ? String.fromCharCode(control.toUpperCase().charCodeAt(0) - 64) : '');
};

/** `delete-horizontal-space`. */
export const deleteHorizontalSpace: Action = ({ text, cursor }) => {
  const before = /[ \t]*$/.exec(text.slice(0, cursor))?.[0].length ?? 0;
  const after = /^[ \t]*/.exec(text.slice(cursor))?.[0].length ?? 0;
  return splice(text, cursor - before, cursor + after, '');
};

/** Drag the character before the cursor over `count` characters; at the end of the line, the two before it change places. */
export const transposeChars: Action = ({ text, cursor }, { count }) => {
  const at = cursor === text.length ? charBack(text, cursor) : cursor;
  const start = charBack(text, at);
  if (at === 0 || count < 1) return {};
  const dragged = text.slice(start, at);
  const rest = text.slice(0, start) + text.slice(at);
  const to = counted(charForth, charBack, { text: rest, cursor: start }, cursor === text.length ? 1 : count);
  return splice(rest, to, to, dragged);
};

/** Drag the word before the cursor, or around it, over the next. */
export const transposeWords: Action = ({ text, cursor }, { count }) => {
  const secondEnd = counted(wordForth, wordBack, { text, cursor }, count);
  const secondStart = wordBack(text, secondEnd);
  const firstStart = counted(wordBack, wordForth, { text, cursor: secondStart }, count);
  const firstEnd = wordForth(text, firstStart);
  if (firstEnd > secondStart || firstStart === secondStart) return {};
  const swapped = text.slice(secondStart, secondEnd) + text.slice(firstEnd, secondStart) + text.slice(firstStart, firstEnd);
  return splice(text, firstStart, secondEnd, swapped);
};

const recase =
  (change: (word: string) => string): Action =>
  (state, { count }) => {
    const to = counted(wordForth, wordBack, state, count);
    const start = Math.min(state.cursor, to);
    const end = Math.max(state.cursor, to);
    const changed = splice(state.text, start, end, change(state.text.slice(start, end)));
    return count < 0 ? { text: changed.text, cursor: state.cursor } : changed;
  };

/** `upcase-word`. */
export const upcaseWord: Action = recase((word) => word.toUpperCase());
/** `downcase-word`. */
export const downcaseWord: Action = recase((word) => word.toLowerCase());
/** `capitalize-word`. */
export const capitalizeWord: Action = recase((words) =>
  words.toLowerCase().replace(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu, (word) => word[0]?.toUpperCase() + word.slice(1)),
);

/** Make the line a comment and accept it. */
export const insertComment: Action = ({ text }) => {
  const { text: line = text, ...change } = insert({ text, cursor: 0 }, '#');
  return { ...change, text: line, effect: { kind: 'accept', line } };
};

/** `undo`, `count` times. */
export const undo: Action = ({ undo: before }, { count }) => {
  const last = count > 0 ? before.at(-Math.min(count, before.length)) : undefined;
  return last ? { ...last, undo: before.slice(0, -count) } : {};
};

/** Undo all that was done to the line. */
export const revertLine: Action = ({ undo: before }) => ({ ...before[0], undo: [] });

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
