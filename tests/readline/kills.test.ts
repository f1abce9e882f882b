import { describe, expect, test } from 'vitest';
import { press } from './editing.ts';

describe('a kill', () => {
  test.each([
    ['one |two', 'C-k', 'one |'],
    ['one |two', 'C-u', '|two'],
    ['one two|', 'C-w', 'one |'],
    ['a /usr/bin  |', 'C-w', 'a |'],
    ['one |two three', 'M-d', 'one | three'],
    ['one| two three', 'C-Delete', 'one| three'],
    ['one |two', 'M-Delete', 'one |'],
    ['one two|', 'M-Backspace', 'one |'],
    ['/usr/bin|', 'C-Backspace', '/usr/|'],
    ['/usr/bin|', 'C-M-h', '/usr/|'],
    ['|one two three', 'M-2 M-d', '| three'],
    ['one two| three', 'M-- M-d', 'one | three'],
    ['one| two', 'M-- C-k', '| two'],
    ['o|ne\ntwo', 'C-k', 'o|\ntwo'],
    ['o|ne\ntwo', 'C-k C-k', 'o|two'],
    ['one\ntw|o', 'C-u', 'one\n|o'],
    ['one\ntw|o', 'C-u C-u', 'one|o'],
    ['日本🙂|', 'C-w', '|'],
    ['one|', 'C-k', 'one|'],
  ])('on %j by %s leaves %j', (before, chords, after) => {
    expect(press(before, chords)).toBe(after);
  });

  test.each([
    ['one |two', 'C-k C-y', 'one two|'],
    ['one |two', 'C-k C-y C-y', 'one twotwo|'],
    ['one two three|', 'C-w C-w C-y', 'one two three|'],
    ['|one two three', 'M-d M-d C-y', 'one two| three'],
    ['one |two', 'C-u C-k C-y', 'one two|'],
    ['one two|', 'C-w C-a C-k C-y', 'one |'],
    ['one two|', 'C-w C-a C-k C-y M-y', 'two|'],
    ['one two|', 'C-w C-a C-k C-y M-y M-y', 'one |'],
    ['one two|', 'C-w C-a C-k C-y M-y Space C-y', 'two two|'],
    ['one two|', 'C-w C-b C-y', 'onetwo| '],
    ['one two|', 'C-w M-y', 'one |'],
    ['one two three|', 'C-w C-k C-w C-y', 'one two three|'],
    ['one two|', 'C-w C-a C-k C-y C-k M-y', 'one |'],
    ['|', 'C-y', '|'],
    ['|', 'C-y M-y', '|'],
    ['one two|', 'C-w C-y C-x C-x', 'one |two'],
    ['|abc', 'M-2 Delete C-y', 'ab|c'],
    ['abc|', 'M-2 Backspace C-y', 'abc|'],
  ])('on %j is yanked again: %s gives %j', (before, chords, after) => {
    expect(press(before, chords)).toBe(after);
  });

  test('is forgotten when ten newer ones have come', () => {
    const kill = (letter: string) => `${letter} C-u`;
    const letters = 'abcdefghijk'.split('');
    expect(press('|', `${letters.map(kill).join(' ')} C-y${' M-y'.repeat(9)}`)).toBe('b|');
    expect(press('|', `${letters.map(kill).join(' ')} C-y${' M-y'.repeat(10)}`)).toBe('k|');
  });
});
