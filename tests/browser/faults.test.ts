/** What is missing, damaged, forbidden or broken in the middle: the résumé stays readable, and the shell goes on. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { built, keptOffline, log, ready, screen, serve, type } from './page.ts';
import { close, openSite } from './site.ts';

const site = openSite();

const isReadable = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => document.getElementById('resume')?.checkVisibility());
  expect(await page.locator('#resume').innerText()).toContain('TikTok');
  expect(await page.locator('.xterm-helper-textarea:visible').count()).toBe(0);
};

describe('a page without', () => {
  it('scripts is the plain résumé', async () => {
    const context = await site.context({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.url());
    await isReadable(page);
    expect(await page.locator('#shell').isVisible()).toBe(false);
    await context.close();
  });

  it.each([
    ['its own script, which never comes', '**/assets/index-*.js', undefined],
    ['its own script, which the host refuses', '**/assets/index-*.js', { status: 503, body: '' }],
    [
      'its own script, for which the host sends a page',
      '**/assets/index-*.js',
      { status: 200, contentType: 'text/html', body: '<p>hello' },
    ],
    [
      'its own script, which breaks',
      '**/assets/index-*.js',
      { status: 200, contentType: 'text/javascript', body: 'throw new Error("broken")' },
    ],
    ['its style sheet, which never comes', '**/*.css', undefined],
    ['its style sheet, which the host refuses', '**/*.css', { status: 503, body: '' }],
    ['any file', '**/assets/**', undefined],
  ] as const)('%s is the plain résumé', async (_name, pattern, answer) => {
    const context = await site.context();
    const page = await context.newPage();
    await page.route(pattern, (route) => (answer ? route.fulfill(answer) : route.abort()));
    await page.goto(site.url());
    await isReadable(page);
    await context.close();
  });

  it('the constructed style sheets that its policy needs is the plain résumé', async () => {
    const context = await site.context();
    const page = await context.newPage();
    await page.addInitScript(() => {
      Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets');
      Reflect.deleteProperty(globalThis, 'CSSStyleSheet');
    });
    await page.goto(site.url());
    await isReadable(page);
    await context.close();
  });
});

describe('a browser that forbids', () => {
  it.each([
    ['every kind of storage', ['localStorage', 'sessionStorage', 'caches', 'indexedDB'], 'globalThis'],
    ['service workers', ['serviceWorker'], 'navigator'],
  ] as const)('%s has the shell all the same', async (_name, members, owner) => {
    const context = await site.context();
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.addInitScript(
      `for (const name of ${JSON.stringify(members)}) Object.defineProperty(${owner}, name, { get() { throw new DOMException('refused', 'SecurityError'); } });`,
    );
    await page.goto(site.url());
    await ready(page);
    expect(await type(page, 'theme paper; copy about; history -c; echo alive')).toMatch(/alive$/);
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('a command', () => {
  it('whose file does not come says so, and the prompt returns', async () => {
    const context = await site.context();
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(site.url());
    await ready(page);
    await type(page, ':');
    await page.route('**/assets/cowsay-*.js', (route) => route.abort());
    expect(await type(page, 'cowsay moo')).toMatch(/\S/);
    expect(await type(page, 'echo $?')).not.toBe('0');
    expect(errors).toEqual([]);
    await context.close();
  });

  it('that breaks says so, and the prompt returns', async () => {
    const context = await site.context();
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.route('**/assets/cowsay-*.js', async (route) => {
      const text = await (await route.fetch()).text();
      await route.fulfill({
        contentType: 'text/javascript',
        body: text.replace(/run:async\(.*?\)=>\{/, (start) => `${start}throw new TypeError("a bug");`),
      });
    });
    await page.goto(site.url());
    await ready(page);
    expect(await type(page, 'cowsay moo')).toContain('a bug');
    expect(await type(page, 'echo $?')).not.toBe('0');
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('a storage', () => {
  /** Opens the page over what `prepare` left in the storage; the shell must answer, and nothing may have gone wrong. */
  const survive = async (prepare: string): Promise<Page> => {
    const context = await site.context();
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${site.url()}robots.txt`);
    await page.evaluate(prepare);
    await page.goto(site.url());
    await ready(page);
    expect(await type(page, 'echo alive')).toBe('alive');
    await page.keyboard.press('ArrowUp');
    expect(await type(page, '')).toBe('alive');
    await page.keyboard.insertText('font; theme night; history | tail -1 | wc -l');
    expect(await type(page, '')).toContain('1');
    expect(await page.evaluate('({}).x')).toBeUndefined();
    expect(errors).toEqual([]);
    return page;
  };

  it.each([
    ['nothing', "''"],
    ['null', "'null'"],
    ['an open brace', "'{'"],
    ['a list', "'[1,{}]'"],
    ['a prototype', '\'{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}\''],
    ['five million characters', "'x'.repeat(4_900_000)"],
    ['a list of a hundred thousand', 'JSON.stringify(Array.from({ length: 1e5 }, (_, i) => i))'],
    ['an old version', '\'{"version":0,"theme":"amber"}\''],
    ['a future version', '\'{"version":99,"theme":"amber","fontScale":3}\''],
    ['other types', '\'{"version":1,"theme":7,"fontScale":"x","motion":[],"view":{}}\''],
    ['control characters', "'\\u001b]0;owned\\u0007\\u202e'"],
  ])('that holds %s under each of our names starts the page all the same', async (_name, text) => {
    await close(
      await survive(`(() => {
        const text = ${text};
        for (const key of ['cvsh:settings', 'cvsh:theme-css', 'cvsh:history:000000001-0000-x', 'cvsh:history:', 'cvsh:history:__proto__', 'cvsh:visits', 'cvsh:wordpuzzle'])
          try { localStorage.setItem(key, text); } catch {}
      })()`),
    );
  });

  it('that is full to the last unit starts the page, and gives way to the newest line', async () => {
    const page = await survive(`(() => {
      for (let entry = 0; entry < 300; entry++) localStorage.setItem('cvsh:history:' + String(entry).padStart(9, '0') + '-0000-x', 'echo entry ' + entry);
      for (let size = 2_000_000; size > 0; size = Math.floor(size / 2))
        for (;;) try { localStorage.setItem('filler' + Math.random(), 'x'.repeat(size)); } catch { break; }
    })()`);
    expect(await page.evaluate("Object.values(localStorage).includes('echo alive')")).toBe(true);
    await close(page);
  });

  it('that was changed in another tab meanwhile changes nothing under the fingers', async () => {
    const { page } = await site.open();
    await page.keyboard.type('echo half');
    const other = await page.context().newPage();
    await other.goto(`${site.url()}robots.txt`);
    await other.evaluate(() => {
      localStorage.clear();
      localStorage.setItem('cvsh:settings', '{"version":1,"theme":"amber","view":"plain"}');
    });
    await other.close();
    expect(await type(page, ' a line')).toBe('half a line');
    await close(page);
  });
});

describe('a new version of the site', () => {
  it('is there at the next load, is told of when it is ready, and is whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cvsh-site-'));
    cpSync(built, folder, { recursive: true });
    const { url, server } = await serve(folder);
    const context = await site.browser().newContext();
    const page = await context.newPage();
    await page.goto(url);
    await ready(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 30_000 });
    await keptOffline(page);

    // The next version has another title, and another name for the file of each command.
    for (const name of ['index.html', 'sw.js']) {
      const path = join(folder, name);
      const text = readFileSync(path, 'utf8');
      writeFileSync(
        path,
        name === 'sw.js'
          ? text.replace(/[0-9a-f]{12}/, '0123456789ab').replaceAll('cowsay-', 'cowsay-next-')
          : text.replace(/<title>/, '<title>Next: '),
      );
    }
    const cowsay = readdirSync(join(folder, 'assets')).find((name) => name.startsWith('cowsay-')) ?? '';
    cpSync(join(folder, 'assets', cowsay), join(folder, 'assets', cowsay.replace('cowsay-', 'cowsay-next-')));
    rmSync(join(folder, 'assets', cowsay));

    await page.reload();
    await ready(page);
    expect(await page.title()).toContain('Next');
    await expect.poll(async () => (await screen(page)).join('\n'), { timeout: 30_000 }).toContain('A newer version of this page is ready');
    // A page finds the files of the version before as well.
    expect(await type(page, 'cowsay moo')).toContain('moo');
    await context.setOffline(true);
    await page.reload();
    await ready(page);
    expect(await page.title()).toContain('Next');
    expect(await log(page)).toContain('TikTok');
    await context.close();
    server.close();
    rmSync(folder, { recursive: true });
  });
});
