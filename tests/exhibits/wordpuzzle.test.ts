/** wordpuzzle: played by keys and by taps, explained, and run without a screen. */
import { describe, expect, test } from 'vitest';
import { puzzleOf } from '../../src/exhibits/wordpuzzle/board.ts';
import { loadDictionary } from '../../src/exhibits/wordpuzzle/trie.ts';
import wordpuzzle from '../../src/exhibits/wordpuzzle.ts';
import { runCommand } from '../../src/os/run.ts';
import { createTestProcess, runTest } from '../tui/process.ts';
import { createTestScreen, fakeHost, settle } from '../tui/screen.ts';

describe('without a terminal', () => {
  test('it prints the board of a number, what a solver finds, and the sums', async () => {
    const { out, status } = await runTest(wordpuzzle, ['--seed', '7']);
    const lines = out.trimEnd().split('\n');
    expect(lines.slice(0, 4)).toEqual(['E R E I', 'N N R E', 'D I K C', 'T R O N']);
    expect(lines).toContain('tinkerer: 11 points');
    expect(lines).toContain('ki: too short: three letters at least');
    expect(lines).toContain('search: 69 words, 541 steps taken, 1,619 pruned');
    expect(lines).toContain('without a trie: 283,400 paths of up to 8 cells');
    expect(lines).toContain('each word once, and on the board: yes');
    expect(lines.slice(-7)).toEqual([
      'wordpuzzle 7: 31 of 69 words, 52 of 121 points, 0 hints',
      '3 ■■■■■■□□□□ 13/19',
      '4 ■■■□□□□□□□ 10/28',
      '5 ■■■□□□□□□□ 3/10',
      '6 ■■■■□□□□□□ 4/9',
      '7 □□□□□□□□□□ 0/1',
      '8 ■■■■■□□□□□ 1/2',
    ]);
    expect(status).toBe(0);
  });

  test('--date has the board of that day, whatever the number', async () => {
    const first = await runTest(wordpuzzle, ['--date', '2026-11-24', '--seed', '7']);
    expect(first.out).toMatch(/^R C K L\nY A A E\nI R T P\nP R T S\n/);
    expect(first.out).toMatch(/\nwordpuzzle 2026-11-24: \d+ of 151 words, /);
    expect((await runTest(wordpuzzle, [])).out).toMatch(/^R C K L\n/);
  });

  test('--explain WORD draws the way of a word, down to where it ends', async () => {
    const { out } = await runTest(wordpuzzle, ['--explain', 'xyzzy']);
    expect(out).toMatch(
      /^x {2}@\d+ {2}abcdefghijklmnoprstuvw\[x\]yz\n└ y {2}@\d+ {2}ei\[y\]\n {2}└ z {2}@\d+ {2}l {2}no z\nxyzzy: not in the list\n/,
    );
    expect(out).toMatch(/words; trie: [\d,]+ edges\ntrie, 4 bytes an edge: \d+ kB\nhash set, an estimate: [\d,]+ kB\n$/);
  });

  test('--explain alone draws the search from the first corner of the board', async () => {
    const { out } = await runTest(wordpuzzle, ['--explain', '--seed', '7']);
    expect(out).toContain('\ne\n  r\n    ✗ n\n    e  ere\n      ✗ e i n r\n    r  err\n');
  });

  test.each([
    [['--explain', 'Ünder'], "'--explain' wants a word of at most sixteen letters, a to z: 'Ünder'"],
    [['--explain', 'abcdefghijklmnopq'], "'--explain' wants a word of at most sixteen letters, a to z: 'abcdefghijklmnopq'"],
    [['--explain', '__proto__'], "'--explain' wants a word of at most sixteen letters, a to z: '__proto__'"],
    [['puzzle'], "a word goes with '--explain': 'puzzle'"],
    [['--date', 'today'], "invalid date: 'today'"],
    [['--date', '2026-02-30'], "invalid date: '2026-02-30'"],
    [['--date', '2026-13-01'], "invalid date: '2026-13-01'"],
  ])('%j is wrong usage', async (args, message) => {
    const { err, status } = await runTest(wordpuzzle, args);
    expect(err).toContain(message);
    expect(status).toBe(2);
  });
});

const started = async (columns: number, rows: number, copied?: string[], args: readonly string[] = []) => {
  const screen = createTestScreen(columns, rows);
  const copy = (text: string) => Promise.resolve(Boolean(copied?.push(text)));
  const host = copied ? { ...fakeHost(), copy } : fakeHost();
  void runCommand(wordpuzzle, createTestProcess(['wordpuzzle', ...args], { screen, host }));
  await settle();
  await expect.poll(() => screen.text()).toMatch(/of \d+/);
  return screen;
};

describe('on a terminal', () => {
  test('a short game at 40×20: a word, the same again, one that is not there, one that is none, one too short', async () => {
    const screen = await started(40, 20);
    expect(screen.text()).toMatch(/R +C +K +L/);
    for (const [typed, said] of [
      ['tea\r', 'tea: 1 point'],
      ['tea\r', 'tea: you have it already'],
      ['rye\r', 'rye: no path on the board spells it'],
      ['tra\r', 'tra: not in the list'],
      ['it\r', 'it: too short: three letters at least'],
      ['TEAR\x7f\x7f\x7fape\r', 'tape: 1 point'],
    ] as const) {
      await screen.type(typed);
      expect(screen.announced.at(-1)).toMatch(said);
    }
    expect(screen.text()).toMatch(/2 +of 151/);
    expect(screen.text()).toContain('Each word once, on the board.');
  });

  test('its first key gives a hint: it is told, its tile is marked, and the verdict holds', async () => {
    const screen = await started(140, 42, undefined, ['--seed', '7']);
    expect(screen.text()).toMatch(/Trace words through letters that touch/);
    await screen.type('1');
    expect(screen.text()).toMatch(/a hint: \w·+, \d letters/);
    expect(screen.text()).toContain('o?o');
    expect(screen.text()).toContain('✓# Each word that counts is on the board, once.');
  });

  test('the path lights up as one types, numbered, and says where it breaks; Space clears it', async () => {
    const screen = await started(140, 42);
    await screen.type('lea');
    expect(screen.text()).toContain('› LEA');
    for (const mark of ['#1#', '#2#', '#3#', '#→#']) expect(screen.text()).toContain(mark);
    await screen.type('y');
    expect(screen.text()).toMatch(/› LEAY +not on the board/);
    expect(screen.text()).toMatch(/no way to Y from there/);
    await screen.type('\x7f');
    expect(screen.text()).toContain('#3#');
    await screen.type(' ');
    expect(screen.text()).not.toContain('#3#');
  });

  test('taps trace a path: beside the last it goes on, on the last it goes back, elsewhere it begins anew', async () => {
    const screen = await started(40, 20);
    const typed = () => /› (\w+)/.exec(screen.text())?.[1];
    const tile = async (letter: string) => {
      const y = screen
        .rows()
        .findIndex((row) => new RegExp(`(?<![A-Za-z])${letter}(?![A-Za-z])`).test(row.slice(0, 40)) && /^[^a-z]*$/.test(row));
      await screen.click(screen.rows()[y]?.indexOf(letter) ?? 0, y);
    };
    await tile('L');
    expect(typed()).toBe('L');
    await screen.type('ea');
    expect(typed()).toBe('LEA');
    await tile('R');
    expect(typed()).toBe('R');
    await tile('R');
    expect(screen.text()).toContain('type a word, or tap its letters');
  });

  test('at 140×42 it walks the trie beside the board, letter by letter, with the letters that lead elsewhere', async () => {
    const screen = await started(140, 42);
    await screen.type('tar');
    expect(screen.text()).toMatch(/how the trie sees it +124 kB, a set takes/);
    expect(screen.text()).toMatch(/#a# +or e h/);
    expect(screen.text()).toMatch(/#r# +or/);
    expect(screen.text()).toContain('in the list: Enter takes it');
    await screen.type('z');
    expect(screen.text()).toContain('no word goes on by z');
  });

  test('a second hint gives another letter, and the word itself ends the hint', async () => {
    const screen = await started(140, 42, undefined, ['--seed', '7']);
    const marks = () => screen.text().split('o?o').length - 1;
    await screen.type('1');
    expect(marks()).toBe(1);
    await screen.type('1');
    const [, shown = '', rest = ''] = /a hint: (\w\w)(·+),/.exec(screen.announced.at(-1) ?? '') ?? [];
    expect(marks()).toBe(2);
    const words = [...puzzleOf(await loadDictionary(), 7).search.words.keys()];
    for (const word of words) if (word.startsWith(shown) && word.length === 2 + rest.length) await screen.type(`${word}\r`);
    expect(marks()).toBe(0);
  });

  test('2 shows the trie on a small screen and --explain begins with it; a second 2 goes back', async () => {
    const screen = await started(40, 20);
    await screen.type('2');
    expect(screen.text()).toContain('how the trie sees it');
    await screen.type('2');
    expect(screen.text()).toMatch(/R +C +K +L/);
    const wide = await started(140, 42, undefined, ['--explain', 'puzzle']);
    expect(wide.text()).toContain('› PUZZLE');
  });

  test('3 shows the result and copies it where it can; it gives no word away', async () => {
    const copied: string[] = [];
    const screen = await started(40, 20, copied);
    await screen.type('tea\r');
    expect(copied).toEqual([]);
    await screen.type('3');
    expect(copied.map((text) => text.split('\n').slice(0, 2))).toEqual([
      ['wordpuzzle 2026-11-24: 1 of 151 words, 1 of 238 points, 0 hints', '3 ■□□□□□□□□□ 1/37'],
    ]);
    expect(copied.join()).not.toContain('tea');
    expect(screen.text()).toContain('3 ■□□□□□□□□□ 1/37');
    await screen.type('t');
    expect(screen.text()).toContain('› T');
    const without = await started(140, 42);
    await without.type('3');
    expect(without.text()).toContain('8 □□□□□□□□□□ 0/1');
  });
});
