import { describe, expect, test } from 'vitest';
import { press } from './editing.ts';
import { historyOf, session } from './terminal.ts';

const history = ['ls jobs', 'cat shopee', 'ls talks', 'grep Go jobs/*', 'ls talks', 'cat grab'];

describe('searching', () => {
  test.each([
    ['|', 'C-r l s', '|ls talks'],
    ['|', 'C-r l s C-r', '|ls jobs'],
    ['|', 'C-r l s C-r C-r', '|ls jobs'],
    ['|', 'C-r l s C-r C-s', '|ls talks'],
    ['|', 'C-r j o b s', 'grep Go |jobs/*'],
    ['|', 'C-r j o b s C-r', 'ls |jobs'],
    ['|', 'C-r j o b s Backspace Backspace Backspace Backspace l s', '|ls talks'],
    ['|', 'C-r s h Backspace', 'ls talk|s'],
    ['|', 'C-s s', '|'],
    ['draft|', 'C-r l s C-g', 'draft|'],
    ['dr|aft', 'C-r z z C-g', 'dr|aft'],
    ['draft|', 'C-r l s Escape', '|ls talks'],
    ['draft|', 'C-r l s Escape x', 'x|ls talks'],
    ['draft|', 'C-r l s C-e', 'ls talks|'],
    ['draft|', 'C-r l s Left', '|ls talks'],
    ['draft|', 'C-r l s M-f', 'ls| talks'],
    ['draft|', 'C-r l s Up', 'grep Go jobs/*|'],
    ['draft|', 'C-r C-g', 'draft|'],
    ['draft|', 'C-r C-r Escape', 'draft|'],
    ['draft|', 'C-r l s Escape C-_', 'draft|'],
    ['|', 'C-r l s z', '|ls talks'],
    ['|', 'C-p C-p C-p C-s s', 'grep Go job|s/*'],
    ['|', 'C-p C-p C-p C-s s C-s', 'l|s talks'],
  ])('from %j by %s is at %j', (before, chords, after) => {
    expect(press(before, chords, history)).toBe(after);
  });

  test('shows the query and the match, and says when there is none', async () => {
    const { press: keys, screen, outcomes } = session({ history: historyOf(history), columns: 60 });
    const head = (text: string, count: string): string => `  ${text}`.padEnd(59 - count.length) + count;
    const seen = (): readonly string[] => screen().split('\n');
    await keys('C-r');
    expect(seen().slice(0, 2)).toEqual(['$', head('history', '5 in all')]);
    await keys('g r');
    expect(seen()).toEqual(['$ cat grab', head('history gr', '1 of 2'), '› cat grab', '  grep Go jobs/*']);
    await keys('C-r');
    expect(seen()).toEqual(['$ grep Go jobs/*', head('history gr', '2 of 2'), '  cat grab', '› grep Go jobs/*']);
    await keys('C-s');
    expect(seen().slice(0, 3)).toEqual(['$ cat grab', head('later in history gr', '1 of 2'), '› cat grab']);
    await keys('C-s');
    expect(seen().slice(0, 2)).toEqual(['$ cat grab', head('nothing in history gr', '2 in all')]);
    await keys('z');
    expect(seen()).toEqual(['$ cat grab', head('nothing in history grz', '0 in all')]);
    await keys('Backspace Escape');
    expect(screen()).toBe('$ cat grab');
    await keys('Enter');
    expect(outcomes).toEqual([{ kind: 'accept', line: 'cat grab' }]);
  });

  test('runs what it found on Enter', async () => {
    const { press: keys, outcomes, screen } = session({ history: historyOf(history) });
    await keys('C-r s h o Enter');
    expect(outcomes).toEqual([{ kind: 'accept', line: 'cat shopee' }]);
    expect(screen()).toBe('$ cat shopee\n$');
  });

  test('ends with Ctrl-C', async () => {
    const { press: keys, outcomes } = session({ history: historyOf(history) });
    await keys('C-r s h C-c');
    expect(outcomes).toEqual([{ kind: 'interrupt' }]);
  });
});
