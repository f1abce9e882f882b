/** One browser and one served build for a file of tests. */
import type { Server } from 'node:http';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { built, type Faults, launch, openPage, ready, serve } from './page.ts';

/** What a file of tests works with. */
export interface Site {
  /** The served site's address, ending in a slash. */
  url(): string;
  browser(): Browser;
  /** A page at `path` whose shell is ready. */
  open(path?: string, options?: BrowserContextOptions): Promise<{ readonly page: Page; readonly faults: Faults }>;
  context(options?: BrowserContextOptions): Promise<BrowserContext>;
}

/** What no page of the site may ever do: ask another host, or break the policy. */
const watchContext = (context: BrowserContext, url: () => string, strays: string[]): BrowserContext => {
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(url()).origin) strays.push(request.url());
  });
  context.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type/i.test(message.text())) strays.push(message.text());
  });
  return context;
};

/**
 * Starts both before the first test, and ends them after the last; then no page may have asked another host for anything, nor
 * broken the policy. `readsHeaders` is false for a host that does not know `_headers`.
 */
export const openSite = (base = '/', readsHeaders = true): Site => {
  let browser: Browser;
  let server: Server;
  let url = '';
  const strays: string[] = [];
  beforeAll(async () => {
    browser = await launch();
    ({ url, server } = await serve(built, base, readsHeaders));
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    if (strays.length > 0) throw new Error(`pages did what none may do:\n${strays.join('\n')}`);
  });
  return {
    url: () => url,
    browser: () => browser,
    open: async (path = '', options = {}) => {
      const opened = await openPage(browser, url + path, options, (context) => watchContext(context, () => url, strays));
      await ready(opened.page);
      return opened;
    },
    context: async (options = {}) => watchContext(await browser.newContext(options), () => url, strays),
  };
};

/** Ends a page with all that belongs to it. */
export const close = (page: Page): Promise<void> => page.context().close();
