/** It is safe: nothing hostile reaches screen, page, clipboard, title or storage as anything but text. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { log, screen, type } from './page.ts';
import { close, openSite } from './site.ts';

const site = openSite();

const ESC = '\x1b';

/** Sequences that would do something if a terminal got them raw. */
const hostile: readonly (readonly [name: string, text: string])[] = [
  ['title', `${ESC}]0;owned\x07`],
  ['clipboard', `${ESC}]52;c;b3duZWQ=\x07`],
  ['script link', `${ESC}]8;;javascript:alert(1)${ESC}\\here${ESC}]8;;${ESC}\\`],
  ['repeat', `A${ESC}[2147483647b`],
  ['scroll', `${ESC}[2147483647S`],
  ['device status', `${ESC}[6n${ESC}[c`],
  ['mouse mode', `${ESC}[?1003h`],
  ['alternate screen', `${ESC}[?1049h`],
  ['hidden cursor', `${ESC}[?25l`],
  ['hidden text', `${ESC}[8mhidden`],
  ['palette', `${ESC}]4;1;rgb:00/00/00${ESC}\\`],
  ['unterminated string', `${ESC}P$q`],
  ['C1', '\x9b31m'],
  ['line drawing', `${ESC}(0`],
  ['forged prompt', '\rvisitor@cvsh:~$ rm'],
  ['bidi override', '\u202etxt.exe'],
  ['markup', '<img src=x onerror=alert(1)>'],
];

describe.each(hostile)('%s', (_name, text) => {
  it('is text wherever it comes in', async () => {
    const { page, faults } = await site.open();
    const title = await page.title();
    await page.evaluate((sequence) => navigator.clipboard?.writeText(sequence).catch(() => {}), text);
    await page.locator('.xterm-helper-textarea').evaluate((field, sequence) => {
      const data = new DataTransfer();
      data.setData('text/plain', `echo '${sequence}`);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
    await page.keyboard.type("' > f; cat f");
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#log > section').count()).toBe(2);
    expect(await type(page, 'echo alive')).toBe('alive');
    expect(await page.title()).toBe(title);
    expect(await log(page)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect((await screen(page)).join('')).not.toContain(ESC);
    expect(await page.locator('#log img').count()).toBe(0);
    expect(faults).toEqual({ errors: [], foreign: [] });
    await close(page);
  });
});

describe('a paste', () => {
  it('of several lines runs nothing by itself', async () => {
    const { page } = await site.open();
    await page.locator('.xterm-helper-textarea').evaluate((field) => {
      const data = new DataTransfer();
      data.setData('text/plain', 'echo one\necho two\n');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect.poll(async () => (await screen(page)).join('\n')).toContain('echo two');
    expect(await page.locator('#log > section').count()).toBe(1);
    await close(page);
  });

  it('of a megabyte leaves the page alive', async () => {
    const { page } = await site.open();
    await page.locator('.xterm-helper-textarea').evaluate((field) => {
      const data = new DataTransfer();
      data.setData('text/plain', 'x'.repeat(1_000_000));
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.keyboard.press('Control+u');
    expect(await type(page, 'echo alive')).toBe('alive');
    await close(page);
  });
});

describe('the policy', () => {
  it('is broken by nothing in a tour of the shell', async () => {
    const { page, faults } = await site.open();
    await page.evaluate(() => {
      const broken: string[] = [];
      Object.assign(globalThis, { broken });
      addEventListener('securitypolicyviolation', (event) => broken.push(`${event.violatedDirective} ${event.sourceFile}`));
    });
    for (const line of [
      'ls -l',
      'git log --oneline',
      'nosuch',
      'theme contrast',
      'font 120%',
      'share -n',
      'help',
      'cat jobs/*',
      'grep -n Redis jobs/*',
      'cal',
    ])
      await type(page, line);
    await page.setViewportSize({ width: 600, height: 500 });
    await page.keyboard.type('man ls');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(600);
    await page.keyboard.press('q');
    expect(await page.evaluate(() => (globalThis as unknown as { broken: string[] }).broken)).toEqual([]);
    expect(faults).toEqual({ errors: [], foreign: [] });
    await close(page);
  });

  it('lets colours through: a red word is red in the theme’s red', async () => {
    const { page } = await site.open('', { colorScheme: 'dark' });
    await type(page, 'nosuch');
    const colour = await page.evaluate(() => {
      const word = [...document.querySelectorAll('.xterm-rows span')].find((span) => span.textContent?.includes('not found'));
      return word ? getComputedStyle(word).color : '';
    });
    expect(colour).toBe('rgb(255, 123, 133)');
    await close(page);
  });

  it('stands in the page and in the headers, and holds the inline script to its hash', () => {
    const index = readFileSync('dist/index.html', 'utf8');
    const headers = readFileSync('dist/_headers', 'utf8');
    for (const text of [index, headers]) {
      for (const rule of [
        "default-src 'none'",
        "style-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
      ])
        expect(text).toContain(rule);
      expect(text).not.toMatch(/unsafe-inline|unsafe-eval|https?:\/\/(?!localhost|127)[^"' ;]*;/);
    }
    expect(headers).toContain("frame-ancestors 'none'");
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(index) ?? [];
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(2048);
  });
});

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
    for (let turn = 0; turn < 10; turn++) {
      for (const [index, tab] of tabs.entries()) await type(tab, `: tab ${index} turn ${turn}`);
    }
    const kept = await (tabs[0] as (typeof tabs)[0]).evaluate(() =>
      Object.entries(localStorage)
        .filter(([key]) => key.startsWith('cvsh:history:'))
        .map(([, line]) => line),
    );
    expect(kept.filter((line) => line.startsWith(': tab')).length).toBe(20);
    await context.close();
  });
});
