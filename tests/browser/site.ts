/** One browser and one served build for a file of tests. */
import type { Server } from 'node:http';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Faults, launch, openPage, ready, serve } from './page.ts';

/** What a file of tests works with. */
export interface Site {
  /** The served site's address, ending in a slash. */
  url(): string;
  browser(): Browser;
  /** A page at `path` whose shell is ready. */
  open(path?: string, options?: BrowserContextOptions): Promise<{ readonly page: Page; readonly faults: Faults }>;
  context(options?: BrowserContextOptions): Promise<BrowserContext>;
}

/** Starts both before the first test, and ends them after the last. */
export const openSite = (base = '/'): Site => {
  let browser: Browser;
  let server: Server;
  let url = '';
  beforeAll(async () => {
    browser = await launch();
    ({ url, server } = await serve('dist', base));
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });
  return {
    url: () => url,
    browser: () => browser,
    open: async (path = '', options = {}) => {
      const opened = await openPage(browser, url + path, options);
      await ready(opened.page);
      return opened;
    },
    context: (options = {}) => browser.newContext(options),
  };
};

/** Ends a page with all that belongs to it. */
export const close = (page: Page): Promise<void> => page.context().close();
