/** A built site served on this machine, and pages of it in real Chromium. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { vi } from 'vitest';
import { findChromium } from '../chromium.mjs';

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.ans', 'text/plain; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.xml', 'application/xml'],
  ['.webmanifest', 'application/manifest+json'],
]);

/** The build that is tested; `DIST` names another. */
export const built = process.env['DIST'] ?? 'dist';

/** What `_headers` gives every file of the site. */
const headersOf = (directory: string): Record<string, string> => {
  const [everywhere = ''] = readFileSync(join(directory, '_headers'), 'utf8').split('\n\n');
  return Object.fromEntries(
    [...everywhere.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name = '', value = '']) => [name.toLowerCase(), value]),
  );
};

/**
 * A static host: files of `directory`, an index for a directory, 404.html for what is not there, and the headers that
 * `_headers` asks for, unless the host is one that does not read it.
 */
export const serve = async (
  directory: string,
  base = '/',
  readsHeaders = true,
): Promise<{ readonly url: string; readonly server: Server }> => {
  const headers = readsHeaders ? headersOf(directory) : {};
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const inside = path.startsWith(base) ? join(directory, path.slice(base.length)) : '';
    const file = inside !== '' && existsSync(inside) && statSync(inside).isDirectory() ? join(inside, 'index.html') : inside;
    const found = file !== '' && existsSync(file);
    const sent = found ? file : join(directory, '404.html');
    if (!existsSync(sent)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(found ? 200 : 404, { ...headers, 'content-type': types.get(extname(sent)) ?? 'application/octet-stream' });
    createReadStream(sent).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`, server };
};

/** Starts Chromium as the tests need it; `more` are further switches. */
export const launch = async (more: readonly string[] = []): Promise<Browser> => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium; run the tests by `npm test`, which finds or installs one');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
};

/** What a page did that it should not have done. */
export interface Faults {
  readonly errors: string[];
  readonly foreign: string[];
}

/** A new page whose console errors, failures and requests to other hosts are collected. */
export const openPage = async (
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  watch: (context: BrowserContext) => BrowserContext = (context) => context,
): Promise<{ readonly page: Page; readonly faults: Faults }> => {
  const context = watch(await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options }));
  const page = await context.newPage();
  const faults: Faults = { errors: [], foreign: [] };
  const home = new URL(url).origin;
  page.on('console', (message) => {
    if (message.type() === 'error') faults.errors.push(message.text());
  });
  page.on('pageerror', (error) => faults.errors.push(String(error)));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== home && protocol !== 'data:' && protocol !== 'blob:') faults.foreign.push(request.url());
  });
  await page.goto(url);
  return { page, faults };
};

/** Waits until keys reach the shell. */
export const ready = (page: Page): Promise<unknown> => page.waitForSelector('html[data-shell=ready]');

const domQueries = readFileSync(
  new URL('../../node_modules/@testing-library/dom/dist/@testing-library/dom.umd.min.js', import.meta.url),
  'utf8',
);

/** The page's own part of @testing-library/dom. */
interface TestingLibrary {
  getByRole(container: Element, role: string, options?: { name?: string | RegExp; hidden?: boolean }): HTMLElement;
}

/** The text of the element with this role and name, as @testing-library/dom finds it in the page. */
export const roleText = async (page: Page, role: string, name?: string): Promise<string> => {
  await page.evaluate(domQueries);
  return page.evaluate(
    ([wanted, called]) => {
      const library = (globalThis as unknown as { TestingLibraryDom: TestingLibrary }).TestingLibraryDom;
      const element = library.getByRole(document.body, wanted ?? '', called === undefined ? {} : { name: called });
      return [...element.querySelectorAll('h2, h3, div')].map((line) => line.textContent ?? '').join('\n') || (element.textContent ?? '');
    },
    [role, name],
  );
};

/** Everything printed since the page opened. */
export const log = (page: Page): Promise<string> => roleText(page, 'log', 'Terminal output');

/** Types a line, Enter included, and waits until its output is in the log; answers the output. */
export const type = async (page: Page, line: string): Promise<string> => {
  const before = await page.locator('#log > section').last().getAttribute('data-block');
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (block) => document.querySelector<HTMLElement>('#log > section:last-child')?.dataset['block'] !== block,
    before,
  );
  const section = page.locator('#log > section').last();
  return (await section.locator('div, h3, h4').allTextContents()).join('\n');
};

/** Waits until the service worker has kept all that it is to keep. */
export const keptOffline = (page: Page): Promise<void> =>
  vi.waitFor(
    async () => {
      const left = await page.evaluate(async () => {
        const { scope } = await navigator.serviceWorker.ready;
        const listed = (await (await fetch(`${scope}sw.js`)).text()).match(/\b(?:assets|jobs)\/[^`'",]+/g) ?? [];
        const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
        const kept = new Set((await Promise.all(opened.map((cache) => cache.keys()))).flat().map(({ url }) => decodeURI(url)));
        if (listed.length < 100) return ['no list'];
        return listed.filter((file) => !kept.has(decodeURI(scope) + file));
      });
      if (left.length > 0) throw new Error(`not kept yet: ${left.length}, ${left[0]}`);
    },
    { timeout: 20_000, interval: 200 },
  );

/** Where it is; the emulator may put another element in its place meanwhile. */
export const boxOf = (place: Locator) =>
  vi.waitFor(async () => {
    const found = await place.boundingBox();
    if (!found) throw new Error(`${place} is not shown`);
    return found;
  }, 10_000);

/** The rows that the terminal shows, without blanks at their ends. */
export const screen = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.xterm-rows > div')].map((row) => (row.textContent ?? '').replaceAll('\u00a0', ' ').trimEnd()),
  );
