/** How the trie is told of in words: the way of a word through it, and its size beside a hash set's. */
import { type Dictionary, hashSetBytes } from './list.ts';
import { accepts, walk } from './trie.ts';

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

/** The way of a word, a line a node: its place, the letters that lead on, the one taken in brackets. */
export const wayOf = ({ trie }: Dictionary, word: string): string[] => {
  const steps = walk(trie, word).map(({ place, letters, taken }, depth) => {
    const shown = taken
      ? letters.replace(taken.letter, `[${taken.letter}]`)
      : `${letters === '' ? 'no letter' : letters}  no ${word[depth]}`;
    return `${'·'.repeat(depth)}${word[depth]}  @${place}  ${shown}${taken?.isEnd ? '  ends a word' : ''}`;
  });
  return [...steps, `${word}: ${accepts(trie, word) ? 'in the list' : 'not in the list'}`];
};

/** The bytes of the trie, and about those of a hash set. */
export const sizeOf = ({ words, trie }: Dictionary): string[] => [
  `${words.length} words, ${trie.length - 1} edges`,
  `trie, 4 bytes an edge: ${kilobytes(trie.byteLength)}`,
  `hash set, an estimate: ${kilobytes(hashSetBytes(words))}`,
];
