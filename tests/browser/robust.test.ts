/** It never breaks: early keys, missing files, storms, two versions, no network. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { keptOffline, log, ready, screen, type } from './page.ts';
import { close, openSite } from './site.ts';

const site = openSite();

/** A page whose scripts come late by so many milliseconds. */
const slow = async (milliseconds: number): Promise<Page> => {
  const context = await site.context({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.route('**/assets/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await route.continue();
  });
  await page.goto(site.url(), { waitUntil: 'commit' });
  await page.waitForSelector('#screen .echo', { state: 'attached' });
  await page.waitForTimeout(150);
  return page;
};

describe('keys that come before the terminal', () => {
  it('are shown at once, and none is lost or doubled, Enter included', async () => {
    const page = await slow(700);
    await page.keyboard.type('echo earl');
    expect(await page.locator('#screen .echo').textContent()).toBe('echo earl');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('ly');
    await page.keyboard.press('Enter');
    await page.keyboard.type('echo sec');
    await ready(page);
    await page.keyboard.type('ond');
    await page.keyboard.press('Enter');
    await expect.poll(() => log(page)).toMatch(/echo early\nearly\necho second\nsecond$/);
    await close(page);
  });

  it('find the screen where it stays: nothing moves', async () => {
    const page = await slow(500);
    const place = (): Promise<{ top: number; left: number }> =>
      page.evaluate(() => {
        const walker = document.createTreeWalker(document.getElementById('terminal') as Node, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const range = document.createRange();
          range.selectNodeContents(node);
          const box = range.getBoundingClientRect();
          if (node.textContent?.startsWith('Try') && box.height > 0) return { top: Math.round(box.top), left: Math.round(box.left) };
        }
        return { top: -1, left: -1 };
      });
    const before = await place();
    await ready(page);
    await page.waitForTimeout(300);
    const after = await place();
    expect(Math.abs(before.top - after.top)).toBeLessThanOrEqual(2);
    expect(before.left).toBe(after.left);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
              if (!entry.hadRecentInput) sum += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 200);
        }),
    );
    expect(shift).toBe(0);
    await close(page);
  });
});

describe('what may go wrong', () => {
  it('a shell that cannot be loaded is said, and Enter tries again', async () => {
    const context = await site.context();
    const page = await context.newPage();
    await page.route('**/assets/engine-*.js', (route) => route.abort());
    await page.goto(site.url());
    await ready(page);
    await page.keyboard.type('echo again');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await screen(page)).join('\n')).toContain('Could not load the shell');
    await page.unroute('**/assets/engine-*.js');
    await page.keyboard.press('Enter');
    await expect.poll(() => log(page)).toMatch(/echo again\nagain$/);
    await context.close();
  });

  it('a storm of sizes loses nothing', async () => {
    const { page, faults } = await site.open();
    await type(page, 'echo before');
    for (let turn = 0; turn < 200; turn++)
      await page.setViewportSize({ width: 200 + ((turn * 97) % 1300), height: 120 + ((turn * 53) % 800) });
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await type(page, 'echo after')).toBe('after');
    expect((await screen(page)).join('\n')).toContain('before');
    expect(faults.errors).toEqual([]);
    await close(page);
  });

  it('a command that never ends is stopped by Ctrl-C', async () => {
    const { page } = await site.open();
    for (const line of ['yes', 'yes | wc -l', 'while true; do :; done', 'cat /dev/zero > /dev/null']) {
      const count = await page.locator('#log > section').count();
      await page.keyboard.type(line);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
      await page.keyboard.press('Control+c');
      await page.waitForFunction((before) => document.querySelectorAll('#log > section').length > before, count);
      expect(await type(page, 'echo $?')).toBe('130');
    }
    await close(page);
  });

  it('a million lines leave the page responsive and the memory flat', async () => {
    const { page } = await site.open();
    expect(await type(page, 'seq 1000000 | wc -l')).toBe('1000000');
    await close(page);
  });

  it('random keys break nothing', async () => {
    const { page, faults } = await site.open();
    let seed = 7;
    const next = (n: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
      return (seed >> 8) % n;
    };
    const chords = 'ArrowUp ArrowDown ArrowLeft ArrowRight Home End Delete Backspace Tab Shift+Tab Escape Enter PageUp F2'.split(' ');
    for (const letter of 'abcdefghklnoprtuvwxyz') chords.push(`Control+${letter}`);
    for (const letter of 'bdfltuyc.') chords.push(`Alt+${letter}`);
    const characters = [...'abcls019 |&;<>(){}[]$"\'`\\#~!*?=-/.', 'é', '中', '😀', '\u0301', '\u202e'];
    for (let turn = 0; turn < 600; turn++) {
      if (next(10) < 3) await page.keyboard.press(chords[next(chords.length)] ?? '');
      else await page.keyboard.insertText(characters[next(characters.length)] ?? '');
    }
    await page.evaluate(() => document.documentElement.dataset['view'] === 'plain' && document.getElementById('to-terminal')?.click());
    await page.locator('.xterm-helper-textarea').focus();
    for (const key of ['Escape', 'q', 'Control+c', 'Escape', 'Control+c']) await page.keyboard.press(key);
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+c');
    expect(await type(page, 'echo alive')).toBe('alive');
    expect(faults.errors).toEqual([]);
    await close(page);
  });
});

describe('the cost of a command', () => {
  it('stays bounded in the page: a hundred blocks, and no more rows than the screen has', async () => {
    const { page } = await site.open();
    for (let turn = 0; turn < 3; turn++) await type(page, 'for i in $(seq 400); do echo $i; done');
    for (let turn = 0; turn < 110; turn++) await type(page, ':');
    expect(await page.locator('#log > section').count()).toBe(100);
    expect(await page.evaluate(() => document.querySelectorAll('.xterm *').length)).toBeLessThan(600);
    await close(page);
  });
});

describe('offline', () => {
  it('the page works after the first visit', async () => {
    const context = await site.context();
    const page = await context.newPage();
    await page.goto(site.url());
    await ready(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.active?.state));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await keptOffline(page);
    await context.setOffline(true);
    await page.reload();
    await ready(page);
    expect(await type(page, 'cat tiktok')).toContain('Direct Messaging');
    expect(await type(page, 'date -u -d @0 +%Y')).toBe('1970');
    await page.goto(`${site.url()}jobs/grab/`);
    await ready(page);
    await expect.poll(() => log(page)).toContain('state machine');
    await page.goto(`${site.url()}jobs/nobody/`);
    expect(await page.locator('h1').textContent()).toBe('No such page');
    await context.close();
  });

  it('a visitor who returns reads today’s page, though yesterday’s is kept', async () => {
    const context = await site.context();
    const page = await context.newPage();
    await page.goto(site.url());
    await ready(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.route(site.url(), async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('<title>', '<title>Today: ') });
    });
    await page.reload();
    expect(await page.title()).toMatch(/^Today: /);
    await context.close();
  });
});

describe('under a sub-path', () => {
  const below = openSite('/cv/site/');
  it('everything is found', async () => {
    const { page, faults } = await below.open('jobs/shopee/');
    await expect.poll(() => log(page)).toContain('150 billion');
    expect(await type(page, 'share -n cat grab')).toContain('/cv/site/jobs/grab/');
    expect(faults).toEqual({ errors: [], foreign: [] });
    await close(page);
  });
});
