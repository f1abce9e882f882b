import { describe, expect, test } from 'vitest';
import { isWorthKeeping } from '../../src/readline/port.ts';
import { press } from './editing.ts';

const history = ['ls jobs', 'cat one two', 'ls talks', 'git log', 'git log'];

describe('history', () => {
  test.each([
    ['|', 'Up', 'git log|'],
    ['|', 'Up Up', 'ls talks|'],
    ['|', 'Up Up Up Up Up Up', 'ls jobs|'],
    ['|', 'C-p C-p', 'git log|'],
    ['|', 'C-p C-p C-p', 'ls talks|'],
    ['|', 'M-2 C-p', 'git log|'],
    ['draft|', 'C-p C-n', 'draft|'],
    ['draft|', 'M-< M->', 'draft|'],
    ['dr|aft', 'M-<', 'ls jobs|'],
    ['dr|aft', 'M->', 'dr|aft'],
    ['draft|', 'Down', 'draft|'],
    ['draft|', 'C-p C-p x C-n C-n', 'draft|'],
    ['draft|', 'C-p C-p x C-n C-p', 'git logx|'],
    ['ls|', 'Up', 'ls talks|'],
    ['ls|', 'Up Up', 'ls jobs|'],
    ['ls|', 'Up Up Up', 'ls jobs|'],
    ['ls|', 'Up Up Down', 'ls talks|'],
    ['ls|', 'Up Up Down Down', 'ls|'],
    ['ls|', 'Up Left Up', 'ls jobs|'],
    ['ls|', 'C-p', 'git log|'],
    ['l|s', 'Up Up', 'ls jobs|'],
    ['|ls', 'Up', 'git log|'],
    ['nothing|', 'Up', 'nothing|'],
    ['ls|', 'M-p M-p', 'ls jobs|'],
    ['ls|', 'M-p M-n', 'ls|'],
    ['ls|', 'Up C-_', 'ls|'],
    ['draft|', 'Up Up', 'draft|'],
    ['one\ntwo|', 'Up', 'one|\ntwo'],
    ['l|\ntwo', 'Up', 'ls talks|'],
  ])('from %j by %s is at %j', (before, chords, after) => {
    expect(press(before, chords, history)).toBe(after);
  });

  test('keeps the lines of an entry together', () => {
    expect(press('|', 'Up', ['for i in 1 2\ndo echo $i\ndone'])).toBe('for i in 1 2\ndo echo $i\ndone|');
    expect(press('|', 'Up Up Up Up', ['first', 'one\ntwo\nthree'])).toBe('first|');
    expect(press('draft|', 'Up Down', ['one\ntwo\nthree'])).toBe('draft|');
  });

  test.each([
    ['|', 'M-.', 'log|'],
    ['cat |', 'M-. M-. M-.', 'cat talks|'],
    ['cat |', 'M-. M-. M-. M-. M-. M-. M-.', 'cat jobs|'],
    ['cat |', 'M-. x M-.', 'cat logxlog|'],
    ['a|b', 'M-_', 'alog|b'],
    ['|', 'M-0 M-.', 'git|'],
    ['|', 'C-p C-p C-p C-k M-.', 'ls talkstwo|'],
    ['|', 'C-M-y', 'log|'],
    ['|', 'M-0 C-M-y', 'git|'],
    ['|', 'M-. M-. C-_', '|'],
  ])('lends its arguments: %j by %s is %j', (before, chords, after) => {
    expect(press(before, chords, history)).toBe(after);
  });

  test('of nothing gives nothing', () => {
    expect(press('a|', 'Up Down C-p C-n M-< M-> M-. C-M-y', [])).toBe('a|');
  });
});

describe('an entry', () => {
  test.each([
    ['ls', 'cat', true],
    ['ls', undefined, true],
    ['ls', 'ls', false],
    [' ls', 'cat', false],
    ['', 'cat', false],
    ['\tls', 'cat', false],
  ])('for %j after %j: %s', (line, newest, kept) => {
    expect(isWorthKeeping(line, newest)).toBe(kept);
  });
});
