import { describe, expect, test } from 'vitest';
import { certain, matching } from '../../src/readline/completion.ts';
import type { Candidate, CompletionResult } from '../../src/readline/state.ts';
import { type Options, session } from './terminal.ts';

const candidate = (value: string, description?: string, final = true): Candidate => ({
  value,
  label: value,
  final,
  ...(description === undefined ? {} : { description }),
});

const entries = [
  candidate('about', 'who this is'),
  candidate('jobs/', 'eight of them', false),
  candidate('journal', 'what was learnt'),
  candidate('projects/', 'made for fun', false),
  candidate('résumé', 'all on one page'),
];

/** Completes the last word by names in a directory. */
const complete = async (text: string, cursor: number): Promise<CompletionResult> => {
  const start = text.lastIndexOf(' ', cursor - 1) + 1;
  const nested = text.slice(start).startsWith('jobs/');
  return { start, end: cursor, candidates: nested ? ['jobs/tiktok', 'jobs/shopee'].map((value) => candidate(value)) : entries };
};

const shell = (options: Options = {}) => session({ complete, ...options });

describe('one Tab', () => {
  test.each([
    ['cat a', 'cat about '],
    ['cat p', 'cat projects/'],
    ['cat j', 'cat jo'],
    ['cat jo', 'cat jo'],
    ['cat A', 'cat about '],
    ['cat pjs', 'cat projects/'],
    ['cat r', 'cat résumé '],
    ['cat x', 'cat x'],
    ['cat jobs/t', 'cat jobs/tiktok '],
    ['cat jobs/', 'cat jobs/'],
  ])('makes %j into %j', async (before, after) => {
    const { type, press, readline } = shell();
    await type(before);
    await press('Tab');
    expect(readline.text()).toBe(after);
    expect(readline.isMenuOpen()).toBe(false);
  });

  test('completes within the line, and adds no second blank', async () => {
    const { type, press, readline } = shell();
    await type('cat ab | wc');
    await press('C-Left Left Left Left Tab');
    expect(`${readline.text()}:${readline.cursor()}`).toBe('cat about | wc:10');
  });

  test('is undone as a whole', async () => {
    const { type, press, readline } = shell();
    await type('cat a');
    await press('Tab C-_');
    expect(readline.text()).toBe('cat a');
  });
});

describe('a second Tab', () => {
  test('opens a menu with a description a row, and chooses nothing yet', async () => {
    const { type, press, screen } = shell();
    await type('cat j');
    await press('Tab Tab');
    expect(screen()).toBe(['$ cat jo', '  jobs/    eight of them', '  journal  what was learnt'].join('\n'));
  });

  test('opens no menu where there is nothing to choose from', async () => {
    const { type, press, screen } = shell();
    await type('cat x');
    await press('Tab Tab Tab');
    expect(screen()).toBe('$ cat x');
  });

  test.each([
    ['Tab', 'cat jobs/'],
    ['Tab Tab', 'cat journal'],
    ['Tab Tab Tab', 'cat jobs/'],
    ['Down', 'cat jobs/'],
    ['S-Tab', 'cat journal'],
    ['Up', 'cat journal'],
    ['Up Up', 'cat jobs/'],
    ['C-n C-n C-p', 'cat jobs/'],
    ['Tab Escape', 'cat jo'],
    ['Tab C-g', 'cat jo'],
    ['Tab Tab Enter', 'cat journal '],
    ['Tab Enter', 'cat jobs/'],
    ['Tab Enter C-_', 'cat jo'],
    ['Tab Tab Tab C-a C-_', 'cat jo'],
    ['Tab Left', 'cat jobs/'],
    ['Tab Tab Space x', 'cat journal x'],
  ])('then %s shows %j', async (chords, after) => {
    const { type, press, readline } = shell();
    await type('cat jo');
    await press(`Tab Tab ${chords}`);
    expect(readline.text()).toBe(after);
  });

  test('lets Enter run what was typed while nothing is chosen', async () => {
    const { type, press, outcomes } = shell();
    await type('cat jo');
    await press('Tab Tab Enter');
    expect(outcomes).toEqual([{ kind: 'accept', line: 'cat jo' }]);
  });

  test('marks the chosen row, and takes the menu away at the end', async () => {
    const { type, press, screen, terminal } = shell();
    await type('cat j');
    await press('Tab Tab Tab');
    expect(screen()).toBe(['$ cat jobs/', '› jobs/    eight of them', '  journal  what was learnt'].join('\n'));
    const cell = (row: number, column: number) => terminal.buffer.active.getLine(row)?.getCell(column);
    expect([cell(1, 2)?.isBold() !== 0, cell(2, 2)?.isBold() !== 0]).toEqual([true, false]);
    // The ground goes across the row, not only under the words.
    for (const column of [0, 20, 38]) expect([cell(1, column)?.getBgColor(), cell(2, column)?.getBgColor()]).toEqual([236, -1]);
    await press('Enter Enter');
    expect(screen()).toBe('$ cat jobs/\n$');
  });
});

describe('an open menu', () => {
  test('is filtered by typing, widened by Backspace, and closed by leaving the word', async () => {
    const { type, press, screen, readline } = shell();
    await type('cat ');
    await press('Tab Tab');
    expect(screen().split('\n')).toHaveLength(6);
    await press('j o');
    expect(screen()).toBe(['$ cat jo', '  jobs/    eight of them', '  journal  what was learnt'].join('\n'));
    await press('u');
    expect(screen()).toBe(['$ cat jou', '  journal  what was learnt'].join('\n'));
    await press('Backspace Backspace Backspace');
    expect(screen().split('\n')).toHaveLength(6);
    await press('Backspace');
    expect(readline.isMenuOpen()).toBe(false);
    expect(screen()).toBe('$ cat');
  });

  test('follows into a directory', async () => {
    const { type, press, screen } = shell();
    await type('cat j');
    await press('Tab Tab Tab t');
    expect(screen()).toBe(['$ cat jobs/t', '  jobs/tiktok'].join('\n'));
  });

  test('goes when nothing is left to offer', async () => {
    const { type, press, screen } = shell();
    await type('cat j');
    await press('Tab Tab z q');
    expect(screen()).toBe('$ cat jozq');
  });

  test('stands in four columns of 26 cells where there is room, an empty row below the line', async () => {
    const told: Candidate = { value: 'lamp', label: 'lamp', description: ['North Light', 'Keeper', '2022'], final: true };
    const { type, press, screen } = session({
      columns: 104,
      rows: 20,
      complete: async () => ({ start: 0, end: 1, candidates: [told, candidate('lens', 'of glass')] }),
    });
    await type('l');
    await press('M-? Tab');
    expect(screen().split('\n')).toEqual([
      '$ lamp',
      '',
      ` ›  ${'lamp'.padEnd(22)}${'North Light'.padEnd(26)}${'Keeper'.padEnd(26)}2022`,
      `    ${'lens'.padEnd(22)}of glass`,
    ]);
  });

  test('shows some of many, and how many there are', async () => {
    const many = Array.from({ length: 40 }, (_, index) => candidate(`f${String(index).padStart(2, '0')}`));
    const { type, press, screen } = session({ rows: 12, complete: async () => ({ start: 0, end: 1, candidates: many }) });
    await type('f');
    await press('M-?');
    expect(screen()).toBe(['$ f', ...['f00', 'f01', 'f02', 'f03', 'f04', 'f05'].map((name) => `  ${name}`), '40 in all'].join('\n'));
    await press('S-Tab');
    expect(screen()).toBe(['$ f39', ...['f34', 'f35', 'f36', 'f37', 'f38'].map((name) => `  ${name}`), '› f39', '40 of 40'].join('\n'));
  });

  test('keeps within a narrow terminal, and shows no control character', async () => {
    const { type, press, screen } = session({
      columns: 14,
      complete: async () => ({ start: 0, end: 1, candidates: [candidate('a\x1b[31m', '日本語の説明'), candidate('a'.repeat(30))] }),
    });
    await type('a');
    await press('M-?');
    expect(screen()).toBe(['$ a', '  a^[[31m', '  aaaaaaaa'].join('\n'));
  });
});

describe('an answer', () => {
  const later = () => {
    const answers: ((result: CompletionResult) => void)[] = [];
    const one = session({ complete: () => new Promise((answer) => answers.push(answer)) });
    return { ...one, answers };
  };
  const about: CompletionResult = { start: 4, end: 5, candidates: [candidate('about')] };

  test('never blocks the line, and is dropped when the line has changed meanwhile', async () => {
    const { type, press, readline, answers, settled } = later();
    await type('cat a');
    await press('Tab');
    await type('xy');
    expect(readline.text()).toBe('cat axy');
    answers[0]?.(about);
    await settled();
    expect(readline.text()).toBe('cat axy');
  });

  test('is dropped when the line has ended', async () => {
    const { type, press, readline, answers, settled } = later();
    await type('cat a');
    await press('Tab C-c');
    await type('cat a');
    answers[0]?.(about);
    await settled();
    expect(readline.text()).toBe('cat a');
  });

  test('that fails changes nothing', async () => {
    const { type, press, readline, settled } = session({ complete: () => Promise.reject(new Error('no')) });
    await type('cat a');
    await press('Tab');
    await settled();
    expect(readline.text()).toBe('cat a');
  });
});

describe('candidates', () => {
  const named = (...values: string[]) => values.map((value) => candidate(value));
  const values = (found: readonly Candidate[]) => found.map(({ value }) => value).join(' ');

  test.each([
    ['ls', 'lsof ls tls', 'ls lsof'],
    ['LS', 'lsof ls', 'lsof ls'],
    ['tt', 'tiktok test cat', 'tiktok test'],
    ['', 'b a', 'b a'],
    ['zz', 'b a', ''],
    ['.*', 'a.b .*', '.*'],
  ])('for %j among %j are %j', (word, all, expected) => {
    expect(values(matching(word, named(...all.split(' '))))).toBe(expected);
  });

  test.each([
    ['j', 'jobs/ journal', 'jo'],
    ['jo', 'jobs/ journal', 'jo'],
    ['a\\', 'a\\ b a\\$c', 'a\\'],
    ['', 'a\\ b a\\$c', 'a'],
    ['', 'a\\\\b a\\\\c', 'a\\\\'],
    ['e', 'e\u0301a e\u0301b', 'e\u0301'],
    ['', 'ea e\u0301b', ''],
    ['J', 'jobs/ journal', 'jo'],
    ['js', 'jobs projects', 'js'],
  ])('complete %j, of %j, as far as %j', (word, all, expected) => {
    expect(certain(word, named(...all.split(' ')).length === 2 ? named(...all.split(' ')) : named(...all.split(/ (?=a)/)))).toBe(expected);
  });
});
