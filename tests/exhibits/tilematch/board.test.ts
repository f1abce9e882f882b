/** The board: which tiles a line of at most two turns joins. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Random } from '../../../src/exhibits/stage/random.ts';
import {
  COLUMNS,
  EMPTY,
  hasMove,
  lineOf,
  moves,
  newBoard,
  type Place,
  placeOf,
  reshuffled,
  TILES,
  tilesLeft,
  without,
} from '../../../src/exhibits/tilematch/board.ts';

/** A board from its first rows; the rest is empty. */
const board = (...rows: readonly string[]): string =>
  rows
    .map((row) => row.padEnd(COLUMNS, EMPTY))
    .join('')
    .padEnd(TILES, EMPTY);

const turns = (line: readonly Place[] | undefined): number | undefined => line && line.length - 2;

describe('a line', () => {
  test.each([
    ['between neighbours is straight', board('aa'), 0, 1, 0],
    ['crosses free cells', board('a..a'), 0, 3, 0],
    ['turns once', board('ab', '.a'), 0, 9, 1],
    ['goes around the board', board('bab', 'bcb', 'bab'), 1, 17, undefined],
    ['goes around by the upper edge', board('abba'), 0, 3, 2],
    ['goes around by the left edge', board('ab', 'bb', 'ab'), 0, 16, 2],
  ])('%s', (_what, tiles, a, b, expected) => {
    expect(turns(lineOf(tiles, [a, b]))).toBe(expected);
  });

  test('leads through free cells only, from one tile to the other', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 20 }), (seed, taken) => {
        const random = new Random(seed);
        let tiles = newBoard(random);
        for (let i = 0; i < taken && hasMove(tiles); i++) tiles = without(tiles, random.pick(moves(tiles)));
        for (const pair of moves(tiles)) {
          const line = lineOf(tiles, pair) ?? [];
          expect(line[0]).toEqual(placeOf(pair[0]));
          expect(line.at(-1)).toEqual(placeOf(pair[1]));
          expect(line.length).toBeLessThanOrEqual(4);
          for (let i = 1; i < line.length; i++)
            expect(Number(line[i]?.x === line[i - 1]?.x) + Number(line[i]?.y === line[i - 1]?.y)).toBe(1);
        }
      }),
      { numRuns: 50 },
    );
  });
});

test('a board can be played to its end, dealt anew whenever it is stuck', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = new Random(seed);
      let tiles = newBoard(random);
      while (tilesLeft(tiles) > 0) {
        if (!hasMove(tiles)) tiles = reshuffled(tiles, random);
        tiles = without(tiles, random.pick(moves(tiles)));
      }
      expect(tiles).toBe(EMPTY.repeat(TILES));
    }),
    { numRuns: 50 },
  );
});
