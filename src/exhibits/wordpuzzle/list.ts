/** The list of words: loaded when it is needed, unpacked, and built into a trie. */
import { buildTrie, type Trie } from './trie.ts';

/** The line between the licence of the list and its words. */
const RULE = '\n=\n';

/** Words, sorted, and the trie of them. */
export interface Dictionary {
  readonly words: readonly string[];
  readonly trie: Trie;
}

/** The words of a front-coded text: a digit says how many letters a word shares with the one before. */
export const unpack = (text: string): string[] => {
  const words: string[] = [];
  let word = '';
  for (const [, shared, rest] of text.matchAll(/(\d)([a-z]+)/g)) {
    word = word.slice(0, Number(shared)) + rest;
    words.push(word);
  }
  return words;
};

/** Loads the list; rejects when it cannot be had. */
export const loadDictionary = async (): Promise<Dictionary> => {
  const { default: text } = await import('./words.txt?raw');
  const words = unpack(text.slice(text.indexOf(RULE) + RULE.length));
  return { words, trie: buildTrie(words) };
};

/** Bytes of a hash set of these words, as an engine of 64 bits may keep them: an estimate. A string is a header of 16 bytes and its letters, rounded up to 8; a slot is 20 bytes, their number a power of two. */
const hashSetBytes = (words: readonly string[]): number => {
  const strings = words.reduce((sum, { length }) => sum + 16 + Math.ceil(length / 8) * 8, 0);
  return strings + 20 * 2 ** Math.ceil(Math.log2(Math.max(1, words.length)));
};

/** Bytes of the trie, and of a hash set of the same words. */
export const memoryOf = ({ words, trie }: Dictionary): { readonly trie: number; readonly set: number } => ({
  trie: trie.byteLength,
  set: hashSetBytes(words),
});
