/** It fits: narrow and low windows, large text, other spacing (WCAG 1.4.4, 1.4.10, 1.4.12, 2.5.8). */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { screen, type } from './page.ts';
import { close, openSite } from './site.ts';

const site = openSite();

/** Lines whose words must stay whole. */
const lines = ['cat grab', 'cat tokopedia-senior', 'whoami', 'help', 'help access', 'contact', 'tech'];

const words = (rows: readonly string[]): readonly string[] =>
  rows.flatMap((row) => row.split(/[\s│]+/)).filter((word) => word !== '' && !word.endsWith('…'));

/** The rows that a line prints in a window so wide and very high. */
const printed = async (width: number, line: string): Promise<{ readonly columns: number; readonly rows: readonly string[] }> => {
  const { page } = await site.open('', { viewport: { width, height: 3000 } });
  const columns = await page.evaluate(() => {
    const width = (selector: string): number => (document.querySelector(selector) as HTMLElement).getBoundingClientRect().width;
    return Math.round(width('.xterm-rows') / width('.xterm-cursor'));
  });
  // The line itself, which wraps as it is typed, goes with the screen.
  await page.keyboard.insertText(`clear; ${line}`);
  await type(page, '');
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const rows = (await screen(page)).filter((row) => !row.endsWith('$'));
  await close(page);
  return { columns, rows };
};

describe('a word', () => {
  let whole = new Set<string>();
  beforeAll(async () => {
    whole = new Set(words((await printed(1000, lines.join('; '))).rows));
  });

  it.each([262, 345, 740])('is never split in a window of %i pixels', async (width) => {
    const { columns, rows } = await printed(width, lines.join('; '));
    expect(columns).toBeGreaterThan(20);
    const split = words(rows).filter(
      (word) => !whole.has(word) && [...whole].every((known) => known.length <= columns || !known.includes(word)),
    );
    expect(split).toEqual([]);
  });
});

describe('the first screen', () => {
  it.each([
    [360, 640],
    [640, 400],
    [844, 390],
    [1024, 768],
    [1280, 760],
    [1920, 900],
    [2560, 1080],
  ])('fits a window of %i×%i, from the name to the keys', async (width, height) => {
    const { page } = await site.open('', { viewport: { width, height } });
    const place = async (selector: string) => (await page.locator(selector).first().boundingBox()) ?? { x: 0, y: -1, width: 0, height: 0 };
    expect((await place('h1')).y).toBeGreaterThanOrEqual(0);
    const dock = await place('#dock');
    expect(dock.y + dock.height).toBeLessThanOrEqual(height);
    const [key, well] = [await place('#dock .key'), await place('#well')];
    expect(key.y).toBeGreaterThanOrEqual(well.y + well.height);
    await close(page);
  });

  it('holds its field still at a press, and lets it go on', async () => {
    const { page } = await site.open('', { viewport: { width: 1440, height: 900 }, reducedMotion: 'no-preference' });
    const states = () =>
      page.locator('.cells i').evaluateAll((rows) => [...new Set(rows.map((row) => getComputedStyle(row).animationPlayState))]);
    expect(await states()).toEqual(['running']);
    await page.getByRole('button', { name: 'Pause' }).click();
    expect(await states()).toEqual(['paused']);
    await page.getByRole('button', { name: 'Pause' }).click();
    expect(await states()).toEqual(['running']);
    await close(page);
  });
});

describe('a low window', () => {
  it.each([
    [1280, 256],
    [640, 360],
    [320, 256],
  ])('of %i×%i shows the prompt and what was just printed', async (width, height) => {
    const { page } = await site.open('', { viewport: { width, height } });
    await type(page, 'echo here');
    await page.keyboard.type('echo there');
    const cursor = await page.locator('.xterm-cursor').boundingBox();
    expect((cursor?.y ?? 0) + (cursor?.height ?? 0)).toBeLessThanOrEqual(height);
    await expect.poll(async () => (await screen(page)).join('\n')).toMatch(/here\n\n.*echo there/);
    await close(page);
  });
});

describe('text of twice the size', () => {
  const rowHeight = (page: Page): Promise<number> =>
    page.evaluate(() => (document.querySelector('.xterm-rows > div') as HTMLElement).getBoundingClientRect().height);
  const double = (): void => {
    document.documentElement.style.fontSize = '200%';
  };

  it('set before the page comes makes the terminal’s cells twice as large', async () => {
    const { page } = await site.open();
    const before = await rowHeight(page);
    await close(page);
    const context = await site.context({ viewport: { width: 1280, height: 800 } });
    const large = await context.newPage();
    await large.addInitScript("document.addEventListener('readystatechange', () => { document.documentElement.style.fontSize = '200%'; })");
    await large.goto(site.url());
    await large.waitForSelector('html[data-shell=ready]');
    await expect.poll(() => rowHeight(large)).toBeGreaterThanOrEqual(before * 1.9);
    await context.close();
  });

  it('set while the page is open does so too, and nothing is cut off', async () => {
    const { page } = await site.open();
    const before = await rowHeight(page);
    await page.evaluate(double);
    await expect.poll(() => rowHeight(page)).toBeGreaterThanOrEqual(before * 1.9);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
    const cut = await page.evaluate(
      () =>
        [...document.querySelectorAll('#bar a, #bar button')].filter((element) => {
          const box = element.getBoundingClientRect();
          const bar = (document.getElementById('bar') as HTMLElement).getBoundingClientRect();
          return box.bottom > bar.bottom || box.right > innerWidth;
        }).length,
    );
    expect(cut).toBe(0);
    await close(page);
  });
});

describe('other spacing of letters, words and lines', () => {
  it('loses nothing in the plain view and in the transcript', async () => {
    const { page } = await site.open('', { viewport: { width: 640, height: 800 } });
    await type(page, 'cat shopee');
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
      );
      document.adoptedStyleSheets.push(sheet);
    });
    const lost = (): Promise<string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('#plain *, #log:focus-within *')]
          .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
          .map((element) => element.outerHTML.slice(0, 80)),
      );
    await page.click('#to-log');
    expect(await lost()).toEqual([]);
    await page.keyboard.press('F2');
    expect(await lost()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    await close(page);
  });
});

describe('whatever can be hit', () => {
  it.each([
    ['on a desk', {}],
    ['on a phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
  ])('is at least 24 by 24 pixels %s, in each view', async (_name, options) => {
    const { page } = await site.open('', options);
    const small = (): Promise<string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('a, button, input, summary')]
          .filter((element) => element.checkVisibility() && element.id !== 'skip')
          .filter((element) => {
            const { width, height } = element.getBoundingClientRect();
            return width < 24 || height < 24;
          })
          .map((element) => element.outerHTML.slice(0, 100)),
      );
    expect(await small()).toEqual([]);
    await page.click('#to-plain');
    expect(await small()).toEqual([]);
    await page.click('#to-terminal');
    await page.click('#to-log');
    expect(await small()).toEqual([]);
    await close(page);
  });
});
