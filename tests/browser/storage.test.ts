/** Settings and history across visits and tabs, whatever the browser makes of its storage. */
import { describe, expect, it } from 'vitest';
import { type } from './page.ts';
import { openSite } from './site.ts';

const site = openSite();

describe('storage', () => {
  const open = async (setUp: () => void): Promise<void> => {
    const context = await site.context();
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.addInitScript(setUp);
    await page.goto(site.url());
    await page.waitForSelector('html[data-shell=ready]');
    expect(await type(page, 'echo alive')).toBe('alive');
    await page.keyboard.press('ArrowUp');
    expect(await type(page, '')).toBe('alive');
    expect(errors).toEqual([]);
    await context.close();
  };

  it('that is refused is done without', () =>
    open(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    }));

  it.each([
    ['--bg:#123456;', true],
    ['color-scheme:dark;--bg:#123456;', true],
    ['--bg:#123456;display:none;', false],
    ['--bg:#123456;background:#ff0000;', false],
  ])('may colour the first paint, and nothing else: %s', async (declarations, taken) => {
    const context = await site.context();
    const page = await context.newPage();
    // The page's own script, which sets the theme anew, stays away.
    await page.route('**/assets/index-*.js', () => {});
    await page.addInitScript((css) => {
      localStorage['cvsh:theme-css'] = css;
    }, `:root{${declarations}}`);
    await page.goto(site.url(), { waitUntil: 'commit' });
    await page.waitForSelector('html[data-view=terminal]');
    const [shown, colour] = await page.evaluate(() => [
      getComputedStyle(document.documentElement).display,
      getComputedStyle(document.documentElement).getPropertyValue('--bg'),
    ]);
    expect(shown).toBe('block');
    expect(colour === '#123456').toBe(taken);
    await context.close();
  });

  it('that is full is done without', () =>
    open(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    }));

  it.each([
    '',
    'null',
    '{',
    '[1,{}]',
    '{"__proto__":{"x":1}}',
    '{"version":99,"theme":"amber"}',
    '{"version":1,"theme":"../../x","fontScale":1e9}',
  ])('that holds %j as settings is set aside', async (text) => {
    const context = await site.context();
    const page = await context.newPage();
    await page.addInitScript((value) => localStorage.setItem('cvsh:settings', value), text);
    await page.goto(site.url());
    await page.waitForSelector('html[data-shell=ready]');
    expect(await type(page, 'font')).toBe('100%');
    expect(await page.evaluate(() => ({}) as { x?: number }).then((object) => object.x)).toBeUndefined();
    await context.close();
  });

  it('keeps the history and the theme for the next visit', async () => {
    const context = await site.context();
    const first = await context.newPage();
    await first.goto(site.url());
    await first.waitForSelector('html[data-shell=ready]');
    await type(first, 'echo kept');
    await type(first, 'theme paper');
    await first.close();
    const second = await context.newPage();
    await second.goto(site.url());
    await second.waitForSelector('html[data-shell=ready]');
    await expect.poll(() => second.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(246, 239, 224)');
    await second.keyboard.press('ArrowUp');
    await second.keyboard.press('ArrowUp');
    expect(await type(second, '')).toBe('kept');
    await context.close();
  });

  it('loses nothing of what two tabs write', async () => {
    const context = await site.context();
    const tabs = [await context.newPage(), await context.newPage()];
    for (const tab of tabs) {
      await tab.goto(site.url());
      await tab.waitForSelector('html[data-shell=ready]');
      await type(tab, 'true');
    }
    await Promise.all(
      tabs.map(async (tab, index) => {
        for (let turn = 0; turn < 100; turn++) {
          await tab.keyboard.insertText(`: tab ${index} turn ${turn}`);
          await tab.keyboard.press('Enter');
        }
        await type(tab, 'echo done');
      }),
    );
    const kept = (): Promise<number> =>
      (tabs[0] as (typeof tabs)[0]).evaluate(
        () => Object.entries(localStorage).filter(([key, line]) => key.startsWith('cvsh:history:') && line.startsWith(': tab')).length,
      );
    // What one tab has written reaches the other's view of it a little later.
    await expect.poll(kept).toBe(200);
    await context.close();
  });
});
