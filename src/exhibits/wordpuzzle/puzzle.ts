/** A puzzle: a board with enough words on it, the same for everyone on a day, or for a number. */
import { Random } from '../stage/random.ts';
import { type Board, countPaths, openCells, type Path, type Search, search } from './board.ts';
import type { Dictionary } from './list.ts';

/** Letters in a row of the board. */
const SIDE = 4;
/** Letters of the shortest and of the longest word. */
export const SHORTEST = 3;
export const LONGEST = 8;
/** A board has at least and at most so many words. */
export const FEWEST = 60;
export const MOST = 160;
/** A letter is on no more cells than this, so that a word has few paths. */
export const REPEATS = 3;
/** So many boards are drawn at most; about one in four is good. */
const DRAWS = 1000;
const DAY = 86_400_000;

/** The board, and what is on it. */
export interface Puzzle {
  /** What it is called: a date, `YYYY-MM-DD`, or a number. */
  readonly name: string;
  readonly board: Board;
  readonly search: Search;
  /** Paths of up to eight cells: what a search without the trie would have to look at. */
  readonly paths: number;
  readonly points: number;
}

/** Points of a word by its letters: three or four 1, five 2, six 3, seven 5, eight 11. */
export const pointsOf = (word: string): number => [0, 0, 0, 1, 1, 2, 3, 5][word.length] ?? 11;

/** Points of words together. */
export const sum = (words: Iterable<string>): number => [...words].reduce((points, word) => points + pointsOf(word), 0);

/** A path of so many cells by chance, or a shorter one where it has no way on. */
const wander = (board: Board, random: Random, cells: number): Path => {
  const path: number[] = [];
  while (path.length < cells) {
    const open = openCells(board, path);
    if (open.length === 0) break;
    path.push(random.pick(open));
  }
  return path;
};

const blank: Board = { side: SIDE, letters: ' '.repeat(SIDE * SIDE) };

/** A board with this word on it, its other letters as frequent as in the words. Undefined where chance was unkind. */
const draw = (long: string, words: readonly string[], random: Random): Board | undefined => {
  const path = wander(blank, random, long.length);
  if (path.length < long.length) return undefined;
  const letters = [...blank.letters].map((_, cell) => long[path.indexOf(cell)] ?? random.pick([...random.pick(words)]));
  const isVaried = letters.every((letter) => letters.filter((other) => other === letter).length <= REPEATS);
  return isVaried ? { side: SIDE, letters: letters.join('') } : undefined;
};

/** The puzzle of a number. Throws RangeError when the list of words gives none. */
export const puzzleOf = ({ words, trie }: Dictionary, number: number, name = String(number)): Puzzle => {
  const random = new Random(number);
  const longest = words.filter(({ length }) => length === LONGEST);
  for (let drawn = 0; drawn < DRAWS; drawn++) {
    const board = draw(random.pick(longest), words, random);
    if (!board) continue;
    const found = search(board, trie, SHORTEST);
    if (found.words.size >= FEWEST && found.words.size <= MOST)
      return { name, board, search: found, paths: countPaths(board, LONGEST), points: sum(found.words.keys()) };
  }
  throw new RangeError('no puzzle in this list of words');
};

/** The puzzle of the day of `at`, in milliseconds since 1970; the day is that of UTC. */
export const puzzleOfDay = (dictionary: Dictionary, at: number): Puzzle =>
  puzzleOf(dictionary, Math.floor(at / DAY), new Date(at).toISOString().slice(0, 10));
