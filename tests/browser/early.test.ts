/** A visitor who is quicker than the emulator: lines are answered on the prerendered screen, and nothing is lost, doubled or moved. */
import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Faults, launch, log, openPage, ready, screen, serve } from './page.ts';

/** A layout shift, as the Layout Instability specification gives it. */
interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node?: Node; readonly previousRect: DOMRectReadOnly; readonly currentRect: DOMRectReadOnly }[];
}

let browser: Browser;
let server: Server;
let url = '';
let page: Page;
let faults: Faults;
let bringEmulator: () => void;

beforeAll(async () => {
  browser = await launch();
  ({ url, server } = await serve('dist'));
});
afterAll(async () => {
  await browser.close();
  server.close();
});
afterEach(() => page.context().close());

/** Opens the page, whose emulator comes when `bringEmulator` is called. */
const open = async (options: Parameters<typeof openPage>[2] = {}, path = ''): Promise<void> => {
  const asked = new Promise<void>((resolve) => {
    bringEmulator = resolve;
  });
  ({ page, faults } = await openPage(browser, url + path, options, (context) => {
    void context.route(/emulator-/, async (route) => {
      await asked;
      await route.continue();
    });
    void context.addInitScript(() => {
      const moved: { shift: unknown[] } = { shift: [] };
      Object.assign(globalThis, { moved });
      // The masthead closes because a line was given: on a slow machine its frame comes so late that no input is blamed for it.
      let isClosing = false;
      new MutationObserver((_changes, observer) => {
        isClosing = !document.documentElement.hasAttribute('data-first');
        if (isClosing) observer.disconnect();
      }).observe(document, { subtree: true, attributeFilter: ['data-first'] });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as Shift[]) {
          const isItsFrame = isClosing;
          isClosing = false;
          // A fallback’s letters may be some thousandths wider than the typeface’s.
          if (!entry.hadRecentInput && !isItsFrame && entry.value > 0.00001)
            moved.shift.push([
              entry.value,
              ...entry.sources.map(({ node, previousRect, currentRect }) => [
                `${node?.nodeName}#${node?.parentElement?.id} ${node?.textContent?.slice(0, 40)}`,
                JSON.stringify([previousRect, currentRect]),
              ]),
            ]);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    return context;
  }));
};

/** What stands on the prerendered screen, its last lines. */
const early = async (): Promise<string> => (await page.locator('#screen').innerText()).trimEnd();

const finish = async (): Promise<string> => {
  bringEmulator();
  await ready(page);
  await page.waitForFunction(() => !document.getElementById('screen'));
  expect(faults).toEqual({ errors: [], foreign: [] });
  expect(await page.evaluate(() => (globalThis as unknown as { moved: { shift: unknown[] } }).moved.shift)).toEqual([]);
  return (await screen(page)).join('\n').trimEnd();
};

it('reads the answer to a line before there is an emulator, and the same after', async () => {
  await open();
  await page.keyboard.type('whoami | wc -l\r');
  await expect.poll(early).toMatch(/~ \$ whoami \| wc -l\n\n\d+\n\n~ \$$/);
  const before = await early();
  expect(await finish()).toBe(before);
});

it('keeps the line that is half typed when the emulator comes', async () => {
  await open();
  await page.keyboard.type('cd jobs\rls tik');
  await expect.poll(early).toMatch(/\$ cd jobs\n\n~\/jobs \$ ls tik$/);
  await finish();
  await page.keyboard.type('tok\r');
  await expect.poll(() => log(page)).toMatch(/ls tiktok\ntiktok$/);
});

it('takes several lines at once, an empty one and a wrong one among them', async () => {
  await open();
  await page.keyboard.type('echo a\r\rfalse\recho b\r');
  await expect.poll(early).toMatch(/echo a\n\na\n\n~ \$\s*\n\n~ \$ false\n\n~ \$ echo b\n\nb\n\n~ \$$/);
  const before = await early();
  expect((await finish()).replace(/ +$/gm, '')).toBe(before.replace(/ +$/gm, ''));
});

it('shows what is erased and killed as a terminal would', async () => {
  await open();
  await page.keyboard.type('zzz');
  await page.keyboard.press('Control+u');
  await page.keyboard.type('echo helpp');
  await page.keyboard.press('Backspace');
  await expect.poll(early).toMatch(/\$ echo help$/);
  await page.keyboard.press('Enter');
  await expect.poll(early).toMatch(/\$ echo help\n\nhelp\n\n~ \$$/);
  await finish();
});

it('takes the characters of AltGr, and a paste as one key that runs nothing', async () => {
  await open();
  await page.keyboard.type('echo a ');
  await page.evaluate(() => {
    for (const key of ['|', '~', '@'])
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey: true, altKey: true, modifierAltGraph: true, bubbles: true, cancelable: true }),
      );
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ' b\r\nc');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect.poll(early).toMatch(/\$ echo a \|~@ bc?/);
  expect(await finish()).toMatch(/\$ echo a \|~@ b/);
  expect(await page.locator('#log > section').count()).toBe(1);
});

it('gives a program that takes the whole screen the keys that came after it', async () => {
  await open();
  await page.keyboard.type('man cvsh\rq');
  bringEmulator();
  await ready(page);
  await page.keyboard.type('echo back\r');
  await expect.poll(() => log(page)).toMatch(/echo back\nback$/);
});

it('scrolls when more is printed than fits', async () => {
  await open({ viewport: { width: 390, height: 600 } });
  await page.keyboard.type('seq 60\r');
  await expect.poll(early).toMatch(/59\n60\n\n~ \$$/);
  const caret = await page.locator('#screen .caret').boundingBox();
  expect((caret?.y ?? 0) + (caret?.height ?? 0)).toBeLessThanOrEqual(600);
  await finish();
});

it.each([
  ['the dark', 'dark'],
  ['the light', 'light'],
] as const)('answers in %s theme', async (_name, colorScheme) => {
  await open({ colorScheme });
  await page.keyboard.type('ls jobs\r');
  await expect.poll(early).toMatch(/tokopedia-senior/);
  await finish();
});

it.each([1440, 820, 390, 320])('opens a job’s page with its answer, which stays where it is, %i pixels wide', async (width) => {
  await open({ viewport: { width, height: 1700 } }, 'jobs/shopee/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const before = await early();
  expect(before).toMatch(/^~ \$ cat jobs\/shopee\n\n[\s\S]*150 billion[\s\S]*ratelimit[\s\S]*\n\n~ \$$/);
  expect((await finish()).replace(/ +$/gm, '')).toBe(before.replace(/ +$/gm, ''));
  expect(asked.filter((address) => /engine|shell-worker/.test(address))).toEqual([]);
  expect(await page.locator('#log h2').allTextContents()).toContain('cat jobs/shopee');
  await page.keyboard.type('echo next\r');
  await expect.poll(() => log(page)).toMatch(/echo next\nnext$/);
});

it('answers anew where the page’s answer does not fit', async () => {
  await open({ viewport: { width: 1440, height: 900 } }, 'jobs/shopee/');
  await finish();
  await page.keyboard.type('font 150\r');
  await expect.poll(() => log(page)).toMatch(/font 150/);
  await page.reload();
  await ready(page);
  await expect.poll(() => log(page)).toContain('150 billion');
});
