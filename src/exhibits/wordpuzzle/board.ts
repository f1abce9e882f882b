/** A board of letters, the search for all words on it, led by the trie, and the board of a day. */

import { Random } from '../stage/random.ts';
import { type Dictionary, type Edge, edgesFrom, rootOf, type Trie } from './trie.ts';

/** A square of letters, row by row. */
export interface Board {
  readonly side: number;
  readonly letters: string;
}

/** Cells that follow each other on the board, each by its index. */
export type Path = readonly number[];

/** The cells around a cell, also over corners. */
const around = ({ side }: Board, cell: number): number[] => {
  const [x, y] = [cell % side, Math.floor(cell / side)];
  const cells: number[] = [];
  for (let row = Math.max(0, y - 1); row <= Math.min(side - 1, y + 1); row++)
    for (let column = Math.max(0, x - 1); column <= Math.min(side - 1, x + 1); column++)
      if (row !== y || column !== x) cells.push(row * side + column);
  return cells;
};

/** Where a path may go on: to a cell around its last one that it has not visited; at the start, anywhere. */
export type Rule = (board: Board, path: Path) => readonly number[];

/** The rule of the game. */
export const openCells: Rule = (board, path) => {
  const last = path[path.length - 1];
  if (last === undefined) return Array.from({ length: board.letters.length }, (_, cell) => cell);
  return around(board, last).filter((cell) => !path.includes(cell));
};

/** The paths that go on by this letter. A board with a letter on few cells has few of them. */
export const extend = (board: Board, paths: readonly Path[], letter: string): Path[] =>
  paths.flatMap((path) =>
    openCells(board, path)
      .filter((cell) => board.letters[cell] === letter)
      .map((cell) => [...path, cell]),
  );

/** A step of the search: a path that was tried, and the trie's edge for its last letter, undefined where no word begins so. */
export interface Step {
  readonly prefix: string;
  readonly path: Path;
  readonly edge: Edge | undefined;
}

/** Where a path may go on from, whether the trie goes with it or not. */
export const stepsFrom = (board: Board, trie: Trie, { prefix, path, edge }: Step, rule: Rule = openCells): Step[] => {
  const edges = new Map(edge ? [...edgesFrom(trie, edge.child)].map((next) => [next.letter, next]) : []);
  return rule(board, path).map((cell) => {
    const letter = board.letters[cell] ?? '';
    return { prefix: prefix + letter, path: [...path, cell], edge: edges.get(letter) };
  });
};

/** Walks board and trie together, depth first: a path is gone on with only where the trie has an edge for it. Of a path's next steps those that end it come first. */
export function* steps(board: Board, trie: Trie, rule: Rule = openCells): Generator<Step> {
  const waiting: Step[] = [{ prefix: '', path: [], edge: rootOf(trie) }];
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    const next = stepsFrom(board, trie, step, rule);
    yield* next.filter(({ edge }) => !edge);
    if (step.path.length > 0) yield step;
    for (const each of next.toReversed()) if (each.edge) waiting.push(each);
  }
}

/** What a search found, and what it cost. */
interface Search {
  /** Each word on the board with the path on which it was met first; in order of the alphabet. */
  readonly words: ReadonlyMap<string, Path>;
  /** Steps that led on. */
  readonly taken: number;
  /** Steps after which no word goes on: all behind them is spared. */
  readonly pruned: number;
}

/** Finds all words of at least `shortest` letters. */
export const search = (board: Board, trie: Trie, shortest: number, rule: Rule = openCells): Search => {
  const words = new Map<string, Path>();
  let taken = 0;
  let pruned = 0;
  for (const { prefix, path, edge } of steps(board, trie, rule)) {
    if (edge) taken++;
    else pruned++;
    if (edge?.isEnd && path.length >= shortest && !words.has(prefix)) words.set(prefix, path);
  }
  return { words: new Map([...words].sort(([one], [other]) => (one < other ? -1 : 1))), taken, pruned };
};

/** Paths of one to `longest` cells on a board of at most 31 cells. */
export const countPaths = (board: Board, longest: number): number => {
  const next = Array.from({ length: board.letters.length }, (_, cell) => around(board, cell));
  // The cells that were visited are bits of a number, for there are hundreds of thousands of paths.
  const from = (cell: number, visited: number, rest: number): number =>
    rest === 0 ? 1 : (next[cell] ?? []).reduce((sum, to) => (visited & (1 << to) ? sum : sum + from(to, visited | (1 << to), rest - 1)), 1);
  return next.reduce((sum, _, cell) => sum + from(cell, 1 << cell, longest - 1), 0);
};

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
