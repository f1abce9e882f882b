/** What is taken from earlier entries: `!!`, `!n`, `^old^new^` and the like in a line (history manual, "History Interaction"), and single words by a key. */
import { acceptLine } from './edit.ts';
import { type Action, insert, splice } from './state.ts';

/** Words keep their quotes; operators are words of their own. */
export const wordsOf = (line: string): string[] => line.match(/(?:[^\s|&;<>()'"\\]|\\.?|'[^']*'?|"(?:[^"\\]|\\.?)*"?)+|[|&;<>()]+/gs) ?? [];

/** The line as it will run, or why it cannot. */
export type Expansion = { readonly line: string } | { readonly missing: string };

/** An event's name behind its `!`, then its word designator. */
const eventPattern =
  /^!(?:(!)|(-?\d+)|(\?[^?\n]+\??)|(?=[$^*])|([^\s=(;&|<>"'!:$^*%?-][^\s:;&|<>"'()^$*%-]*))(?::?([$^*])|:(\d+)(\*|-\$|-\d*)?)?/;

const found = (history: readonly string[], test: (entry: string) => boolean): string | undefined => {
  for (let index = history.length - 1; index >= 0; index--) {
    const entry = history[index] ?? '';
    if (test(entry)) return entry;
  }
  return undefined;
};

const eventOf = (
  history: readonly string[],
  number: string | undefined,
  within: string | undefined,
  start: string | undefined,
): string | undefined => {
  if (number !== undefined) return history[Number(number) + (number.startsWith('-') ? history.length : -1)];
  if (within !== undefined) return found(history, (entry) => entry.includes(within.replace(/^\?|\?$/g, '')));
  if (start !== undefined) return found(history, (entry) => entry.startsWith(start));
  return history.at(-1);
};

/** The last word of a range that begins with `first`: `*` and `-$` reach the end, `-` all but the end. */
const lastOf = (range: string | undefined, first: number, end: number): number => {
  if (range === undefined) return first;
  if (range === '*' || range === '-$') return end;
  return range === '-' ? end - 1 : Number(range.slice(1));
};

/** `$` the last word, `^` the first argument, `*` all arguments, a number that word, or the first of a range. */
const designated = (event: string, sign: string | undefined, number: string | undefined, range: string | undefined): string | undefined => {
  const words = wordsOf(event);
  const end = words.length - 1;
  if (sign === '*') return words.slice(1).join(' ');
  if (sign === undefined && number === undefined) return event;
  const first = sign === '$' ? end : sign === '^' ? 1 : Number(number);
  const last = lastOf(range, first, end);
  return first > end || last > end ? undefined : words.slice(first, last + 1).join(' ');
};

const replacementOf = (
  [, , number, within, start, sign, first, range]: RegExpExecArray,
  history: readonly string[],
): string | undefined => {
  const event = eventOf(history, number, within, start);
  return event === undefined ? undefined : designated(event, sign, first, range);
};

const substituted = (line: string, history: readonly string[]): Expansion | undefined => {
  const [, from = '', to = ''] = /^\^([^^\n]+)\^([^^\n]*)\^?$/.exec(line) ?? [];
  if (from === '') return undefined;
  const last = history.at(-1) ?? '';
  const at = last.indexOf(from);
  return at < 0 ? { missing: line } : { line: last.slice(0, at) + to + last.slice(at + from.length) };
};

/** What stands between two events: text, a `!` that means nothing, and outside of double quotes what is in single ones. */
const plainPattern = /^(?:[^!'"\\]*[$[{]!|[^!'"\\]+|\\.?|'[^']*'?|["!])/s;
const quotedPattern = /^(?:[^!"\\]*[$[{]!|[^!"\\]+|\\.?|["!])/s;

/** The line with its events replaced; what a backslash precedes stays, and what stands in single quotes. */
export const expandHistory = (line: string, history: readonly string[]): Expansion => {
  const replaced = substituted(line, history);
  if (replaced) return replaced;
  let rest = line;
  let expanded = '';
  let quoted = false;
  while (rest !== '') {
    const event = eventPattern.exec(rest);
    const [text = rest]: readonly (string | undefined)[] = event ?? (quoted ? quotedPattern : plainPattern).exec(rest) ?? [];
    const replacement = event ? replacementOf(event, history) : text;
    if (replacement === undefined) return { missing: text };
    expanded += replacement;
    quoted = quoted !== (text === '"');
    rest = rest.slice(text.length);
  }
  return { line: expanded };
};

/** Run the line with its events replaced in place; where one is not there, say so and keep the line. */
export const acceptExpanded: Action = (state, pressed) => {
  const expansion = expandHistory(state.text, pressed.history);
  if ('missing' in expansion) return { message: `${expansion.missing}: event not found` };
  return acceptLine({ ...state, text: expansion.line }, pressed);
};

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
