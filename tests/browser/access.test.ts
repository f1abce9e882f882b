/** Everyone can use it: keyboard, screen reader, small screens, large text, reduced motion, forced colours. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { boxOf, screen, type } from './page.ts';
import { coloursOf, decodePng } from './pixels.ts';
import { close, openSite } from './site.ts';

const site = openSite();
const open = async (options: BrowserContextOptions = {}, path = ''): Promise<Page> => (await site.open(path, options)).page;

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: active } = document;
    return active?.closest('.xterm') ? 'terminal' : (active?.id ?? '');
  });

describe('axe finds nothing', () => {
  it.each([
    ['in the first view', {}, '', ''],
    ['in light', { colorScheme: 'light' }, '', ''],
    ['at 320 pixels', { viewport: { width: 320, height: 568 } }, '', ''],
    ['after commands', {}, '', 'ls jobs; cat shopee; nosuch'],
    ['in the plain view', {}, '?plain', ''],
    ['in the plain view, light', { colorScheme: 'light' }, '?plain', ''],
    ['on an entry’s page', {}, 'jobs/shopee/?plain', ''],
  ] as const)('%s', async (_name, options, path, line) => {
    const page = await open(options, path);
    if (line !== '') await type(page, line);
    expect(await violations(page)).toEqual([]);
    await close(page);
  });

  it('with the transcript open', async () => {
    const page = await open();
    await type(page, 'ls jobs');
    await page.click('#to-log');
    expect(await violations(page)).toEqual([]);
    await close(page);
  });

  it('on a phone, in a manual, in a menu, and in a program of its own', async () => {
    const phone = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    expect(await violations(phone)).toEqual([]);
    await close(phone);
    const page = await open();
    for (const keys of [['man ls', 'Enter'], ['q'], ['ls jobs/', 'Tab', 'Tab'], ['Escape', 'Control+u'], ['theme', 'Enter'], ['Escape']]) {
      for (const key of keys) await (/^([A-Z]|q$)/.test(key) ? page.keyboard.press(key) : page.keyboard.type(key));
      await page.waitForTimeout(150);
      expect({ keys, found: await violations(page) }).toEqual({ keys, found: [] });
    }
    await close(page);
  });
});

describe('the keyboard', () => {
  it('can leave the terminal by Tab on an empty line, by Escape then Tab, and by Shift-Tab', async () => {
    const page = await open();
    expect(await focused(page)).toBe('terminal');
    await page.keyboard.press('Tab');
    expect(await focused(page)).not.toBe('terminal');
    await page.evaluate(() => (document.querySelector('.xterm-helper-textarea') as HTMLElement).focus());
    await page.keyboard.type('ca');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await focused(page)).not.toBe('terminal');
    await page.evaluate(() => (document.querySelector('.xterm-helper-textarea') as HTMLElement).focus());
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).not.toBe('terminal');
    await close(page);
  });

  it.each(['sleep 60', 'cat', 'man ls', 'rewards'])(
    'can leave the terminal by Escape then Tab, and by Shift-Tab, while `%s` runs',
    async (line) => {
      const page = await open();
      await type(page, ':');
      await page.keyboard.type(line);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
      await page.keyboard.press('Shift+Tab');
      expect(await focused(page)).not.toBe('terminal');
      await page.evaluate(() => (document.querySelector('.xterm-helper-textarea') as HTMLElement).focus());
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      expect(await focused(page)).not.toBe('terminal');
      await close(page);
    },
  );

  it('shows where it is: the edge of the prompt’s well is in the cursor’s colour, and grey without it', async () => {
    const page = await open();
    const edge = async (): Promise<string | undefined> => {
      const box = await boxOf(page.locator('#well'));
      const clip = { x: Math.round(box.x), y: box.y + box.height / 2 - 4, width: 1, height: 8 };
      return [...coloursOf(await decodePng(site.browser(), await page.screenshot({ clip })))][0]?.[0];
    };
    const focused = await edge();
    expect(focused).toBe([...coloursOf(await decodePng(site.browser(), await page.locator('.xterm-cursor').screenshot()))][0]?.[0]);
    await page.locator('#to-log').focus();
    await expect.poll(edge).not.toBe(focused);
    await close(page);
  });

  it('that begins before the terminal is there keeps its place', async () => {
    const context = await site.context();
    const page = await context.newPage();
    await page.route('**/assets/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });
    await page.goto(site.url(), { waitUntil: 'commit' });
    await page.waitForSelector('html[data-view=terminal] #skip', { state: 'attached' });
    await page.waitForFunction(() => getComputedStyle(document.getElementById('skip') as Element).display !== 'none');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('skip');
    await page.waitForSelector('html[data-shell=ready]');
    expect(await focused(page)).toBe('skip');
    await context.close();
  });

  it('completes with Tab while there is something to complete, and stays', async () => {
    const page = await open();
    await page.keyboard.type('who');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('terminal');
    await close(page);
  });

  it('meets the skip link first, which leads to the plain résumé', async () => {
    const page = await open();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('skip');
    expect(await page.locator('#skip').boundingBox()).toMatchObject({ y: expect.closeTo(8, 0) });
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('resume');
    expect(await page.locator('#resume').isVisible()).toBe(true);
    await close(page);
  });

  it('goes to the plain view and back by F2, with the terminal as it was', async () => {
    const page = await open();
    await type(page, 'echo still here');
    await page.keyboard.type('half a li');
    await page.keyboard.press('F2');
    expect(await page.locator('#resume').isVisible()).toBe(true);
    await page.keyboard.press('F2');
    await page.keyboard.type('ne');
    await page.waitForFunction(
      () =>
        document.querySelector('.xterm-rows')?.textContent?.includes('half\u00a0a\u00a0line') ||
        document.querySelector('.xterm-rows')?.textContent?.includes('half a line'),
    );
    expect((await screen(page)).join('\n')).toContain('still here');
    await close(page);
  });

  it.each(['F3', 'F5', 'F6', 'F11', 'F12', 'Control+Shift+c'])('leaves %s to the browser', async (key) => {
    const page = await open();
    await page.evaluate(() => {
      addEventListener('keydown', (event) => {
        Object.assign(globalThis, { kept: event.defaultPrevented });
        event.preventDefault();
      });
    });
    await page.keyboard.press(key);
    expect(await page.evaluate(() => (globalThis as unknown as { kept: boolean }).kept)).toBe(false);
    await close(page);
  });
});

describe('a screen reader', () => {
  it('finds a named field, a polite status, a silent log, and nothing assertive', async () => {
    const page = await open();
    await type(page, 'ls jobs');
    const client = await page.context().newCDPSession(page);
    const { nodes } = (await client.send('Accessibility.getFullAXTree')) as {
      nodes: { role?: { value: string }; name?: { value: string }; properties?: { name: string; value: { value: unknown } }[] }[];
    };
    const found = (role: string) => nodes.filter((node) => node.role?.value === role);
    expect(found('textbox').map((node) => node.name?.value)).toEqual(['Command line']);
    expect(found('log').map((node) => node.name?.value)).toEqual(['Terminal output']);
    const live = nodes
      .flatMap((node) => node.properties ?? [])
      .filter(({ name }) => name === 'live')
      .map(({ value }) => value.value);
    expect(live).toContain('polite');
    expect(live).not.toContain('assertive');
    await close(page);
  });

  it('hears the line that ↑ fetches', async () => {
    const page = await open();
    await type(page, 'echo fetched');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('.xterm-helper-textarea').inputValue()).toBe('echo fetched');
    await close(page);
  });

  it('is told nothing by typing alone', async () => {
    const page = await open();
    await page.waitForTimeout(200);
    await page.evaluate(() => {
      Object.assign(globalThis, { changes: 0 });
      new MutationObserver((records) => {
        (globalThis as unknown as { changes: number }).changes += records.length;
      }).observe(document.getElementById('status') as Node, { childList: true, characterData: true, subtree: true });
    });
    await page.keyboard.type('echo quiet');
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => (globalThis as unknown as { changes: number }).changes)).toBe(0);
    await close(page);
  });

  it('reaches by Tab what the last command printed', async () => {
    const page = await open();
    await type(page, 'ls jobs');
    expect(
      await page
        .locator('#log > section')
        .last()
        .locator('button')
        .first()
        .evaluate((button) => (button as HTMLElement).tabIndex),
    ).toBe(0);
    await type(page, 'ls');
    expect(
      await page
        .locator('#log > section:has(h2:text-is("ls jobs")) button')
        .first()
        .evaluate((button) => (button as HTMLElement).tabIndex),
    ).toBe(-1);
    await close(page);
  });
});

describe('any screen', () => {
  it.each([
    [320, 568],
    [640, 360],
    [390, 844],
    [1280, 256],
  ])('of %i×%i needs no scrolling sideways', async (width, height) => {
    const page = await open({ viewport: { width, height } });
    await type(page, 'cat shopee');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.keyboard.press('F2');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await close(page);
  });

  it('shows text twice as large to whoever set twice as large', async () => {
    const page = await open();
    const height = (): Promise<number> => page.evaluate(() => (document.querySelector('.xterm-rows > div') as HTMLElement).offsetHeight);
    const before = await height();
    await type(page, 'font 200%');
    await page.waitForTimeout(300);
    expect(await height()).toBeGreaterThanOrEqual(before * 1.9);
    await close(page);
  });
});

describe('reduced motion', () => {
  it('stills the page when it is asked for meanwhile, and a program prints its last frame', async () => {
    const page = await open();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.keyboard.type('echo "a b" | cat');
    expect(await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)).toBe(0);
    await page.keyboard.press('Control+u');
    await page.evaluate(() => {
      location.hash = '#timeline';
    });
    await page.waitForFunction(() => document.querySelector('#log > section:last-child h2')?.textContent === 'timeline');
    expect(await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)).toBe(0);
    await close(page);
  });

  it('leaves nothing that moves', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await type(page, 'ls jobs');
    expect(await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)).toBe(0);
    await close(page);
  });
});

describe('print', () => {
  it('is the résumé alone, on one or two pages', async () => {
    const page = await open();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#shell').isVisible()).toBe(false);
    expect(await page.locator('#resume').isVisible()).toBe(true);
    const pdf = (await page.pdf({ format: 'A4', tagged: true })).toString('latin1');
    expect((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length).toBeLessThanOrEqual(2);
    await close(page);
  });
});
