import { describe, expect, test } from 'vitest';
import { LINE_LIMIT } from '../../src/readline/state.ts';
import { press, services, shown, stateOf, stepped } from './editing.ts';

const paste = (line: string, text: string) => stepped(stateOf(line), { chord: 'Paste', text }, services());

describe('a change', () => {
  test.each([
    ['a|c', 'b', 'ab|c'],
    ['|', '日 é 🙂', '日é🙂|'],
    ['|', 'M-3 x', 'xxx|'],
    ['|', 'M-1 2 -', '------------|'],
    ['ab|c', 'Backspace', 'a|c'],
    ['ab|c', 'C-h', 'a|c'],
    ['|abc', 'Backspace', '|abc'],
    ['a👨\u200d👩\u200d👧|', 'Backspace', 'a|'],
    ['e\u0301|', 'Backspace', '|'],
    ['🇮🇩🇬🇧|', 'Backspace', '🇮🇩|'],
    ['|👍🏽x', 'Delete', '|x'],
    ['a|bc', 'C-d', 'a|c'],
    ['abc|', 'Delete', 'abc|'],
    ['a  | b', 'M-\\', 'a|b'],
    ['ab|', 'C-t', 'ba|'],
    ['ab|c', 'C-t', 'acb|'],
    ['|ab', 'C-t', '|ab'],
    ['a|', 'C-t', 'a|'],
    ['a|bcd', 'M-2 C-t', 'bca|d'],
    ['日本|', 'C-t', '本日|'],
    ['one two|', 'M-t', 'two one|'],
    ['one| two three', 'M-t', 'two one| three'],
    ['o|ne two', 'M-t', 'o|ne two'],
    ['one, t|wo', 'M-t', 'two, one|'],
    ['one|', 'M-t', 'one|'],
    ['|one two', 'M-u', 'ONE| two'],
    ['ON|E Two', 'M-l', 'ONe| Two'],
    ['|one two', 'M-c', 'One| two'],
    ['|one tWO', 'M-2 M-c', 'One Two|'],
    ['one two|', 'M-- M-u', 'one TWO|'],
    ['|\u00e9t\u00e9', 'M-c', '\u00c9t\u00e9|'],
    ['|', 'C-v C-a', '\x01|'],
    ['|', 'C-q Tab', '\t|'],
    ['|', 'C-v Escape', '\x1b|'],
    ['|', 'C-v Enter', '\n|'],
    ['|', 'C-v x', 'x|'],
    ['a|', 'C-v Left', 'a|'],
    ['a|b', 'M-Enter', 'a\n|b'],
    ['a|b', 'S-Enter', 'a\n|b'],
    ['ab|', 'M-#', '#|ab'],
  ])('of %j by %s gives %j', (before, chords, after) => {
    expect(press(before, chords)).toBe(after);
  });

  test.each([
    ['|', 'a b c C-_', '|'],
    ['|', 'a b C-b c C-_', 'a|b'],
    ['|', 'a b C-b c C-_ C-_', '|'],
    ['one two|', 'C-w C-_', 'one two|'],
    ['one two|', 'C-w C-x C-u', 'one two|'],
    ['one two|', 'C-w Backspace x M-r', 'one two|'],
    ['one two|', 'C-w C-_ C-y', 'one twotwo|'],
    ['|', `${'a '.repeat(21)}C-_`, `${'a'.repeat(20)}|`],
    ['|', 'C-_', '|'],
    ['one|', 'M-r', 'one|'],
  ])('of %j is undone: %s gives %j', (before, chords, after) => {
    expect(press(before, chords)).toBe(after);
  });

  test('of an unknown key, alone or in a sequence, is none', () => {
    expect(press('a|b', 'F5 C-x x C-x F1 C-M-q S-Left Insert')).toBe('a|b');
  });
});

describe('a paste', () => {
  test.each([
    ['a|d', 'bc', 'abc|d'],
    ['|', 'one\ntwo', 'one\ntwo|'],
    ['|', 'one\r\ntwo\r', 'one\ntwo|'],
    ['|', 'one\n', 'one|'],
    ['|', '\x1b[31mred\x07', '^[[31mred^G|'],
    ['|', 'a\u202eb', 'a<U+202E>b|'],
    ['|', '\u009b31m', '<9B>31m|'],
    ['|', '👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧|'],
  ])('into %j of %j gives %j', (before, text, after) => {
    expect(shown(paste(before, text))).toBe(after);
  });

  test('runs nothing', () => {
    expect(paste('|', 'one\ntwo\n').effect).toBeUndefined();
  });

  test('of a megabyte keeps what a line holds, and says so', () => {
    const state = paste('ab|cd', 'x'.repeat(1_000_000));
    expect(state.text).toBe(`ab${'x'.repeat(LINE_LIMIT - 4)}cd`);
    expect(state.message).toBe('A line holds at most 4096 characters.');
  });

  test('is not cut within a grapheme', () => {
    const state = paste('|', `${'x'.repeat(LINE_LIMIT - 3)}👨\u200d👩\u200d👧`);
    expect(state.text).toBe('x'.repeat(LINE_LIMIT - 3));
  });

  test('is undone as a whole', () => {
    expect(shown(stepped(paste('a|', 'bcd'), { chord: 'C-_', text: '' }, services()))).toBe('a|');
  });
});

describe('a full line', () => {
  test('takes no more, by whatever key', () => {
    const full = `${'x'.repeat(LINE_LIMIT - 1)}y|`;
    for (const chords of ['z', 'M-Enter', 'C-w C-y C-y', 'M-9 z', 'C-v C-a', 'M-#'])
      expect(press(full, chords).length).toBeLessThanOrEqual(LINE_LIMIT + 1);
  });
});
