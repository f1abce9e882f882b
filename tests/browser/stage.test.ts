/** What stands around the cells: masthead, rail, well and dock, by where they are and what a press on them does. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { boxOf, log, ready, screen, type } from './page.ts';
import { close, openSite } from './site.ts';

const site = openSite();
const open = async (path = '', options = {}): Promise<Page> => (await site.open(path, options)).page;

const box = (page: Page, place: string) => boxOf(page.locator(place).first());

const keys = (page: Page): Promise<string[]> => page.locator('#dock .key:visible').allTextContents();

/** Where each word begins in the rows that are drawn now, in pixels. */
const places = (page: Page, root: string, words: readonly string[]): Promise<readonly (readonly number[])[]> =>
  page.evaluate(
    ([selector, wanted]) => {
      const walker = document.createTreeWalker(document.querySelector(selector) as Element, NodeFilter.SHOW_TEXT);
      const found = new Map<string, readonly number[]>();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const word of wanted) {
          const at = (node as Text).data.indexOf(word);
          if (at < 0 || found.has(word)) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const { left, top, height } = range.getBoundingClientRect();
          if (height > 0) found.set(word, [Math.round(left), Math.round(top + height / 2)]);
        }
      }
      return wanted.map((word) => found.get(word) ?? []);
    },
    [root, words] as const,
  );

describe('the first screen', () => {
  it.each([
    [
      'at 1440 × 900',
      { viewport: { width: 1440, height: 900 } },
      ['2025', 'TikTok', 'Telekomunikasi', 'Software Engineer', 'Direct Messaging'],
    ],
    ['at 820 × 1180', { viewport: { width: 820, height: 1180 } }, ['2025', 'TikTok', 'Telekomunikasi', 'Software Engineer']],
    ['at 390 × 844', { viewport: { width: 390, height: 844 } }, ['2025', 'TikTok', 'Telekomunikasi']],
    ['at 320 × 640', { viewport: { width: 320, height: 640 } }, ['2025', 'TikTok', 'Telekomunikasi']],
  ])('%s is drawn by the terminal where the page had drawn it', async (_name, options, words) => {
    const context = await site.context(options);
    const page = await context.newPage();
    let bring = (): void => {};
    const asked = new Promise<void>((resolve) => {
      bring = resolve;
    });
    await context.route(/emulator-/, async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(site.url());
    await page.evaluate(() => document.fonts.ready);
    const before = await places(page, '#screen', words);
    bring();
    await ready(page);
    await page.waitForFunction(() => !document.getElementById('screen'));
    const after = await places(page, '.xterm-rows', words);
    for (const [index, [x = -9, y = -9]] of before.entries()) {
      const [left = 999, middle = 999] = after[index] ?? [];
      expect(Math.abs(left - x), `${words[index]} from the left`).toBeLessThanOrEqual(1);
      expect(Math.abs(middle - y), `${words[index]} from the top`).toBeLessThanOrEqual(2);
    }
    await context.close();
  });

  it('runs what is pressed: a figure, a job of the rail, a key', async () => {
    const page = await open('', { viewport: { width: 1440, height: 900 } });
    await page.locator('#figures a').nth(3).click();
    await expect.poll(() => log(page)).toContain('cat shopee');
    await page.locator('#dock .key', { hasText: 'timeline' }).click();
    await expect.poll(() => log(page)).toMatch(/timeline\n[\s\S]*TikTok/);
    // The next line can be typed at once.
    await page.keyboard.type('echo typed');
    await expect.poll(async () => (await screen(page)).at(-1)).toBe('~ $ echo typed');
    await close(page);
  });

  it('closes into the bar with the first line, which is then the first row, and comes back by it', async () => {
    const page = await open('', { viewport: { width: 1440, height: 900 } });
    expect(await page.locator('#first h1').isVisible()).toBe(true);
    expect(await page.locator('#to-first').isVisible()).toBe(false);
    await type(page, 'echo one');
    expect((await screen(page)).slice(0, 3)).toEqual(['~ $ echo one', '', 'one']);
    expect(await page.locator('#first h1').isVisible()).toBe(false);
    await page.click('#to-first');
    expect(await page.locator('#first h1').isVisible()).toBe(true);
    await page.keyboard.type('echo two');
    await expect.poll(async () => (await screen(page)).join('\n')).toContain('~ $ echo two');
    const prompt = await box(page, '.xterm-cursor');
    expect(prompt.y + prompt.height).toBeLessThan((await box(page, '#dock')).y);
    await close(page);
  });

  it('is passed over where the page comes with a line', async () => {
    const context = await site.context({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const moved: number[] = [];
      Object.assign(globalThis, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) moved.push(entry.value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${site.url()}jobs/shopee/`);
    await expect.poll(() => log(page)).toContain('Senior Software Engineer');
    await expect.poll(async () => (await screen(page))[0]).toBe('~ $ cat jobs/shopee');
    expect(await page.evaluate(() => (globalThis as unknown as { moved: number[] }).moved)).toEqual([]);
    await context.close();
  });

  it('has a field that Pause holds still', async () => {
    const page = await open('', { viewport: { width: 1440, height: 900 } });
    const running = (): Promise<number> =>
      page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
    expect(await running()).toBeGreaterThan(0);
    await page.click('#hold');
    await expect.poll(running).toBe(0);
    await page.keyboard.type('echo');
    await expect.poll(async () => (await screen(page)).join('\n')).toContain('~ $ echo');
    await close(page);
  });
});

describe('the well', () => {
  const encloses = async (page: Page): Promise<void> => {
    await expect
      .poll(async () => {
        const [well, cursor] = [await box(page, '#well'), await box(page, '.xterm-cursor')];
        return well.y < cursor.y && well.y + well.height > cursor.y + cursor.height;
      })
      .toBe(true);
  };

  it('stands behind the line being typed, wrapped or with its menu, and goes with it', async () => {
    const page = await open('', { viewport: { width: 820, height: 700 } });
    await encloses(page);
    const low = (await box(page, '#well')).height;
    await page.keyboard.type(`echo ${'word '.repeat(30)}`);
    await encloses(page);
    await expect.poll(async () => (await box(page, '#well')).height).toBeGreaterThan(low);
    await page.keyboard.press('Control+u');
    await type(page, 'seq 3');
    await encloses(page);
    await page.keyboard.type('cat jobs/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await box(page, '#well')).height).toBeGreaterThan(3 * low);
    await page.setViewportSize({ width: 1000, height: 600 });
    await encloses(page);
    await close(page);
  });

  it('is not there while a program has the whole screen, or a job the keys', async () => {
    const page = await open();
    const isShown = (): Promise<boolean> => page.locator('#well').isVisible();
    await page.keyboard.type('man ls\n');
    await expect.poll(async () => (await screen(page)).join('\n')).toContain('LS(1)');
    expect(await isShown()).toBe(false);
    await page.keyboard.press('q');
    await expect.poll(isShown).toBe(true);
    await page.keyboard.type('sleep 60\n');
    await expect.poll(isShown).toBe(false);
    await page.keyboard.press('Control+c');
    await expect.poll(isShown).toBe(true);
    await close(page);
  });
});

describe('the dock', () => {
  it('follows what was answered, and steers the menu while it is open', async () => {
    const page = await open('', { viewport: { width: 1440, height: 900 } });
    expect(await keys(page)).toEqual(['cat about', 'cat shopee', 'timeline', 'migrate', 'tour', 'help']);
    await type(page, 'cat shopee');
    await expect.poll(() => keys(page)).toEqual(expect.arrayContaining(['migrate', 'bobble', 'timeline']));
    await page.keyboard.type('cat jobs/');
    const before = await keys(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect.poll(() => keys(page)).toEqual(['Tab: next', 'Enter: take it', 'Esc: close']);
    await page.locator('#dock .key', { hasText: 'next' }).click();
    await page.locator('#dock .key', { hasText: 'take it' }).click();
    await expect.poll(async () => (await screen(page)).join('\n')).toMatch(/~ \$ cat jobs\/tiktok/);
    await expect.poll(() => keys(page)).toEqual(before);
    await close(page);
  });

  it('offers the rest of an answer that is longer than the screen, which shows its beginning', async () => {
    const page = await open();
    await type(page, 'seq 200');
    await expect.poll(async () => (await screen(page))[0]).toBe('~ $ seq 200');
    await page.locator('#dock .key', { hasText: 'more below' }).click();
    await expect.poll(async () => Number((await screen(page))[0])).toBeGreaterThan(10);
    await page.keyboard.type('e');
    await expect.poll(async () => (await screen(page)).at(-1)).toMatch(/^~ \$ e/);
    await expect.poll(() => keys(page)).not.toContain('↓ more below');
    await close(page);
  });
});

it('a note stands clear of the well', async () => {
  const page = await open('#rm%20-r%20jobs');
  await expect.poll(async () => (await screen(page)).join('\n')).toMatch(/Ignored a link|comes from a link/);
  const rows = await screen(page);
  const at = rows.findIndex((row) => /link/.test(row));
  expect(rows[at + 1]).toBe('');
  await close(page);
});
