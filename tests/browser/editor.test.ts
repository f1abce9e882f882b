/** The line editor in the page: input methods, search, menu, and the keys that a browser's user expects. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { log, screen, type } from './page.ts';
import { close, openSite } from './site.ts';

const site = openSite();
const open = async (): Promise<Page> => (await site.open()).page;
const prompt = async (page: Page): Promise<string> => (await screen(page)).filter((row) => row !== '').at(-1) ?? '';

describe('an input method', () => {
  it.each([
    ['Pinyin', ['n', 'ni', 'nih', 'nihao'], '你好'],
    ['a dead key', ['´'], 'é'],
  ])('%s gives its commit once, and nothing before', async (_name, steps, commit) => {
    const page = await open();
    await page.keyboard.type('echo ');
    const client = await page.context().newCDPSession(page);
    for (const text of steps)
      await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await client.send('Input.insertText', { text: commit });
    await expect.poll(() => prompt(page)).toContain(`echo ${commit}`);
    expect(await type(page, '')).toBe(commit);
    await close(page);
  });
});

describe('history', () => {
  it('is searched by Ctrl-R, shown with its match, and run by Enter', async () => {
    const page = await open();
    await type(page, 'echo first needle');
    await type(page, 'echo other');
    await page.keyboard.press('Control+r');
    await page.keyboard.type('need');
    await expect
      .poll(async () => (await screen(page)).join('\n'))
      .toMatch(/\$ echo first needle\s*\n {2}history need +1 of 1\n› echo first needle/);
    expect(await type(page, '')).toBe('first needle');
    await close(page);
  });

  it('expands !! visibly', async () => {
    const page = await open();
    await type(page, 'echo again');
    expect(await type(page, '!!')).toBe('again');
    expect(await log(page)).toMatch(/echo again\nagain\necho again\nagain$/);
    await close(page);
  });
});

describe('the menu', () => {
  it('is steered by arrows, filtered by typing, and left by Escape', async () => {
    const page = await open();
    await page.keyboard.type('ls jobs/t');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await screen(page)).join('\n')).toContain('telkom');
    await page.keyboard.type('ok');
    await expect.poll(async () => (await screen(page)).join('\n')).not.toContain('telkom');
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await screen(page)).join('\n')).toContain('ls jobs/tokopedia-senior');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+u');
    expect(await type(page, 'echo alive')).toBe('alive');
    await close(page);
  });
});

describe('wide and joined characters', () => {
  it('are deleted whole, and the line runs as typed', async () => {
    const page = await open();
    await page.keyboard.insertText('echo 日本👩‍👩‍👧é🇫🇷');
    await expect.poll(() => prompt(page)).toContain('echo 日本');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    expect(await type(page, '')).toBe('日本');
    await close(page);
  });
});

describe('keys of a browser’s user', () => {
  it.each([
    ['Control+Backspace', 'echo one two', 'echo one '],
    ['Meta+Backspace', 'echo one two', ''],
  ])('%s on `%s` leaves `%s`', async (key, before, after) => {
    const page = await open();
    await page.keyboard.type(before);
    await page.keyboard.press(key);
    await page.keyboard.type('#');
    await expect.poll(() => prompt(page)).toMatch(new RegExp(`\\$ ${after}#$`));
    await close(page);
  });
});

describe('a pager', () => {
  it('gives the screen back as it was', async () => {
    const page = await open();
    await type(page, 'echo before');
    const rows = await screen(page);
    await page.keyboard.type('man ls');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await screen(page)).join('\n')).toContain('LS(1)');
    await page.keyboard.press('q');
    const before = rows.slice(0, rows.findLastIndex((row) => row.includes('before')) + 1);
    await expect.poll(async () => (await screen(page)).slice(0, before.length)).toEqual(before);
    await close(page);
  });
});
