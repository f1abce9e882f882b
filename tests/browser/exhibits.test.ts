/** The exhibits in the page: keys are buttons, boards take taps, cells have no seams. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { boxOf, launch, screen } from './page.ts';
import { decodePng } from './pixels.ts';
import { close, openSite } from './site.ts';

const site = openSite();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } as const;

const text = async (page: Page): Promise<string> => (await screen(page)).join('\n');
const shows = (page: Page, what: string | RegExp): Promise<void> => expect.poll(() => text(page)).toMatch(what);
const button = (page: Page, name: RegExp) => page.getByRole('toolbar', { name: 'Keys' }).getByRole('button', { name });

const open = async (line: string, options = {}): Promise<Page> => {
  const { page } = await site.open(`#${encodeURIComponent(line)}`, options);
  await page.waitForSelector('#program-keys button');
  return page;
};

describe('the keys of a program', () => {
  it('are buttons: a press on them does what the key does, and the keys stay with the program', async () => {
    const page = await open('tilematch --seed 7');
    await button(page, /^j judge$/).click();
    await button(page, /^c cheat$/).click();
    await shows(page, 'NOT every pair was equal: 1 were not.');
    await page.keyboard.press('j');
    await shows(page, '48 tiles = 0 yours + 0 theirs + 48 left');
    await button(page, /^q leave$/).click();
    await expect.poll(() => page.locator('#program-keys').isVisible()).toBe(false);
    expect(await page.locator('#dock').isVisible()).toBe(true);
    await close(page);
  });

  it('are reached by Shift-Tab, pressed by Enter, and keep the focus while they change', async () => {
    const page = await open('migrate --seed 7');
    await page.keyboard.press('Shift+Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('q leave');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+Tab');
    const focused = (): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe('+- speed ×2');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('+- speed ×4');
    await close(page);
  });

  it.each([
    ['upright', phone],
    ['on its side', { ...phone, viewport: { width: 844, height: 390 } }],
    ['of 320 pixels', { ...phone, viewport: { width: 320, height: 640 } }],
  ])('are 44 pixels high and wide on a phone %s, inside the screen, and the stage has the rest', async (_, options) => {
    const page = await open('rewards --seed 7', options);
    const { width, height } = options.viewport;
    const boxes = await page.locator('#program-keys button').evaluateAll((all) => all.map((key) => key.getBoundingClientRect().toJSON()));
    expect(boxes.length).toBeGreaterThan(4);
    for (const box of boxes) {
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
      expect(box.bottom).toBeLessThanOrEqual(height);
    }
    const stage = await boxOf(page.locator('.xterm-screen'));
    const keys = await boxOf(page.locator('#program-keys'));
    expect(stage.y + stage.height).toBeLessThanOrEqual(keys.y + 1);
    expect(keys.y - stage.y - stage.height).toBeLessThan(28);
    expect(keys.y + keys.height).toBe(height);
    expect(width - stage.width).toBeLessThan(32);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await close(page);
  });

  it('are fewer than the window at twice the size, and headline, verdict and first key are there', async () => {
    const page = await open('shutdown --seed 7', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    await shows(page, /Two servers, one SIGTERM/);
    await shows(page, /✓# So far each client has its answer/);
    const first = await page.locator('#program-keys .first').boundingBox();
    expect((first?.y ?? 0) + (first?.height ?? 999)).toBeLessThanOrEqual(400);
    await close(page);
  });
});

describe('a finger on the stage', () => {
  it('plays on the board, and no keyboard comes', async () => {
    const page = await open('tilematch --seed 7', phone);
    const board = await boxOf(page.locator('.xterm-screen'));
    await page.touchscreen.tap(board.x + 30, board.y + 90);
    await expect.poll(() => page.locator('#status').textContent()).toMatch(/Picked: \w+, row 1, column 1\./);
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('typing');
    await close(page);
  });

  it('brings the keyboard by the key for it, where letters are typed', async () => {
    const page = await open('wordpuzzle --date 2026-11-24', phone);
    await button(page, /Type$/).tap();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('typing');
    await close(page);
  });
});

describe('the demonstration', () => {
  it('does not begin for somebody who reads in the transcript', async () => {
    const page = await open('shutdown --seed 7');
    await page.keyboard.press('F9');
    await page.waitForTimeout(6000);
    expect(await text(page)).not.toContain('plays by itself');
    await close(page);
  });
});

describe('the cells', () => {
  // A real scale, as of a screen: pages that only emulate one do not draw as it does.
  it.each([1, 1.25, 1.5, 2])('have no seams at %s pixels a pixel: a board is nothing but its colours, in a grid', async (scale) => {
    const browser = await launch([`--force-device-scale-factor=${scale}`, '--window-size=1280,800']);
    const page = await browser.newPage({ viewport: null, reducedMotion: 'reduce' });
    await page.goto(`${site.url()}#tilematch%20--seed%207`);
    await page.waitForSelector('#program-keys button');
    await shows(page, '48 left');
    expect(await page.evaluate(() => devicePixelRatio)).toBe(scale);
    const area = await page.evaluate(() => {
      const board = [...document.querySelectorAll('.xterm-fg-234')].map((span) => span.getBoundingClientRect());
      return { x: Math.min(...board.map(({ left }) => left)), y: Math.min(...board.map(({ top }) => top)), row: board[0]?.height ?? 0 };
    });
    const { width, data } = await decodePng(browser, await page.screenshot());
    const [left, top] = [Math.round(area.x * scale), Math.round(area.y * scale)];
    const [right, bottom] = [Math.round((area.x + 81 * 9) * scale), Math.round((area.y + 31 * area.row) * scale)];
    const view = new DataView(data.buffer);
    const pixel = (x: number, y: number): number => view.getUint32(4 * (y * width + x));
    const [colours, across, down] = [new Set<number>(), new Set<number>(), new Set<number>()];
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        colours.add(pixel(x, y));
        if (x > left && pixel(x, y) !== pixel(x - 1, y)) across.add(x);
        if (y > top && pixel(x, y) !== pixel(x, y - 1)) down.add(y);
      }
    }
    // The panel, tiles, the cursor and five hues; edges only where a cell or half of it ends.
    expect(colours.size).toBe(8);
    expect(across.size).toBeLessThanOrEqual(80);
    expect(down.size).toBeLessThanOrEqual(61);
    await browser.close();
  });
});
