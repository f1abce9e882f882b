import { describe, expect, test } from 'vitest';
import { LINE_LIMIT } from '../../src/readline/state.ts';
import { line } from '../../src/term/style.ts';
import { keys, typed } from './editing.ts';
import { historyOf, rowsOf, type Session, session } from './terminal.ts';

const cursor = ({ terminal }: Session): readonly [number, number] => [
  terminal.buffer.active.baseY + terminal.buffer.active.cursorY,
  terminal.buffer.active.cursorX,
];

describe('a line', () => {
  test('is typed, edited and accepted, and the next prompt stands below it', async () => {
    const one = session();
    await one.type('ls jbos');
    await one.press('C-b C-b C-t Enter');
    expect(one.outcomes).toEqual([{ kind: 'accept', line: 'ls jobs' }]);
    expect(one.screen()).toBe('$ ls jobs\n$');
    expect(cursor(one)).toEqual([1, 2]);
  });

  test('given up by Ctrl-C stays to be seen, and is not remembered', async () => {
    const history = historyOf();
    const one = session({ history });
    await one.type('sleep 5');
    await one.press('C-a C-c');
    expect(one.outcomes).toEqual([{ kind: 'interrupt' }]);
    expect(one.screen()).toBe('$ sleep 5^C\n$');
    expect(history.lines).toEqual([]);
  });

  test('ends the shell by Ctrl-D only while it is empty', async () => {
    const { type, press, outcomes } = session();
    await type('a');
    await press('Left C-d C-d');
    expect(outcomes).toEqual([{ kind: 'eof' }]);
  });

  test('is remembered, but not twice in a row, not empty, and not behind a blank', async () => {
    const history = historyOf();
    const { type, press } = session({ history });
    for (const text of ['ls', 'ls', '', ' secret', 'pwd', 'ls']) {
      await type(text);
      await press('Enter');
    }
    expect(history.lines).toEqual(['ls', 'pwd', 'ls']);
  });

  test('keeps the kill ring for the next line', async () => {
    const { type, press, readline } = session();
    await type('one two');
    await press('C-w Enter C-y');
    expect(readline.text()).toBe('two');
  });

  test('keys behind the one that ended it are given back', () => {
    const { readline, outcomes } = session();
    const rest = readline.feed([...typed('ls'), ...keys('Enter'), ...typed('cat')]);
    expect(outcomes).toHaveLength(1);
    expect(rest.map(({ text }) => text).join('')).toBe('cat');
  });

  test('takes as many keys as come, in one write', async () => {
    const { readline, writes, settled, screen } = session();
    const before = writes.length;
    readline.feed(typed('echo hello'));
    expect(writes.length - before).toBe(1);
    readline.feed(keys('Left'));
    expect(writes.length - before).toBe(2);
    readline.feed(keys('C-g'));
    expect(writes.length - before).toBe(2);
    await settled();
    expect(screen()).toBe('$ echo hello');
  });

  test('costs one short write a key', async () => {
    const { type, writes } = session();
    await type('echo hell');
    await type('o');
    expect(writes.at(-1)).toBe('o');
  });

  test('says that it is full', async () => {
    const { readline, press, screen } = session({ rows: 200 });
    readline.setText('x'.repeat(LINE_LIMIT));
    await press('y');
    expect(screen().endsWith('\nA line holds at most 4096 characters.')).toBe(true);
    await press('Backspace');
    expect(screen().endsWith('x')).toBe(true);
  });

  test('shows control characters and never sends them', async () => {
    const { press, screen, readline, writes } = session();
    await press('C-v Escape C-v C-g C-v Tab x');
    expect(readline.text()).toBe('\x1b\x07\tx');
    expect(screen()).toBe('$ ^[^G    x');
    expect(writes.join('')).not.toMatch(/\x07|\x1b[^[]/);
  });

  test('ends on the last row of the screen without a gap', async () => {
    const one = session({ rows: 3 });
    for (const text of ['a', 'b', 'c', 'd']) {
      await one.type(text);
      await one.press('Enter');
    }
    expect(one.screen()).toBe('$ a\n$ b\n$ c\n$ d\n$');
  });

  test('that fills its row exactly leaves no empty row behind', async () => {
    const one = session({ columns: 10 });
    await one.type('12345678');
    expect(cursor(one)).toEqual([1, 0]);
    await one.press('Enter');
    expect(one.screen()).toBe('$ 12345678\n$');
  });

  test('can be copied as one line though it is wrapped', async () => {
    const { type, press, terminal } = session({ columns: 10 });
    await type('one two three four');
    await press('C-a M-d C-y C-e C-w C-y Enter');
    const wrapped = [0, 1, 2].map((row) => terminal.buffer.active.getLine(row)?.isWrapped);
    expect(wrapped).toEqual([false, true, false]);
  });
});

describe('several lines', () => {
  const isComplete = (text: string) => !text.includes('; do') || text.includes('done');

  test('are asked for while the text is unfinished, and are one entry', async () => {
    const history = historyOf();
    const { type, press, screen, outcomes } = session({ history, isComplete });
    await type('while true; do');
    await press('Left Enter');
    await type('ls');
    await press('Enter');
    await type('done');
    expect(screen()).toBe('$ while true; do\n> ls\n> done');
    await press('Enter');
    expect(outcomes).toEqual([{ kind: 'accept', line: 'while true; do\nls\ndone' }]);
    expect(history.lines).toEqual(['while true; do\nls\ndone']);
    await press('Up Up C-e x');
    expect(screen()).toBe('$ while true; do\n> ls\n> done\n$ while true; do\n> lsx\n> done');
  });

  test('of a paste are shown, and run only by Enter', async () => {
    const { readline, press, screen, outcomes, settled } = session();
    readline.feed([{ chord: 'Paste', text: 'ls\r\npwd\r\n' }]);
    await settled();
    expect(screen()).toBe('$ ls\n> pwd');
    expect(outcomes).toEqual([]);
    await press('Enter');
    expect(outcomes).toEqual([{ kind: 'accept', line: 'ls\npwd' }]);
  });

  test('higher than the screen keep the cursor in view, and are whole in the scrollback', async () => {
    const one = session({ rows: 4 });
    const text = Array.from({ length: 9 }, (_, index) => `line ${index}`).join('\n');
    one.readline.setText(text);
    await one.settled();
    expect(one.screen()).toBe('> line 5\n> line 6\n> line 7\n> line 8');
    await one.press('C-Home');
    expect(one.screen()).toBe('$ line 0\n> line 1\n> line 2\n> line 3');
    expect(cursor(one)).toEqual([0, 2]);
    await one.press('Enter');
    expect(one.screen()).toBe(`$ ${text.replaceAll('\n', '\n> ')}\n$`);
  });
});

describe('the ghost hint', () => {
  const history = historyOf(['cat shopee', 'ls -l jobs/tiktok', 'cat tiktok']);
  const look = ({ terminal }: Session, column: number) => terminal.buffer.active.getLine(0)?.getCell(column)?.getFgColor();

  test.each([
    ['c', 'Right', 'cat tiktok|'],
    ['c', 'C-f', 'cat tiktok|'],
    ['c', 'End', 'cat tiktok|'],
    ['c', 'C-e', 'cat tiktok|'],
    ['ls', 'M-f', 'ls -l|'],
    ['ls', 'M-Right M-Right', 'ls -l jobs|'],
    ['ls', 'C-Right C-Right C-Right C-Right', 'ls -l jobs/tiktok|'],
    ['cat s', 'Right', 'cat shopee|'],
    ['cat x', 'Right', 'cat x|'],
    ['ls', 'Left Right', 'ls|'],
    ['ls', 'Left Right Right', 'ls -l jobs/tiktok|'],
    ['c', 'Right C-_', 'c|'],
    ['c', 'Enter', '|'],
  ])('behind %j, then %s: %j', async (text, chords, after) => {
    const { type, press, readline } = session({ history: { entries: history.entries, add: () => {} } });
    await type(text);
    await press(chords);
    const cursorAt = readline.cursor();
    expect(`${readline.text().slice(0, cursorAt)}|${readline.text().slice(cursorAt)}`).toBe(after);
  });

  test('is dim, adds no row, and does not stay behind', async () => {
    const one = session({ history: historyOf(['echo one two three four five six seven eight']) });
    await one.type('echo');
    expect(one.screen()).toBe('$ echo one two three four five six seve');
    expect([look(one, 3), look(one, 8)]).toEqual([look(one, 3), 8]);
    await one.press('Enter');
    expect(one.screen()).toBe('$ echo\n$');
  });

  test('comes from elsewhere where history has none', async () => {
    const { type, press, screen, readline } = session({ hint: (text) => (text === 'who' ? 'whoami' : undefined) });
    await type('who');
    expect(screen()).toBe('$ whoami');
    await press('End');
    expect(readline.text()).toBe('whoami');
  });

  test('an aside stands at the right of the empty line, and goes with the first key', async () => {
    const { screen, type, settled } = session({ aside: 'exit 1' });
    await settled();
    expect(screen()).toMatch(/^\$ {2,}exit 1$/);
    await type('x');
    expect(screen()).toBe('$ x');
  });

  test('on the empty line is what the visitor may have meant', async () => {
    const { screen, press, type, readline, settled } = session({ suggestion: 'ls jobs' });
    await settled();
    expect(screen()).toBe('$ ls jobs  →');
    await type('x');
    expect(screen()).toBe('$ x');
    await press('Backspace Right');
    expect(readline.text()).toBe('ls jobs');
  });
});

describe('looks', () => {
  const highlight = (text: string) => [{ text: text.slice(0, 2), style: { role: 'command' as const } }, { text: text.slice(2) }];

  test('are those of the highlighter', async () => {
    const { type, terminal } = session({ highlight });
    await type('ls x');
    const colours = [2, 3, 5].map((column) => terminal.buffer.active.getLine(0)?.getCell(column)?.getFgColor());
    expect(colours).toEqual([-1, -1, -1]);
  });

  test('that do not give the text back are left out', async () => {
    const { type, screen } = session({ highlight: () => line('something else') });
    await type('ls');
    expect(screen()).toBe('$ ls');
  });

  test('are asked for anew on refresh', async () => {
    let role: 'good' | 'bad' = 'bad';
    const { type, readline, terminal, settled } = session({ highlight: (text) => line(text, { role }) });
    await type('ls');
    role = 'good';
    readline.refresh();
    await settled();
    expect(terminal.buffer.active.getLine(0)?.getCell(2)?.getFgColor()).toBe(2);
  });
});

describe('history events', () => {
  test('expand visibly and run', async () => {
    const { type, press, screen, outcomes } = session({ history: historyOf(['cat one two']) });
    await type('ls !$');
    await press('Enter');
    expect(screen()).toBe('$ ls two\n$');
    expect(outcomes).toEqual([{ kind: 'accept', line: 'ls two' }]);
  });

  test('that are not there are named, and the line stays', async () => {
    const { type, press, screen, outcomes } = session();
    await type('echo !nope');
    await press('Enter');
    expect(screen()).toBe('$ echo !nope\n!nope: event not found');
    expect(outcomes).toEqual([]);
    await press('Backspace');
    expect(screen()).toBe('$ echo !nop');
  });
});

describe('what is not editing', () => {
  test('Page keys scroll', async () => {
    const { press, scrolled } = session();
    await press('PageUp S-PageUp PageDown M-3 PageUp');
    expect(scrolled).toEqual([-1, -1, 1, -3]);
  });

  test('Ctrl-L clears the screen and keeps the line', async () => {
    const one = session();
    await one.type('ls');
    await one.press('Enter');
    await one.type('pwd');
    await one.press('Left C-l');
    expect(one.screen()).toBe('$ pwd');
    expect(cursor(one)).toEqual([0, 4]);
  });

  test('a numeric argument is shown while it is typed', async () => {
    const { press, screen } = session();
    await press('M-1 2');
    expect(screen()).toBe('(arg: 12)');
    await press('x');
    expect(screen()).toBe('$ xxxxxxxxxxxx');
  });
});

describe('Tab', () => {
  const wants = async (chords: string, prefill = ''): Promise<boolean> => {
    const { press, readline } = session({ prefill });
    await press(chords);
    return readline.wantsTab();
  };

  test.each([
    ['', '', false],
    ['', 'l s', true],
    ['', 'l s Escape', false],
    ['', 'l s Escape a', true],
    ['', 'l s Escape Escape', false],
    ['', 'l s C-u', false],
    ['ls', '', true],
    ['', 'C-r', true],
  ])('on %j after %j is for the editor: %s', async (prefill, chords, expected) => {
    expect(await wants(chords, prefill)).toBe(expected);
  });
});

describe('the owner', () => {
  test('may begin with text already typed', async () => {
    const one = session({ prefill: 'cat \x1b[31m' });
    await one.settled();
    expect(one.screen()).toBe('$ cat ^[[31m');
    expect(one.readline.text()).toBe('cat ^[[31m');
  });

  test('may replace the text, and set the cursor', async () => {
    const one = session();
    await one.type('ls');
    one.readline.setText('cat\u202e tiktok', 3);
    await one.settled();
    expect(one.screen()).toBe('$ cat<U+202E> tiktok');
    expect(one.readline.cursor()).toBe(3);
    await one.press('C-_');
    expect(one.readline.text()).toBe('ls');
  });

  test('may print above the line', async () => {
    const one = session();
    await one.type('ls');
    await one.press('Left');
    one.readline.hide();
    one.terminal.write('[1] done\r\n');
    one.readline.show();
    await one.settled();
    expect(rowsOf(one.terminal)).toEqual(['[1] done', '$ ls']);
    expect(cursor(one)).toEqual([1, 3]);
  });
});

describe('the keys that load later', () => {
  test('may come first, and what follows them waits its turn', async () => {
    const { readline, settled, screen, outcomes } = session({ history: historyOf(['ls jobs', 'cat tiktok']), columns: 60 });
    expect(readline.feed([...keys('C-r'), ...typed('ls'), ...keys('Enter'), ...typed('pwd')])).toEqual([]);
    readline.feed(typed(' -P'));
    expect(readline.text()).toBe('');
    await settled();
    await settled();
    expect(outcomes).toEqual([{ kind: 'accept', line: 'ls jobs' }]);
    expect(screen()).toBe('$ ls jobs\n$ pwd -P');
  });

  test('do not keep the usual ones waiting', () => {
    const { readline } = session();
    readline.feed([...typed('ls  jobs'), ...keys('C-a C-f C-f Delete C-e C-w')]);
    expect(readline.text()).toBe('ls ');
  });
});
