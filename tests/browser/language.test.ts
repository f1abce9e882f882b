/** The page in the visitor's language from the first frame on, and nothing of it for those who read English. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { keptOffline, log, ready, screen, type } from './page.ts';
import { close, openSite } from './site.ts';

const site = openSite();

const indonesian: BrowserContextOptions = { locale: 'id-ID', viewport: { width: 1280, height: 800 } };

/** The site's files that the page has fetched. */
const fetched = (page: Page): Promise<string[]> =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.slice(name.lastIndexOf('/') + 1)));

const label = (page: Page, place: string): Promise<string | null> => page.locator(place).textContent();

/** What was seen before the page's own script began. */
interface Seen {
  /** What the first screen showed in each frame in which that had changed. */
  readonly screens: readonly string[];
  /** How much of the page has moved (Layout Instability). */
  readonly moved: number;
}

/** Runs in the page, from before its first line on. */
const watch = (): void => {
  const seen: { screens: string[]; moved: number } = { screens: [], moved: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) seen.moved += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = (): void => {
    const place = document.getElementById('screen');
    const text = place && getComputedStyle(place).visibility === 'visible' ? place.innerText : '';
    if (text !== '' && seen.screens.at(-1) !== text) seen.screens.push(text);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/** Opens the page under watch; `hold` may keep back files of the language. */
const openWatched = async (hold: (page: Page) => Promise<unknown> = async () => {}): Promise<Page> => {
  const context = await site.context(indonesian);
  const page = await context.newPage();
  await page.addInitScript(watch);
  await hold(page);
  await page.goto(site.url());
  return page;
};

const seenBy = (page: Page): Promise<Seen> => page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);

const rows = async (page: Page): Promise<string> => (await screen(page)).join('\n').trim();

describe('a browser that speaks Indonesian', () => {
  it('shows the first screen in Indonesian from its first frame on, and the terminal takes it over as it is', async () => {
    const page = await openWatched();
    await ready(page);
    await page.waitForFunction(() => !document.getElementById('screen'));
    const { screens, moved } = await seenBy(page);
    expect(screens.length).toBe(1);
    expect(screens[0]).toMatch(/\d{4} — sekarang[\s\S]*~ \$[\s\S]*ketik perintah/);
    expect(await page.locator('#facts').innerText()).toMatch(/peran sejak \d{4}/);
    expect(await page.locator('#dock').innerText()).toMatch(/^Coba/);
    expect(moved).toBe(0);
    // The stem is drawn by the style sheet, the columns are widths.
    const bare = (text: string): string => text.replaceAll(/[\s┎┠┖─●]/g, '');
    expect(bare(await rows(page))).toBe(bare(screens[0] ?? ''));
    await close(page);
  });

  it('keeps English where the language does not come, and is labelled when its sentences do', async () => {
    const page = await openWatched((held) => held.route(/locale-id-first/, (route) => route.abort()));
    await ready(page);
    expect((await seenBy(page)).screens.join()).toMatch(/\d{4} — now/);
    expect(await rows(page)).toMatch(/\d{4} — now/);
    await expect.poll(() => label(page, '#to-plain')).toBe('Tampilan biasa');
    await close(page);
  });

  it('keeps English where the language comes too late: what the terminal shows does not change', async () => {
    let release: () => void = () => {};
    const late = new Promise<void>((resolve) => {
      release = resolve;
    });
    const page = await openWatched((held) =>
      held.route(/locale-id-first/, async (route) => {
        await late;
        await route.continue();
      }),
    );
    await ready(page);
    const before = await rows(page);
    expect(before).toMatch(/\d{4} — now/);
    const arrived = page.waitForResponse(/locale-id-first/);
    release();
    await (await arrived).finished();
    expect(await rows(page)).toBe(before);
    await close(page);
  });

  it('finds the page labelled so, each label with its language', async () => {
    const { page, faults } = await site.open('', indonesian);
    await expect.poll(() => page.locator('.xterm textarea').getAttribute('aria-label')).toBe('Baris perintah');
    expect(await label(page, '#to-plain')).toBe('Tampilan biasa');
    expect(await label(page, '#skip')).toBe('Langsung ke résumé biasa');
    expect(await label(page, '#to-log')).toBe('Transkrip');
    expect(await page.locator('#log').getAttribute('aria-label')).toBe('Keluaran terminal');
    expect(await page.evaluate(() => [...document.querySelectorAll('[lang]')].map(({ id }) => id))).toEqual(
      expect.arrayContaining(['skip', 'to-log', 'to-plain', 'keys-help', 'status', 'to-terminal']),
    );
    expect(await page.evaluate(() => [document.documentElement.lang, document.getElementById('resume')?.lang])).toEqual(['en', '']);
    expect(faults.errors).toEqual([]);
    await close(page);
  });

  it('tells in the transcript which words are Indonesian: the first screen’s, not the résumé’s', async () => {
    const { page } = await site.open('', indonesian);
    const parts = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#log [lang=id]')].map(({ textContent }) => (textContent ?? '').trim()),
    );
    expect(parts).toEqual(expect.arrayContaining([expect.stringMatching(/^\d+ peran sejak \d{4}$/)]));
    expect(await page.evaluate(() => document.querySelector('#log h3')?.closest('[lang=id]') ?? null)).toBeNull();
    await expect.poll(() => page.locator('#log h2').first().textContent()).toBe('Selamat datang');
    expect(await page.locator('#log h2').first().getAttribute('lang')).toBe('id');
    await close(page);
  });

  it('is answered in Indonesian by help, the résumé and the exhibits, and in English by utilities', async () => {
    const { page } = await site.open('', indonesian);
    expect(await type(page, 'help')).toContain('Ketik sebuah baris');
    expect(await type(page, 'cat tiktok')).toMatch(/ – sekarang/);
    expect(await type(page, 'cat nothing; echo $LANG')).toMatch(/cat: nothing: No such file or directory\s+id_ID\.UTF-8/);
    await page.keyboard.type('ratelimit\r');
    await expect.poll(() => page.locator('#program-keys').textContent()).toMatch(/bantuan[\s\S]*keluar/);
    await page.keyboard.type('q');
    await expect.poll(() => rows(page)).toMatch(/\$$/);
    expect(await type(page, 'LANG=C help')).toContain('Type');
    await close(page);
  });

  it('keeps the layout: only the labels change', async () => {
    const { page } = await site.open('', indonesian);
    const english = await site.open();
    const place = (of: Page): Promise<number[]> =>
      of.evaluate(() => ['bar', 'terminal'].map((id) => document.getElementById(id)?.getBoundingClientRect().height ?? 0));
    expect(await place(page)).toEqual(await place(english.page));
    await close(page);
    await close(english.page);
  });

  it('has its keys for a finger named so', async () => {
    const { page } = await site.open('', { locale: 'id-ID', hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
    await expect.poll(() => page.locator('#touch-keys button').last().textContent()).toBe('Tempel');
    expect(await page.locator('#touch-keys button').first().getAttribute('aria-label')).toBe('Tab: lengkapi');
    await close(page);
  });

  it('finds the way back to the terminal labelled on the plain page too', async () => {
    const { page } = await site.open('?plain', indonesian);
    await expect.poll(() => label(page, '#to-terminal')).toBe('Buka terminal');
    expect(await page.locator('#to-terminal').getAttribute('lang')).toBe('id');
    await close(page);
  });
});

describe('offline', () => {
  it('the language is there once it was fetched', async () => {
    const page = await openWatched();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.reload();
    await expect.poll(() => page.locator('.xterm textarea').getAttribute('aria-label')).toBe('Baris perintah');
    await keptOffline(page);
    await page.context().setOffline(true);
    await page.reload();
    await ready(page);
    expect((await seenBy(page)).screens.join()).toMatch(/\d{4} — sekarang/);
    await expect.poll(() => label(page, '#to-plain')).toBe('Tampilan biasa');
    expect(await type(page, 'help')).toContain('Ketik sebuah baris');
    await page.context().close();
  });
});

describe('a browser that speaks neither', () => {
  it.each(['en-GB', 'tlh'])('fetches no language: %s', async (locale) => {
    const { page } = await site.open('', { locale });
    await type(page, 'ls');
    expect((await fetched(page)).filter((name) => name.startsWith('locale-'))).toEqual([]);
    expect(await label(page, '#to-plain')).toBe('Plain view');
    expect(await log(page)).toMatch(/since \d{4}/);
    await close(page);
  });

  it('learns it at the prompt', async () => {
    const { page } = await site.open();
    expect(await type(page, 'LANG=id help')).toContain('Ketik sebuah baris');
    expect(await type(page, 'help')).toContain('Type');
    await close(page);
  });
});
