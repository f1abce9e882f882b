/** It can be read in every theme, in forced colours, and by a camera. */
import jsqr from 'jsqr';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Theme } from '../../src/term/theme.ts';
import { violations } from './axe.ts';
import { boxOf, screen, type } from './page.ts';
import { coloursOf, decodePng, paleSpans } from './pixels.ts';
import { close, openSite } from './site.ts';

const site = openSite();

const themes = Object.values(import.meta.glob<Theme>('../../src/themes/*.ts', { import: 'default', eager: true }));

/** Switches, and waits until the page shows it. */
const show = async (page: Page, { name, background }: Theme): Promise<void> => {
  await type(page, `theme ${name}`);
  await page.waitForFunction((colour) => getComputedStyle(document.documentElement).getPropertyValue('--bg') === colour, background);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
};

/** Between them they use every role that a style has. */
const outputs =
  'ls -l jobs; cat grab; whoami; timeline; neofetch; contact; help; git log --graph | head -9; git show | head -20; grep -n Go jobs/*; man true | cat; jq . resume.json | head -9; nosuch; ls --nosuch; cat nosuch; type ls; systemctl status; docker ps; cal; history';

describe('every theme', () => {
  it('shows what is printed at the contrast of text', async () => {
    const { page } = await site.open('', { viewport: { width: 900, height: 4200 } });
    await type(page, outputs);
    for (const theme of themes) {
      await show(page, theme);
      const { seen, pale } = await paleSpans(page, theme.name === 'contrast' ? 7 : 4.5);
      expect({ theme: theme.name, pale }).toEqual({ theme: theme.name, pale: [] });
      // Not an empty screen: a row has one to ten spans, and the answers have well over a hundred rows.
      expect(seen).toBeGreaterThan(100);
    }
    await close(page);
  });

  it('shows at that contrast the line being typed, its menu and its search', async () => {
    const { page } = await site.open();
    for (const theme of themes.filter(({ name }) => ['contrast', 'day', 'night', 'phosphor'].includes(name))) {
      await show(page, theme);
      const least = theme.name === 'contrast' ? 7 : 4.5;
      for (const keys of [['for i in "a$HOME" $(nosuch); do # x'], ['ls jobs/', 'Tab', 'Tab', 'ArrowDown'], ['gti', 'Control+r', 'the']]) {
        for (const key of keys) await (/^(Tab|Arrow|Control)/.test(key) ? page.keyboard.press(key) : page.keyboard.type(key));
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
        expect({ theme: theme.name, keys, pale: (await paleSpans(page, least)).pale }).toEqual({ theme: theme.name, keys, pale: [] });
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+c');
      }
    }
    await close(page);
  });

  it('passes axe’s eye for contrast in the plain view and in the transcript', async () => {
    const { page } = await site.open();
    await type(page, 'ls jobs; nosuch; cat grab');
    for (const theme of themes) {
      await show(page, theme);
      await page.click('#to-log');
      expect({ theme: theme.name, found: await violations(page, ['color-contrast']) }).toEqual({ theme: theme.name, found: [] });
      await page.keyboard.press('F2');
      expect({ theme: theme.name, found: await violations(page, ['color-contrast']) }).toEqual({ theme: theme.name, found: [] });
      await page.keyboard.press('F2');
    }
    await close(page);
  });
});

describe('a QR code', () => {
  const scan = async (page: Page): Promise<string | undefined> => {
    const { width, height, data } = await decodePng(site.browser(), await page.screenshot());
    return jsqr(data, width, height, { inversionAttempts: 'dontInvert' })?.data;
  };

  it('can be scanned, dark on light, in every theme', async () => {
    const { page } = await site.open();
    for (const theme of themes) {
      await show(page, theme);
      await type(page, 'clear; share "cat jobs/* | grep Go"');
      expect([theme.name, await scan(page)]).toEqual([theme.name, `${site.url()}#cat%20jobs/*%20%7C%20grep%20Go`]);
    }
    await close(page);
  });

  it('and in forced colours, of an entry’s own page', async () => {
    const { page } = await site.open('', { forcedColors: 'active', colorScheme: 'light' });
    await type(page, 'share cat grab');
    await expect.poll(() => scan(page)).toBe(`${site.url()}jobs/grab/`);
    await close(page);
  });
});

describe.each([
  ['dark', 'active'],
  ['light', 'active'],
  ['light', 'none'],
] as const)('colours, %s and forced: %s,', (colorScheme, forcedColors) => {
  it('show the cursor, what is selected, and what is chosen', async () => {
    const { page } = await site.open('', { forcedColors, colorScheme });
    await type(page, 'ls -l jobs');
    const shot = async (selector: string, left = 0): Promise<ReadonlyMap<string, number>> => {
      const box = await boxOf(page.locator(selector));
      const clip = { x: box.x + left, y: box.y, width: Math.min(box.width, 300), height: box.height };
      return coloursOf(await decodePng(site.browser(), await page.screenshot({ clip })));
    };
    const most = (counts: ReadonlyMap<string, number>): string => [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
    const canvas = most(await shot('.xterm-rows > div:last-child'));
    expect([...(await shot('.xterm-cursor')).keys()].filter((colour) => colour !== canvas)).not.toEqual([]);

    const row = '.xterm-rows > div:nth-child(5)';
    expect(most(await shot(row))).toBe(canvas);
    const box = await boxOf(page.locator(row));
    await page.mouse.move(box.x + 2, box.y + 9);
    await page.mouse.down();
    await page.mouse.move(box.x + 150, box.y + 9);
    await page.mouse.move(box.x + 300, box.y + 9);
    await page.mouse.up();
    await expect.poll(async () => most(await shot(row, 10))).not.toBe(canvas);
    // The text stands out from it.
    expect((await shot(row, 10)).size).toBeGreaterThan(10);

    await page.keyboard.type('ls jobs/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await screen(page)).join('\n')).toContain('Full Stack Developer');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('.xterm-rows .xterm-bg-236').count()).toBeGreaterThan(0);
    const chosen = '.xterm-rows > div:has(.xterm-bg-236)';
    expect(most(await shot(chosen))).not.toBe(canvas);
    await close(page);
  });
});
