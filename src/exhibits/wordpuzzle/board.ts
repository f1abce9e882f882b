/** The board: a square of letters, the paths that a word can take on it, and the search for all words, led by the trie. */
import { type Edge, edgesFrom, rootOf, type Trie } from './trie.ts';

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
export interface Search {
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
