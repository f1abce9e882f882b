/** A puzzle: seven letters, one of which each word must have, the same for everyone on a day. */
import { Random } from '../../tui/random.ts';
import type { Dictionary } from './list.ts';
import { wordsOf } from './trie.ts';

/** As many letters as a puzzle has. */
export const LETTERS = 7;
/** A puzzle has at least and at most so many words. */
const FEWEST = 25;
const MOST = 90;
/** So often another one is drawn. */
const DRAWS = 1000;
const DAY = 86_400_000;

/** The letters, and what is in them. */
export interface Puzzle {
  /** The date, `YYYY-MM-DD`, in UTC. */
  readonly date: string;
  readonly letters: string;
  readonly required: string;
  readonly words: readonly string[];
  readonly points: number;
}

/** Whether the word has each of the seven letters. */
export const isPangram = (word: string): boolean => new Set(word).size === LETTERS;

/** A point for four letters, a point a letter beyond that, and seven more for all of the letters. */
export const pointsOf = (word: string): number => (word.length === 4 ? 1 : word.length) + (isPangram(word) ? LETTERS : 0);

/** Words with q would leave the game, those with s give too many. */
const isSource = (word: string): boolean => isPangram(word) && !/[qs]/.test(word);

/** The puzzle of the day of `at`, in milliseconds since 1970. Throws RangeError when the dictionary has none. */
export const puzzleOf = ({ words, trie }: Dictionary, at: number): Puzzle => {
  const random = new Random(Math.floor(at / DAY));
  const sources = words.filter(isSource);
  const date = new Date(at).toISOString().slice(0, 10);
  for (let draw = 0; draw < DRAWS; draw++) {
    const letters = [...random.pick(sources)].sort().join('');
    const required = random.pick([...letters]);
    const found = wordsOf(trie, letters, required);
    if (found.length < FEWEST || found.length > MOST) continue;
    return { date, letters, required, words: found, points: found.reduce((sum, word) => sum + pointsOf(word), 0) };
  }
  throw new RangeError('no puzzle in this list of words');
};
