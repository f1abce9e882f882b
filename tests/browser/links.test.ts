/** Links: an entry's own page, any line in the fragment, and what a link may not do. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { log, ready, screen, type } from './page.ts';
import { close, openSite } from './site.ts';

const site = openSite();
/** A host that does not read `_headers`, and so lets others frame the page. */
const bare = openSite('/', false);

const ranLine = (page: Page, line: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.querySelector('#log > section:last-child h2')?.textContent === wanted, line);

const waits = async (page: Page, line: string): Promise<void> => {
  await expect.poll(async () => (await screen(page)).join('\n')).toContain('This line comes from a link');
  await expect.poll(async () => (await screen(page)).filter((row) => row !== '').at(-1)).toContain(line);
  expect(await page.locator('#log > section').count()).toBe(1);
};

describe('a link that only reads runs by itself', () => {
  it.each([
    ['jobs/shopee/', 'cat jobs/shopee', '150 billion'],
    ['education/gunadarma/', 'cat education/gunadarma', 'Informatics Engineering'],
    ['#cat%20tiktok', 'cat tiktok', 'Direct Messaging'],
    ['#cat%20jobs/*%20%7C%20grep%20-c%20Go', 'cat jobs/* | grep -c Go', '1'],
    ['#timeline', 'timeline', 'TikTok'],
  ])('%s', async (path, line, fact) => {
    const { page, faults } = await site.open(path);
    await ranLine(page, line);
    expect(await log(page)).toContain(fact);
    expect(faults).toEqual({ errors: [], foreign: [] });
    await close(page);
  });

  it('and is not kept in the history', async () => {
    const { page } = await site.open('#whoami');
    await ranLine(page, 'whoami');
    expect(await type(page, 'history')).not.toContain('whoami');
    await close(page);
  });

  it('again when Back and Forward move between them', async () => {
    const { page } = await site.open('#whoami');
    await ranLine(page, 'whoami');
    await page.waitForTimeout(600);
    await page.evaluate(() => {
      location.hash = '#ls%20jobs';
    });
    await ranLine(page, 'ls jobs');
    await page.waitForTimeout(600);
    await page.goBack();
    await ranLine(page, 'whoami');
    await close(page);
  });
});

describe('any other line waits for Enter', () => {
  it.each([
    'echo the owner says so',
    'rm -rf /',
    'cat tiktok > stolen',
    'cat $HOME',
    'cat $(ls)',
    'theme amber',
    'copy about',
    'download json',
    'ls; ls',
    'ls && ls',
    'ls &',
    'X=1 ls',
    'open https://example.org/',
    'history -c',
    'yes',
    'constructor',
  ])('%s', async (line) => {
    const { page } = await site.open(`#${encodeURIComponent(line)}`);
    await waits(page, line);
    await close(page);
  });

  it('and runs on Enter as the visitor’s own', async () => {
    const { page } = await site.open('#echo%20mine');
    await waits(page, 'echo mine');
    await page.keyboard.press('Enter');
    await ranLine(page, 'echo mine');
    await close(page);
  });

  it('in a foreign frame everything waits', async () => {
    const context = await bare.context();
    const outer = await context.newPage();
    await outer.goto(`${bare.url()}robots.txt`);
    await outer.setContent(`<iframe src="${bare.url()}#whoami" width="1000" height="700"></iframe>`);
    const frame = outer.frames().at(-1);
    if (!frame) throw new Error('no frame');
    await frame.waitForSelector('html[data-shell=ready]');
    await outer.waitForTimeout(800);
    expect(await frame.locator('#log > section').count()).toBe(1);
    expect(await frame.locator('.xterm-rows').textContent()).toContain('This line comes from a link');
    await context.close();
  });

  it('and a host that reads `_headers` lets nobody frame the page', async () => {
    const context = await site.browser().newContext();
    const outer = await context.newPage();
    await outer.goto(`${bare.url()}robots.txt`);
    await outer.setContent(`<iframe src="${site.url()}#whoami" width="1000" height="700"></iframe>`);
    await expect.poll(() => outer.frames().at(-1)?.url()).toContain('chrome-error');
    await context.close();
  });
});

describe('a link as another site would write it', () => {
  it.each([
    ['#cmd=help', 'cmd=help'],
    ['#cmd=cat%20tiktok', 'cmd=cat tiktok'],
    ['#!ls', '!ls'],
  ])('%s runs nothing by itself', async (path, line) => {
    const { page, faults } = await site.open(path);
    await waits(page, line);
    expect(faults).toEqual({ errors: [], foreign: [] });
    await close(page);
  });

  it.each(['?cmd=rm%20-rf%20/', '?cmd=%1b%5b2147483647b', '?q=%E0%A4%A', '?__proto__[x]=1'])(
    '%s is no link, and changes nothing',
    async (path) => {
      const { page, faults } = await site.open(path);
      const title = await page.title();
      expect(await type(page, 'echo alive')).toBe('alive');
      expect(await page.locator('#log > section').count()).toBe(2);
      expect(await page.title()).toBe(title);
      expect(faults).toEqual({ errors: [], foreign: [] });
      await close(page);
    },
  );
});

describe('a link that is no line is refused with a message', () => {
  it.each([
    ['broken encoding', '#%E0%A4%A', 'not well-formed'],
    ['an escape', '#%1b%5b31m', 'characters that do not belong'],
    ['a repeat of two thousand million', `#A%1b%5b2147483647b`, 'characters that do not belong'],
    ['a bidi override', '#cat%20%E2%80%AEtxt', 'characters that do not belong'],
    ['a newline', '#ls%0Als', 'characters that do not belong'],
    ['more than 500 characters', `#${'a'.repeat(501)}`, 'longer than 500'],
  ])('%s', async (_name, path, message) => {
    const { page, faults } = await site.open(path);
    await expect.poll(async () => (await screen(page)).join('\n')).toContain(message);
    expect(await page.locator('#log > section').count()).toBe(1);
    expect(await type(page, 'echo alive')).toBe('alive');
    expect(faults.errors).toEqual([]);
    await close(page);
  });
});

describe('an entry’s page', () => {
  it('has its own title, description and canonical facts', async () => {
    const { page } = await site.open('jobs/shopee/');
    expect(await page.title()).toContain('Shopee');
    expect(await page.locator('meta[name=description]').getAttribute('content')).toContain('Senior Software Engineer');
    expect(await page.locator('meta[property="og:title"]').getAttribute('content')).toContain('Shopee');
    await close(page);
  });

  it('reads as that entry without JavaScript', async () => {
    const context = await site.context({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url()}jobs/grab/`);
    expect(await page.locator('#resume article').count()).toBe(1);
    expect(await page.locator('#resume').textContent()).toContain('state machine');
    await context.close();
  });

  it('and a wrong address answers as a shell does', async () => {
    const context = await site.context();
    const page = await context.newPage();
    const response = await page.goto(`${site.url()}jobs/shoppe/`);
    expect(response?.status()).toBe(404);
    await expect.poll(() => page.locator('#complaint').textContent()).toMatch(/^cd: \S*\/jobs\/shoppe\/: No such file or directory$/);
    await page.getByRole('paragraph').filter({ hasText: 'Did you mean shopee?' }).getByRole('link').click();
    await ready(page);
    expect(new URL(page.url()).pathname).toMatch(/\/jobs\/shopee\/$/);
    await page.goto(`${site.url()}jobs/nosuch/`);
    expect(await page.locator('#meant').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Open the terminal' }).click();
    await ready(page);
    await context.close();
  });
});
