/** The board of tiles: which two may be taken, and the line that joins them. */
import type { Random } from '../stage/random.ts';

/** Size of the board, in tiles. */
export const COLUMNS = 8;
export const ROWS = 6;
/** Tiles of a full board. */
export const TILES = COLUMNS * ROWS;
/** The kinds of tiles, a letter each; as many tiles of one as of another. */
export const KINDS = 'abcdefgh';
/** Where a tile was taken. */
export const EMPTY = '.';

/** Shuffles until a board has a move; one in a few has. */
const SHUFFLES = 100;

/** What lies in each cell, row by row: a letter of KINDS, or EMPTY. */
export type Board = string;

/** A place on the board and the ring of free cells around it: 0 and COLUMNS + 1, or ROWS + 1, are the ring. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Two cells of the board. */
export type Pair = readonly [number, number];

/** The place of a cell. */
export const placeOf = (cell: number): Place => ({ x: 1 + (cell % COLUMNS), y: 1 + Math.floor(cell / COLUMNS) });

const isFree = (board: Board, x: number, y: number): boolean =>
  x < 1 || y < 1 || x > COLUMNS || y > ROWS || board[(y - 1) * COLUMNS + x - 1] === EMPTY;

const distance = (from: Place, to: Place): number => Math.abs(from.x - to.x) + Math.abs(from.y - to.y);

/** Whether a straight line is free between its ends. */
const isOpen = (board: Board, from: Place, to: Place): boolean => {
  const [dx, dy] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)];
  for (let step = 1; step < distance(from, to); step++) if (!isFree(board, from.x + dx * step, from.y + dy * step)) return false;
  return true;
};

const isSame = (one: Place, other: Place): boolean => one.x === other.x && one.y === other.y;

/** The line by two corners, without points that stand twice; undefined where something is in its way. */
const lineBy = (board: Board, from: Place, corners: readonly [Place, Place], to: Place): readonly Place[] | undefined => {
  for (const corner of corners) if (!isSame(corner, from) && !isSame(corner, to) && !isFree(board, corner.x, corner.y)) return undefined;
  const points = [from, ...corners, to];
  for (let i = 1; i < points.length; i++) if (!isOpen(board, points[i - 1] ?? from, points[i] ?? to)) return undefined;
  return points.filter((point, i) => i === 0 || !isSame(point, points[i - 1] ?? from));
};

const lengthOf = (line: readonly Place[]): number => line.reduce((sum, place, i) => sum + distance(line[i - 1] ?? place, place), 0);

/** Every way from one place to another with at most two turns. */
function* ways(from: Place, to: Place): Generator<readonly [Place, Place]> {
  for (let x = 0; x <= COLUMNS + 1; x++)
    yield [
      { x, y: from.y },
      { x, y: to.y },
    ];
  for (let y = 0; y <= ROWS + 1; y++)
    yield [
      { x: from.x, y },
      { x: to.x, y },
    ];
}

/** The shortest line of at most two turns through free cells, as its ends and corners; undefined when there is none. */
export const lineOf = (board: Board, [a, b]: Pair): readonly Place[] | undefined => {
  const [from, to] = [placeOf(a), placeOf(b)];
  let best: readonly Place[] | undefined;
  for (const corners of ways(from, to)) {
    const line = lineBy(board, from, corners, to);
    if (line && (!best || lengthOf(line) < lengthOf(best))) best = line;
  }
  return best;
};

const isJoined = (board: Board, [a, b]: Pair): boolean => {
  const [from, to] = [placeOf(a), placeOf(b)];
  for (const corners of ways(from, to)) if (lineBy(board, from, corners, to)) return true;
  return false;
};

function* equals(board: Board): Generator<Pair> {
  for (let a = 0; a < board.length; a++) {
    if (board[a] === EMPTY) continue;
    for (let b = board.indexOf(board[a] ?? '', a + 1); b > 0; b = board.indexOf(board[a] ?? '', b + 1)) yield [a, b];
  }
}

/** Every pair that may be taken. */
export const moves = (board: Board): Pair[] => [...equals(board)].filter((pair) => isJoined(board, pair));

/** Whether any pair may be taken. */
export const hasMove = (board: Board): boolean => {
  for (const pair of equals(board)) if (isJoined(board, pair)) return true;
  return false;
};

/** The board without two of its tiles. */
export const without = (board: Board, [a, b]: Pair): Board =>
  [...board].map((tile, cell) => (cell === a || cell === b ? EMPTY : tile)).join('');

/** How many tiles are left. */
export const tilesLeft = (board: Board): number => [...board].filter((tile) => tile !== EMPTY).length;

/** The tiles that are left, in other places of their own, so that a pair may be taken. */
export const reshuffled = (board: Board, random: Random): Board => {
  const tiles = [...board].filter((tile) => tile !== EMPTY);
  for (let i = 0; i < SHUFFLES; i++) {
    const shuffled = random.shuffle(tiles);
    let next = 0;
    const dealt = [...board].map((tile) => (tile === EMPTY ? EMPTY : (shuffled[next++] ?? EMPTY))).join('');
    if (hasMove(dealt)) return dealt;
  }
  return board;
};

/** A full board on which a pair may be taken. */
export const newBoard = (random: Random): Board => reshuffled(KINDS.repeat(TILES / KINDS.length), random);
