/** Zero-width assertions of regular expressions: line and text anchors, word boundaries. */
import { namedClass } from './charset.ts';

/**
 * What must hold between two characters: `^` and `$` line edges, `` ` `` and `'` text edges, `b` a word boundary, `B` none,
 * `<` a word's start, `>` its end, `l` no word character before, `r` none after (the two that `grep -w` adds).
 */
export type Assertion = '^' | '$' | '`' | "'" | 'b' | 'B' | '<' | '>' | 'l' | 'r';

/** What an assertion wants to know of a neighbour: nothing there, a newline, a word character, any other. */
export type CharKind = 0 | 1 | 2 | 3;

/** The text ends here. */
export const EDGE: CharKind = 0;
/** A line ends here. */
const NEWLINE: CharKind = 1;
/** A letter, digit or underscore. */
const WORD: CharKind = 2;
/** Anything else. */
export const OTHER: CharKind = 3;

const wordClass = namedClass('word');

/** The kind of a code point. */
export function kindOf(code: number): CharKind {
  if (code === 10) return NEWLINE;
  return wordClass?.test.test(String.fromCodePoint(code)) ? WORD : OTHER;
}

/** The kind of what begins at the index, EDGE at the end of the text. */
export function kindAfter(text: string, at: number): CharKind {
  const code = text.codePointAt(at);
  return code === undefined ? EDGE : kindOf(code);
}

/** The kind of what ends at the index, EDGE at the start of the text. */
export function kindBefore(text: string, at: number): CharKind {
  if (at === 0) return EDGE;
  const pair = text.codePointAt(at - 2) ?? 0;
  return pair > 0xffff ? kindOf(pair) : kindAfter(text, at - 1);
}

/** Whether the assertion holds between neighbours of these kinds. */
export function holds(assertion: Assertion, before: CharKind, after: CharKind): boolean {
  switch (assertion) {
    case '^':
      return before <= NEWLINE;
    case '$':
      return after <= NEWLINE;
    case '`':
      return before === EDGE;
    case "'":
      return after === EDGE;
    case 'b':
      return (before === WORD) !== (after === WORD);
    case 'B':
      return (before === WORD) === (after === WORD);
    case '<':
      return before !== WORD && after === WORD;
    case '>':
      return before === WORD && after !== WORD;
    case 'l':
      return before !== WORD;
    case 'r':
      return after !== WORD;
  }
}
