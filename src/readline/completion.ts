/** Completion's own knowledge: which candidates match what was typed, and how far they agree. */
import { graphemeEnd } from '../term/width.ts';
import type { Candidate, CompletionResult } from './state.ts';

/** Whether the letters of `word` stand in `value` in their order. */
const isSubsequence = (word: string, value: string): boolean => {
  let at = 0;
  for (const letter of word) {
    at = value.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
};

const tests: readonly ((value: string, word: string) => boolean)[] = [
  (value, word) => value.startsWith(word),
  (value, word) => value.toLowerCase().startsWith(word.toLowerCase()),
  (value, word) => isSubsequence(word.toLowerCase(), value.toLowerCase()),
];

/** The candidates for `word`: by prefix, an exact one first; else by prefix in either case; else those with its letters in order. */
export const matching = (word: string, candidates: readonly Candidate[]): readonly Candidate[] => {
  for (const test of tests) {
    const found = candidates.filter(({ value }) => test(value, word));
    if (found.length > 0) return found.filter(({ value }) => value === word).concat(found.filter(({ value }) => value !== word));
  }
  return [];
};

/** The graphemes with which both begin. */
const commonStart = (a: string, b: string): string => {
  let length = 0;
  while (length < a.length) {
    const end = graphemeEnd(a, length);
    if (end !== graphemeEnd(b, length) || a.slice(length, end) !== b.slice(length, end)) break;
    length = end;
  }
  return a.slice(0, length);
};

/** How far all of the candidates agree, without a backslash that lost what it quotes. */
const agreed = (candidates: readonly Candidate[]): string =>
  candidates
    .map(({ value }) => value)
    .reduce(commonStart)
    .replace(/(^|[^\\])((?:\\\\)*)\\$/, '$1$2');

/** What the word becomes as far as it is certain: the only candidate, a space after it if it is final, or the agreed start. */
export const certain = (word: string, candidates: readonly Candidate[]): string => {
  const [only] = candidates;
  if (only === undefined) return word;
  if (candidates.length === 1) return only.value + (only.final ? ' ' : '');
  const start = agreed(candidates);
  return start.length >= word.length && start.toLowerCase().startsWith(word.toLowerCase()) ? start : word;
};

/** The text that a result replaces, in `text`. */
export const wordOf = ({ start, end }: CompletionResult, text: string): string => text.slice(start, end);
