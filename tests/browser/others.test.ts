/** Other people's résumés, really built, in Chromium: at the root of a site and below it, wide and on a phone. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { other } from '../fixtures/others.ts';
import { violations } from './axe.ts';
import { type Faults, keptOffline, launch, log, openPage, ready, screen, serve, type } from './page.ts';
import { close } from './site.ts';

const root = join(import.meta.dirname, '..', '..');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A built and served site of one of them. */
interface OtherSite {
  url(): string;
  open(path: string, options?: object): Promise<{ readonly page: Page; readonly faults: Faults }>;
}

/** `base` is where it is served; it is told to the build where `isTold`, else all addresses are relative. */
const openOther = (name: string, base = '/', isTold = false): OtherSite => {
  const directory = mkdtempSync(join(tmpdir(), 'cvsh-other-'));
  let server: Server;
  let url = '';
  beforeAll(async () => {
    const args = ['build', '--config', 'tests/browser/other.config.ts', '--outDir', directory, '--emptyOutDir', '--logLevel', 'error'];
    execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', ...args], {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        OTHER: name,
        ...(isTold ? { BASE_PATH: base, SITE_URL: `https://example.org${base}` } : {}),
      },
    });
    ({ server, url } = await serve(directory, base));
  });
  afterAll(() => {
    server.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return { url: () => url, open: (path, options = {}) => openPage(browser, url + path, options) };
};

const sizes = [
  ['wide', { viewport: { width: 1280, height: 800 } }],
  ['on a phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const;

/** Pixels that a page is wider than its window. */
const overhang = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const names = ['an empty one', 'forty jobs', 'very long words and texts', 'Arabic', 'markup and shell syntax'];

describe.each(names)('%s', (name) => {
  const site = openOther(name);
  const { person, jobs } = other(name);

  it.each(sizes)('is a good terminal, %s', async (_size, options) => {
    const { page, faults } = await site.open('', options);
    await ready(page);
    // The whole first screen, with the prompt under it.
    await expect
      .poll(() => screen(page))
      .toSatisfy((rows: string[]) => rows.some((row) => row.startsWith('~ $')) && rows.length >= Math.min(8, jobs.length) + 2);
    expect(await page.locator('#dock .key').allTextContents()).toContain('help');
    await type(page, jobs[0] ? `cat ${jobs[0].slug}` : 'whoami');
    expect((await log(page)).replaceAll(/\s+/g, '')).toContain((jobs[0]?.title ?? person.role).replaceAll(/\s+/g, ''));
    expect(await violations(page)).toEqual([]);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    expect(faults).toEqual({ errors: [], foreign: [] });
    await close(page);
  });

  it.each(sizes)('is a good plain page, %s', async (_size, options) => {
    const { page, faults } = await site.open('?plain', options);
    await page.waitForSelector('#resume h1');
    expect(await page.locator('#resume h1').textContent()).toBe(person.name ?? person.role);
    expect(await violations(page)).toEqual([]);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    expect(faults).toEqual({ errors: [], foreign: [] });
    await close(page);
  });
});

describe('text from right to left', () => {
  const site = openOther('Arabic');

  it('stands at the right on the plain page, and its sections too', async () => {
    const { page } = await site.open('?plain');
    const edges = await page.evaluate(() => {
      const right = (selector: string): number => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector(selector) as Element);
        return Math.round(range.getBoundingClientRect().right);
      };
      return [right('#resume'), right('#resume h1'), right('#resume h2'), right('#resume header p')];
    });
    expect(new Set(edges).size).toBe(1);
    await close(page);
  });

  it('is read in its own order in the terminal, each run in its cells', async () => {
    const { page } = await site.open('');
    await ready(page);
    await type(page, 'cat manara');
    // Where the full stop of a sentence and its first letter stand.
    const [first, stop] = await page.evaluate(() => {
      const row = [...document.querySelectorAll('.xterm-rows > div')].find((it) => it.textContent?.includes('نقل'));
      const node = [...(row?.querySelectorAll('span') ?? [])].find((it) => it.textContent?.includes('نقل'))?.firstChild as Text;
      const left = (at: number): number => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect().left;
      };
      return [left(node.data.indexOf('ن')), left(node.data.lastIndexOf('.'))];
    });
    expect(stop).toBeLessThan(first as number);
    await close(page);
  });
});

describe.each([
  ['which the build knows', true],
  ['which it does not', false],
])('below a path %s', (_name, isTold) => {
  const base = '/people/wang/cv/';
  const site = openOther('Chinese', encodeURI(base), isTold);

  it('every link, script, style and picture of the pages is found', async () => {
    for (const path of ['', '?plain', 'jobs/dengta/']) {
      const { page, faults } = await site.open(path);
      const addresses = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[href], [src]')].map(
          (it) => (it as HTMLAnchorElement).href || (it as HTMLImageElement).src,
        ),
      );
      const own = addresses.filter((address) => !address.startsWith('https://example.org') && !address.includes('#'));
      expect(own.length).toBeGreaterThan(3);
      for (const address of own) {
        expect(address.startsWith(site.url())).toBe(true);
        expect([address, (await page.request.get(address)).status()]).toEqual([address, 200]);
      }
      expect(faults.errors).toEqual([]);
      await close(page);
    }
  });

  it('an entry’s page runs its line, leads to the whole, and links of the terminal stay below', async () => {
    const { page } = await site.open('jobs/dengta/');
    await ready(page);
    // Not on the first screen.
    await expect.poll(() => log(page)).toContain('将延迟降低约75%');
    expect(await type(page, 'share -n cat dong')).toContain(`${site.url()}jobs/dong/`);
    await page.goto(`${site.url()}jobs/dengta/?plain`);
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').first().click();
    await page.waitForSelector('#resume h2');
    expect(new URL(page.url()).pathname).toBe(new URL(site.url()).pathname);
    await close(page);
  });

  it('the service worker has the place for its scope, and serves the pages offline', async () => {
    const { page } = await site.open('');
    await ready(page);
    const scope = await page.evaluate(async () => {
      const { scope: found } = await navigator.serviceWorker.ready;
      return found;
    });
    expect(scope).toBe(site.url());
    await keptOffline(page);
    await page.context().setOffline(true);
    await page.goto(`${site.url()}jobs/dengta/`);
    await ready(page);
    await expect.poll(() => log(page)).toContain('将延迟降低约75%');
    await close(page);
  });

  it('cards and canonical links tell the whole address, where there is one', async () => {
    const { page } = await site.open('jobs/dengta/');
    const told = await page.evaluate(() => [
      document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href,
      document.querySelector<HTMLMetaElement>('meta[property="og:image"]')?.content,
    ]);
    const address = `https://example.org${encodeURI(base)}jobs/dengta/`;
    expect(told).toEqual(isTold ? [address, `${address}card.png`] : [undefined, undefined]);
    expect((await page.request.get(`${site.url()}jobs/dengta/card.png`)).status()).toBe(isTold ? 200 : 404);
    await close(page);
  });

  it('a wrong address is told, with links that lead home', async () => {
    const { page } = await site.open('jobs/nobody/');
    expect(await page.locator('h1').textContent()).toBe('No such page');
    const first = await page.locator('#to-terminal').getAttribute('href');
    expect(first).toBe(isTold ? encodeURI(base) : '/');
    await close(page);
  });
});
