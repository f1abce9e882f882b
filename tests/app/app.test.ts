/** The interactive shell on a terminal, by its keys and its screen. */
import { describe, expect, it } from 'vitest';
import { openConsole } from './console.ts';

const PROMPT = '~ $ ';

describe('the prompt', () => {
  it('stands below the first screen', async () => {
    const { screen, cursor } = await openConsole();
    expect(screen()[0]).toContain('Ada Example');
    expect(screen().at(-1)).toBe(PROMPT.trimEnd());
    expect(cursor().column).toBe(PROMPT.length);
  });

  it.each([
    [80, 24],
    [40, 20],
    [38, 20],
  ])('is in view on a new terminal of %i×%i', async (columns, rows) => {
    const { screen } = await openConsole(columns, rows);
    expect(screen()[0]).toContain('Ada Example');
    expect(screen().at(-1)).toMatch(/\$$/);
  });

  it('tells the directory', async () => {
    const { line, screen } = await openConsole();
    await line('cd jobs');
    expect(screen().at(-1)).toBe('~/jobs $');
  });

  it('begins on a new row after output without a newline', async () => {
    const { line, screen } = await openConsole();
    await line('printf abc');
    expect(screen().slice(-2)).toEqual(['abc', PROMPT.trimEnd()]);
  });

  it('takes what was typed before there was one, Enter included', async () => {
    const { screen, lastBlock } = await openConsole(80, 24, {}, 'echo early\rpw');
    await expect.poll(() => lastBlock()).toEqual(['echo early', 'early']);
    await expect.poll(() => screen().at(-1)).toContain(`${PROMPT}pw`);
  });
});

describe('a line', () => {
  it('is run, and its output follows it', async () => {
    const { line, screen } = await openConsole();
    await line('echo one two');
    expect(screen().slice(-3)).toEqual([`${PROMPT}echo one two`, 'one two', PROMPT.trimEnd()]);
  });

  it('given up by Ctrl-C runs nothing', async () => {
    const { keys, screen, app } = await openConsole();
    await keys('echo no\x03');
    expect(screen().slice(-2)).toEqual([`${PROMPT}echo no^C`, PROMPT.trimEnd()]);
    expect(app.settings.getState().transcript).toHaveLength(1);
  });

  it('of bad syntax is told where, and can be recalled', async () => {
    const { line, keys, screen, lastBlock } = await openConsole();
    await line('echo )');
    expect(lastBlock().join('\n')).toMatch(/syntax error/);
    expect(lastBlock().join('\n')).toContain('^');
    await keys('\x1b[A');
    expect(screen().at(-1)).toBe(`${PROMPT}echo )`);
  });

  it('that is unfinished goes on at a second prompt', async () => {
    const { keys, line, screen, lastBlock } = await openConsole();
    await keys('for i in 1 2\r');
    expect(screen().at(-1)).toBe('>');
    await keys('do echo $i\r');
    await line('done');
    expect(lastBlock().slice(-2)).toEqual(['1', '2']);
  });

  it('with a wrong name offers the right one, and → takes it', async () => {
    const { line, keys, lastBlock } = await openConsole();
    await line('ehco hi');
    expect(lastBlock().slice(1)).toEqual(['No such command', 'There is no ehco here. Did you mean echo?']);
    await keys('\x1b[C');
    await line('');
    expect(lastBlock()).toEqual(['echo hi', 'hi']);
  });

  it.each([
    ['show me dock', 'Here that is cat dock. Press → to take it.', 'cat dock'],
    ['gti log', 'There is no gti here. Did you mean git?', 'git log'],
    ['skillz', 'There is no skillz here. Did you mean tech?', 'tech'],
    ['cat norhtlight', 'There is no norhtlight here. Did you mean cat northlight?', 'cat northlight'],
    ['salary', 'This résumé names no figure; that is for a conversation. From here you can', 'hire'],
  ])('`%s` is understood, in words and one keystroke away', async (source, words, line) => {
    const console = await openConsole();
    await console.line(source);
    expect(console.lastBlock()).toContain(words);
    expect(console.screen().at(-1)).toMatch(new RegExp(`\\$ ${line}  →$`));
    await console.keys('\x1b[C');
    expect(console.screen().at(-1)).toMatch(new RegExp(`\\$ ${line}$`));
  });

  it.each([
    ['cat zzzzz', 'cat: zzzzz: No such file or directory'],
    ['cat norhtlight 2>&1 | cat', 'cat: norhtlight: No such file or directory'],
  ])('`%s` stays as the program says it', async (source, words) => {
    const console = await openConsole();
    await console.line(source);
    expect(console.lastBlock()).toContain(words);
  });

  it.each([
    ['hi', 'Here that is whoami. Press → to take it.'],
    ['quit', 'Here that is exit. Press → to take it.'],
    ['location', 'Here that is cat about. Press → to take it.'],
    ['availability', 'Here that is hire. Press → to take it.'],
    ['coffee', 'There is no coffee here. help shows what there is, help all all of it.'],
  ])('of a visitor’s own words, `%s`, is answered in a sentence', async (source, told) => {
    const { line, lastBlock } = await openConsole();
    await line(source);
    expect(lastBlock().at(-1)).toBe(told);
  });

  it('named __proto__ or constructor is just unknown', async () => {
    const { line, lastBlock } = await openConsole();
    for (const name of ['__proto__', 'constructor', 'toString']) {
      await line(name);
      expect(lastBlock().slice(1)).toEqual(['No such command', `There is no ${name} here. help shows what there is, help all all of it.`]);
    }
  });

  it('pasted with newlines runs nothing by itself', async () => {
    const { keys, screen, app } = await openConsole();
    await keys('\x1b[200~echo a\necho b\n\x1b[201~');
    expect(app.settings.getState().transcript).toHaveLength(1);
    expect(screen().join('\n')).toContain('echo b');
  });
});

describe('a job', () => {
  it('is stopped by Ctrl-C with 130', async () => {
    const { keys, line, lastBlock } = await openConsole();
    await keys('yes > /dev/null\r');
    await keys('\x03');
    await line('echo $?');
    expect(lastBlock()[1]).toBe('130');
  });

  it.each(['yes | wc -l', 'while true; do :; done', 'cat'])('`%s` is stopped by Ctrl-C too', async (source) => {
    const { keys, line, lastBlock } = await openConsole();
    await keys(`${source}\r`);
    await keys('\x03');
    await line('echo $?');
    expect(lastBlock()[1]).toBe('130');
  });

  it('reads lines from the keyboard, edits them, and ends at Ctrl-D', async () => {
    const { keys, screen, lastBlock } = await openConsole();
    await keys('cat\r');
    await keys('hallo\x7f\x7f\x7fllo\r');
    await keys('\x04');
    await expect.poll(() => screen().slice(-3)).toEqual(['hallo', 'hallo', PROMPT.trimEnd()]);
    expect(lastBlock()).toEqual(['cat', 'hallo', 'hallo']);
  });

  it('reads a paste line by line', async () => {
    const { keys, lastBlock } = await openConsole();
    await keys('cat\r');
    await keys('\x1b[200~one\ntwo\n\x1b[201~');
    await keys('\x04');
    await expect.poll(() => lastBlock()).toEqual(['cat', 'one', 'one', 'two', 'two']);
  });

  it('leaves what was typed meanwhile to the next prompt', async () => {
    const { keys, screen } = await openConsole();
    await keys('sleep 1\recho next');
    await expect.poll(() => screen().at(-1)).toBe(`${PROMPT}echo next`);
  });

  it('cannot leave the terminal in another state', async () => {
    const { line, screen, lastBlock } = await openConsole();
    await line(String.raw`printf '\033[?25l\033]0;title\007\033[31mred\n'`);
    expect(lastBlock()[1]).toBe('^[[?25l^[]0;title^G^[[31mred');
    await line('echo after');
    expect(screen().slice(-2)[0]).toBe('after');
  });

  it('in the background prints above the line being typed', async () => {
    const { keys, screen } = await openConsole();
    await keys('(sleep 1; echo late) &\r');
    await keys('echo dra');
    await keys('ft');
    expect(screen().join('\n')).toContain('late');
    expect(screen().at(-1)).toBe(`${PROMPT}echo draft`);
  });
});

describe('a background job', () => {
  it('that has ended is told at the next prompt', async () => {
    const { line, screen } = await openConsole();
    await line('sleep 1 &');
    await line('echo next');
    await expect.poll(() => screen().join('\n')).toMatch(/\[1\]\+ {2}Done {20}sleep 1/);
  });
});

describe('a resize', () => {
  it('keeps the line, and runs nothing', async () => {
    const { keys, resize, screen, app } = await openConsole();
    await keys('echo a long line that has to wrap when the window is narrow');
    await resize(30, 20);
    await resize(80, 24);
    expect(screen().at(-1)).toBe(`${PROMPT}echo a long line that has to wrap when the window is narrow`);
    expect(app.settings.getState().transcript).toHaveLength(1);
  });
});

describe('Tab', () => {
  it('is the terminal’s only while there is something to complete', async () => {
    const { keys, app } = await openConsole();
    expect(app.editor.wantsTab(false)).toBe(false);
    await keys('ec');
    expect(app.editor.wantsTab(false)).toBe(true);
    await keys('\x1b');
    expect(app.editor.wantsTab(false)).toBe(false);
    expect(app.editor.wantsTab(true)).toBe(false);
  });

  it.each([
    ['cat nor', 'cat northlight '],
    ['cat jobs/south', 'cat jobs/southlight-'],
    ['ls ed', 'ls education/'],
    ['cat "jobs/nor', 'cat "jobs/northlight" '],
    ['echo $HOM', 'echo $HOME '],
    ['ls jobs | sor', 'ls jobs | sort '],
    ['ls --rev', 'ls --reverse '],
    ['cd jo', 'cd jobs/'],
    ['cat < abo', 'cat < about '],
    ['sudo finge', 'sudo finger '],
  ])('after `%s` makes `%s`', async (typed, completed) => {
    const { keys, screen, cursor } = await openConsole();
    await keys(`${typed}\t`);
    await expect.poll(() => cursor().column).toBe(PROMPT.length + completed.length);
    expect(screen().at(-1)?.slice(PROMPT.length)).toContain(completed.trimEnd());
  });

  it('twice opens a menu with descriptions', async () => {
    const { keys, screen } = await openConsole();
    await keys('cat jobs/\t');
    await keys('\t');
    await expect.poll(() => screen().join('\n')).toContain('Keeper of Lamps');
  });
});
