import { describe, expect, test } from 'vitest';
import { press } from './editing.ts';

describe('a motion', () => {
  test.each([
    ['one two|', 'C-a', '|one two'],
    ['one two|', 'Home', '|one two'],
    ['|one two', 'C-e', 'one two|'],
    ['|one two', 'End', 'one two|'],
    ['o|ne', 'C-f', 'on|e'],
    ['o|ne', 'Right', 'on|e'],
    ['one|', 'C-f', 'one|'],
    ['on|e', 'C-b', 'o|ne'],
    ['on|e', 'Left', 'o|ne'],
    ['|one', 'C-b', '|one'],
    ['|one two', 'M-f', 'one| two'],
    ['|one two', 'M-F', 'one| two'],
    ['one| two', 'M-f', 'one two|'],
    ['|--one', 'M-f', '--one|'],
    ['|one-two', 'C-Right', 'one|-two'],
    ['|one-two', 'M-Right', 'one|-two'],
    ['|naïve café', 'M-f', 'naïve| café'],
    ['one two|', 'M-b', 'one |two'],
    ['one two--|', 'M-b', 'one |two--'],
    ['one two|', 'C-Left', 'one |two'],
    ['one two|', 'M-Left', 'one |two'],
    ['|', 'M-b', '|'],
    ['one two|', 'C-Home', '|one two'],
    ['|one two', 'C-End', 'one two|'],
    ['日本|語', 'C-b', '日|本語'],
    ['e\u0301|', 'C-b', '|e\u0301'],
    ['|👨\u200d👩\u200d👧x', 'C-f', '👨\u200d👩\u200d👧|x'],
    ['🇮🇩🇬🇧|', 'Left', '🇮🇩|🇬🇧'],
    ['של|ום', 'Left', 'ש|לום'],
  ])('on %j by %s leads to %j', (before, chords, after) => {
    expect(press(before, chords)).toBe(after);
  });

  test.each([
    ['|one two', 'M-3 C-f', 'one| two'],
    ['|one two', 'M-1 0 C-f', 'one two|'],
    ['one two|', 'M-2 M-b', '|one two'],
    ['one| two', 'M-- C-f', 'on|e two'],
    ['one| two', 'M-- 2 C-f', 'o|ne two'],
    ['one| two', 'M-- C-b', 'one |two'],
    ['|one two', 'M-- M-- C-f', 'o|ne two'],
    ['|one', 'M-9 9 9 9 9 9 9 C-f', 'one|'],
    ['|one', 'M-3 C-g C-f', 'o|ne'],
  ])('on %j with a numeric argument, %s, leads to %j', (before, chords, after) => {
    expect(press(before, chords)).toBe(after);
  });

  test.each([
    ['one\ntw|o', 'C-a', 'one\n|two'],
    ['o|ne\ntwo', 'C-e', 'one|\ntwo'],
    ['one\n|two', 'C-b', 'one|\ntwo'],
    ['one\ntw|o', 'C-Home', '|one\ntwo'],
    ['o|ne\ntwo', 'C-End', 'one\ntwo|'],
    ['one\ntw|o', 'Up', 'on|e\ntwo'],
    ['on|e\ntwo', 'Down', 'one\ntw|o'],
    ['one\nx\ntwo|', 'Up Up', 'one|\nx\ntwo'],
    ['日本\nx|y', 'Up', '|日本\nxy'],
    ['日本\nxy|', 'Up', '日|本\nxy'],
  ])('over several lines, on %j by %s leads to %j', (before, chords, after) => {
    expect(press(before, chords)).toBe(after);
  });

  test.each([
    ['|one two one', 'C-] o', 'one tw|o one'],
    ['|one two one', 'M-2 C-] o', 'one two |one'],
    ['|one two', 'C-] x', '|one two'],
    ['one two|', 'C-M-] o', 'one tw|o'],
    ['one two|', 'M-- C-] n', 'o|ne two'],
    ['|one two', 'C-] Enter', '|one two'],
  ])('on %j to a character, %s, leads to %j', (before, chords, after) => {
    expect(press(before, chords)).toBe(after);
  });

  test.each([
    ['one| two', 'C-Space C-e C-x C-x', 'one| two'],
    ['one| two', 'C-Space C-e C-x C-x C-x C-x', 'one two|'],
    ['one two|', 'C-Space C-u C-x C-x', '|'],
  ])('on %j to the mark, %s, leads to %j', (before, chords, after) => {
    expect(press(before, chords)).toBe(after);
  });
});
