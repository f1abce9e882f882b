/** wordpuzzle: the trie takes the words of the list and no others, a day has one puzzle, and a game is played. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Dictionary, hashSetBytes, loadDictionary, unpack } from '../../src/exhibits/wordpuzzle/list.ts';
import { pointsOf, puzzleOf } from '../../src/exhibits/wordpuzzle/puzzle.ts';
import { accepts, buildTrie, END, type Trie, wordsOf } from '../../src/exhibits/wordpuzzle/trie.ts';
import wordpuzzle from '../../src/exhibits/wordpuzzle.ts';
import { runCommand } from '../../src/os/run.ts';
import { createTestProcess, runTest } from '../tui/process.ts';
import { createTestScreen, fakeHost, settle } from '../tui/screen.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'z'), minLength: 1, maxLength: 5 });

const agrees = (build: (words: readonly string[]) => Trie) =>
  fc.property(fc.uniqueArray(word, { maxLength: 40 }), fc.array(word), (words, others) => {
    const trie = build([...words].sort());
    const set = new Set(words);
    return [...words, ...others].every((each) => accepts(trie, each) === set.has(each)) && !accepts(trie, '');
  });

/** A trie in which one edge has lost the flag that a word ends there. */
const dropOneFlag = (words: readonly string[]): Trie => {
  const trie = buildTrie(words);
  const place = trie.findIndex((bits, index) => index > 0 && (bits & END) !== 0);
  return trie.map((bits, index) => (index === place ? bits & ~END : bits));
};

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await loadDictionary();
});

describe('the trie', () => {
  test('takes a word exactly when a set of the same words has it', () => {
    fc.assert(agrees(buildTrie));
  });

  test('is seen to be wrong when an edge has lost its flag', () => {
    expect(fc.check(agrees(dropOneFlag), { seed: 7 }).failed).toBe(true);
  });

  test('gives back the whole list, in order, and nothing else', () => {
    const all = 'abcdefghijklmnopqrstuvwxyz';
    const found = [...all].flatMap((first) => wordsOf(dictionary.trie, all, first).filter((each) => each.startsWith(first)));
    expect(found).toEqual(dictionary.words);
  });

  test('takes words of the list, and not the same words with a letter changed, unless the list has them too', () => {
    const set = new Set(dictionary.words);
    const near = fc.record({ index: fc.nat(dictionary.words.length - 1), at: fc.nat(6), letter: fc.constantFrom(...'aeiqstz') });
    fc.assert(
      fc.property(near, ({ index, at, letter }) => {
        const listed = dictionary.words[index] ?? '';
        const changed = listed.slice(0, at) + letter + listed.slice(at + 1);
        expect([accepts(dictionary.trie, listed), accepts(dictionary.trie, changed)]).toEqual([true, set.has(changed)]);
      }),
      { numRuns: 500 },
    );
  });

  test('takes less than a tenth of a hash set', () => {
    expect(dictionary.trie.byteLength * 10).toBeLessThan(hashSetBytes(dictionary.words));
  });
});

test('the list is front-coded: sorted, each word once, four to seven letters', () => {
  expect(unpack('0able3y1cid\n0bald')).toEqual(['able', 'ably', 'acid', 'bald']);
  expect([...new Set(dictionary.words)].sort()).toEqual(dictionary.words);
  expect(dictionary.words.filter((each) => !/^[a-z]{4,7}$/.test(each))).toEqual([]);
});

describe('the puzzle of a day', () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((day) => day * 86_400_000);

  test('is the same from midnight to midnight, has a word of all letters, and q leaves', () => {
    fc.assert(
      fc.property(days, (at) => {
        const puzzle = puzzleOf(dictionary, at);
        expect(puzzleOf(dictionary, at + 86_399_999)).toEqual(puzzle);
        expect(puzzle.letters).toMatch(/^[a-pr-z]{7}$/);
        expect(puzzle.words.every((each) => each.includes(puzzle.required))).toBe(true);
        expect(puzzle.words.some((each) => pointsOf(each) === 14)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('without a terminal', () => {
  test('it tells the letters of the day, what a solver finds, and the sums', async () => {
    const { out, status } = await runTest(wordpuzzle, ['--seed', '7']);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toBe('2026-11-24  letters ghinotu, each word with h: 70 words, 329 points');
    expect(lines).toContain('thouing: 14 points');
    expect(lines).toContain('hunt: 1 point');
    expect(lines.slice(-2)).toEqual([
      'each word once, in the list and in the letters: yes',
      'wordpuzzle 2026-11-24: 33 of 70 words, 142 of 329 points, hints 0',
    ]);
    expect(status).toBe(0);
  });

  test('--explain draws the way of a word, down to where it ends', async () => {
    const { out } = await runTest(wordpuzzle, ['--explain', 'xyzzy']);
    expect(out).toMatch(
      /^x {2}@\d+ {2}abcdefghijklmnopqrstuvw\[x\]yz\n·y {2}@\d+ {2}aeior\[y\]\n··z {2}@\d+ {2}ls {2}no z\nxyzzy: not in the list\n/,
    );
    expect(out).toMatch(/words, \d+ edges\ntrie, 4 bytes an edge: \d+ kB\nhash set, an estimate: \d+ kB\n$/);
  });

  test.each(['', 'Ünder', 'abcdefgh', '__proto__'])('--explain %j is wrong usage', async (text) => {
    const { err, status } = await runTest(wordpuzzle, ['--explain', text]);
    expect(err).toContain("'--explain' wants a word of one to seven letters");
    expect(status).toBe(2);
  });
});

const started = async (columns: number, rows: number, copied?: string[]) => {
  const screen = createTestScreen(columns, rows);
  const copy = (text: string) => Promise.resolve(Boolean(copied?.push(text)));
  const host = copied ? { ...fakeHost(), copy } : fakeHost();
  void runCommand(wordpuzzle, createTestProcess(['wordpuzzle', '--seed', '7'], { screen, host }));
  await settle();
  await expect.poll(() => screen.text()).toContain('Type a word');
  return screen;
};

describe('on a terminal', () => {
  test('a short game at 40×20: a word, the same again, one without the letter, one that is none', async () => {
    const screen = await started(40, 20);
    expect(screen.rows()[2]).toBe('│ G ││ H ││ I ││ N ││ O ││ T ││ U │');
    const said: (string | undefined)[] = [];
    for (const typed of ['tonight\r', 'tonight\r', 'onto\r', 'hhhh\r', 'hot\r', 'thouingg\r']) {
      await screen.type(typed);
      said.push(screen.rows()[6]);
    }
    expect(said).toEqual([
      'tonight: 7 points',
      'tonight: you have it already',
      'onto: it must have the letter h',
      'hhhh: not in the list',
      'hot: too short: four letters at least',
      'thouing: 14 points',
    ]);
    expect(screen.rows()[8]).toMatch(/^words .*2\/70$/);
    expect(screen.rows()[10]).toBe('✓ each once, in list and letters');
    expect(screen.rows()[11]).toMatch(/^thouing +tonight$/);
  });

  test('120×40 walks the trie beside the game, letter by letter, and Backspace goes up again', async () => {
    const screen = await started(120, 40);
    await screen.type('tho');
    expect(screen.text()).toMatch(/··o {2}@\d+ {2}\w*\[o\]/);
    await screen.type('\x7f');
    expect(screen.text()).toContain('th: not in the list');
    expect(screen.text()).not.toContain('··o');
  });

  test('a tap types a letter; 1 gives a hint, 2 shows the trie on a small screen, Space shuffles', async () => {
    const screen = await started(40, 20);
    await screen.click(7, 2);
    expect(screen.rows()[5]).toBe('> h▏');
    await screen.type('1');
    expect(screen.rows()[6]).toMatch(/^a hint: \w\w·{2,5}$/);
    await screen.type(' ');
    expect([...(screen.rows()[2] ?? '').replace(/[│ ]/g, '')].sort().join('')).toBe('GHINOTU');
    await screen.type('2');
    expect(screen.rows()[1]).toMatch(/^╭─ the trie, as it is walked/);
  });

  test('3 copies the result where it can, and shows it where not', async () => {
    const copied: string[] = [];
    const screen = await started(120, 40, copied);
    await screen.type('tonight\r3');
    expect(copied).toEqual(['wordpuzzle 2026-11-24: 1 of 70 words, 7 of 329 points, hints 0']);
    expect(screen.text()).toContain('copied: wordpuzzle 2026-11-24');
    const without = await started(80, 24);
    await without.type('3');
    expect(without.rows()[6]).toBe('wordpuzzle 2026-11-24: 0 of 70 words, 0 of 329 points, hints 0');
  });
});
