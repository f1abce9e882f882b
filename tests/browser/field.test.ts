/** The field that a screen reader reads is the line: its text and its caret, at each key, for whoever reads the line. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { log, screen, type } from './page.ts';
import { close, openSite } from './site.ts';

const site = openSite();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } as const;

/** The field's text, with a bar where its caret is. */
const field = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { value, selectionStart } = document.activeElement as HTMLTextAreaElement;
    return `${value.slice(0, selectionStart)}|${value.slice(selectionStart)}`;
  });

describe('at the prompt', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await site.open());
    await type(page, ': earlier');
  });
  afterAll(() => close(page));

  it.each([
    ['abc def', [], 'abc def|'],
    ['abc def', ['Home'], '|abc def'],
    ['abc def', ['Home', 'X'], 'X|abc def'],
    ['abc def', ['Control+ArrowLeft', 'Y', 'z'], 'abc Yz|def'],
    ['abc def', ['ArrowLeft', 'Backspace'], 'abc d|f'],
    ['abc def', ['Control+w', 'Control+a', 'Control+y'], 'def|abc '],
    ['abc', ['ArrowLeft', 'É'], 'abÉ|c'],
    ['', ['ArrowUp'], ': earlier|'],
    ['', ['ArrowUp', 'ArrowDown'], '|'],
    ['whoam', ['Tab'], 'whoami |'],
  ])('`%s` and %j leave %s', async (typed, keys, expected) => {
    await page.keyboard.type(typed);
    for (const key of keys) await page.keyboard.press(key).catch(() => page.keyboard.insertText(key));
    await expect.poll(() => field(page)).toBe(expected);
    for (const key of ['Escape', 'Control+e', 'Control+u']) await page.keyboard.press(key);
    await expect.poll(() => field(page)).toBe('|');
  });

  it('a composition in the middle stays there', async () => {
    const client = await page.context().newCDPSession(page);
    await page.keyboard.type('abc');
    await page.keyboard.press('ArrowLeft');
    for (const text of ['n', 'ni'])
      await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await client.send('Input.insertText', { text: '你' });
    await expect.poll(() => field(page)).toBe('ab你|c');
    await expect.poll(async () => (await screen(page)).join('\n')).toContain('ab你c');
    await page.keyboard.press('Control+e');
    await page.keyboard.press('Control+u');
  });

  it('a paste and an unfinished line are whole', async () => {
    await page.keyboard.type('echo "a');
    await page.keyboard.press('Enter');
    await page.keyboard.type('B"');
    await expect.poll(() => field(page)).toBe('echo "a\nB"|');
    expect(await type(page, '')).toBe('a\nB');
    expect(await field(page)).toBe('|');
  });
});

it.each([
  ['at a desk', {}],
  ['on a phone', phone],
])('%s it holds what a job reads, letter by letter, and nothing after', async (_name, options) => {
  const { page } = await site.open('', options);
  if (options === phone) await page.touchscreen.tap(200, 700);
  await type(page, ':');
  await page.keyboard.type('read -p "Name? " name; echo "<$name>"');
  await page.keyboard.press('Enter');
  // Not the line that was typed, but the question itself.
  await expect.poll(async () => (await screen(page)).join('\n')).toMatch(/^Name\?/m);
  await page.keyboard.type('BobX');
  await expect.poll(() => field(page)).toBe('BobX|');
  await page.keyboard.press('Backspace');
  await expect.poll(() => field(page)).toBe('Bob|');
  await page.keyboard.press('Enter');
  await expect.poll(() => log(page)).toContain('<Bob>');
  await expect.poll(() => field(page)).toBe('|');
  await close(page);
});

it('holds nothing of the keys of a full-screen program', async () => {
  const { page } = await site.open();
  await type(page, ':');
  await page.keyboard.type('man ls');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await screen(page)).join('\n')).toContain('LS(1)');
  await page.keyboard.type('jG');
  await expect.poll(() => field(page)).toBe('|');
  await page.keyboard.type('q');
  await page.keyboard.type('Ab');
  await expect.poll(() => field(page)).toBe('Ab|');
  await close(page);
});
