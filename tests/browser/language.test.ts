/** The page in the visitor's language: its labels, the shell's sentences, and nothing for those who read English. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ready, screen, type } from './page.ts';
import { close, openSite } from './site.ts';

const site = openSite();

/** The site's files that the page has fetched. */
const fetched = (page: Page): Promise<string[]> =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.slice(name.lastIndexOf('/') + 1)));

const label = (page: Page, place: string): Promise<string | null> => page.locator(place).textContent();

describe('a browser that speaks Indonesian', () => {
  it('finds the page labelled so, each label with its language', async () => {
    const { page, faults } = await site.open('', { locale: 'id-ID' });
    await expect.poll(() => label(page, '#to-plain')).toBe('Tampilan biasa');
    expect(await label(page, '#skip')).toBe('Langsung ke résumé biasa');
    expect(await label(page, '#to-log')).toBe('Transkrip');
    expect(await page.locator('.xterm textarea').getAttribute('aria-label')).toBe('Baris perintah');
    expect(await page.locator('#log').getAttribute('aria-label')).toBe('Keluaran terminal');
    expect(await page.evaluate(() => [...document.querySelectorAll('[lang]')].map(({ id }) => id))).toEqual(
      expect.arrayContaining(['skip', 'to-log', 'to-plain', 'keys-help', 'status', 'to-terminal']),
    );
    expect(await page.evaluate(() => [document.documentElement.lang, document.getElementById('resume')?.lang])).toEqual(['en', '']);
    expect(faults.errors).toEqual([]);
    await close(page);
  });

  it('is told below the first screen, which stays as it was drawn, and answered in Indonesian', async () => {
    const { page } = await site.open('', { locale: 'id-ID' });
    const english = await site.open();
    const first = (await screen(english.page)).filter((row) => row !== '').slice(0, -1);
    await expect.poll(async () => (await screen(page)).join('\n')).toContain('Shell ini berbahasa Indonesia');
    expect((await screen(page)).slice(0, first.length + 4).filter((row) => row !== '')).toEqual(expect.arrayContaining(first));
    expect(await type(page, 'cat nothing; echo $LANG')).toContain('No such file or directory');
    expect(await type(page, 'help')).toContain('untuk memulai');
    await close(page);
    await close(english.page);
  });

  it('keeps the plain page’s layout: only the labels change', async () => {
    const { page } = await site.open('', { locale: 'id-ID' });
    const english = await site.open();
    await expect.poll(() => label(page, '#to-plain')).toBe('Tampilan biasa');
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
});

describe('offline', () => {
  it('the language is there once it was fetched', async () => {
    const context = await site.context({ locale: 'id-ID' });
    const page = await context.newPage();
    await page.goto(site.url());
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.reload();
    await expect.poll(() => label(page, '#to-plain')).toBe('Tampilan biasa');
    await context.setOffline(true);
    await page.reload();
    await ready(page);
    await expect.poll(() => label(page, '#to-plain')).toBe('Tampilan biasa');
    expect(await type(page, 'help')).toContain('untuk memulai');
    await context.close();
  });
});

describe('a browser that speaks neither', () => {
  it.each(['en-GB', 'tlh'])('fetches no language: %s', async (locale) => {
    const { page } = await site.open('', { locale });
    await type(page, 'ls');
    expect((await fetched(page)).filter((name) => name.startsWith('locale-'))).toEqual([]);
    expect(await label(page, '#to-plain')).toBe('Plain view');
    await close(page);
  });
});
