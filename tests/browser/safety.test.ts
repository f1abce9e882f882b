/** It is safe: nothing hostile reaches screen, page, clipboard, title or storage as anything but text. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boxOf, log, screen, type } from './page.ts';
import { close, openSite } from './site.ts';

const site = openSite();
const elsewhere = openSite('/', false);

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

describe('a paste of a megabyte', () => {
  it('leaves a line of at most 4,096 characters, without a control character', async () => {
    const { page } = await site.open();
    await page.locator('.xterm-helper-textarea').evaluate((field) => {
      const data = new DataTransfer();
      data.setData('text/plain', 'x\u001b[31m\n'.repeat(150_000));
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect.poll(async () => (await page.locator('.xterm-helper-textarea').inputValue()).length).toBeGreaterThan(100);
    const line = await page.locator('.xterm-helper-textarea').inputValue();
    expect(line.length).toBeLessThanOrEqual(4096);
    expect(line).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
    expect(await page.locator('#log > section').count()).toBe(1);
    await close(page);
  });
});

describe('a web address', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'https://user:secret@example.org/',
    '//example.org/',
    'java\tscript:alert(1)',
    'vbscript:x',
    'blob:https://example.org/x',
  ])('such as %j is not opened, and that is said', async (address) => {
    const { page } = await site.open();
    let opened = 0;
    page.context().on('page', () => opened++);
    await page.keyboard.insertText(`open $'${address.replace('\t', '\\t')}'`);
    expect(await type(page, '')).toMatch(/\S/);
    expect(await type(page, 'echo $?')).not.toBe('0');
    expect(opened).toBe(0);
    await close(page);
  });

  it('of another site opens at the visitor’s word, and gets no hold of this page', async () => {
    const context = await site.browser().newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(site.url());
    await page.waitForSelector('html[data-shell=ready]');
    const [other] = await Promise.all([context.waitForEvent('page'), type(page, `open ${elsewhere.url()}robots.txt`)]);
    await other.waitForLoadState();
    expect(other.url()).toBe(`${elsewhere.url()}robots.txt`);
    expect(await other.evaluate(() => [opener, document.referrer])).toEqual([null, '']);
    await context.close();
  });

  it('under the pointer is told before the click', async () => {
    const { page } = await site.open();
    await type(page, 'share -n cat grab');
    const place = await boxOf(page.locator('.xterm-rows .xterm-underline-5', { hasText: 'jobs/grab' }).last());
    await page.mouse.move(place.x + 20, place.y + 9);
    await expect.poll(() => page.locator('#xterm').getAttribute('title')).toBe(`${site.url()}jobs/grab/`);
    expect(await page.locator('#log a').last().getAttribute('rel')).toContain('noopener');
    await close(page);
  });
});

describe('a name that objects have already', () => {
  it.each(['__proto__', 'constructor', 'toString'])('such as %s is as any other', async (name) => {
    const { page } = await site.open();
    expect(await type(page, name)).toContain(`There is no ${name} here.`);
    expect(await type(page, `export ${name}=kept; echo $${name}; env | grep -c '^${name}='`)).toBe('kept\n1');
    expect(await type(page, `alias ${name}='echo aliased'; ${name}`)).not.toContain('native code');
    expect(await type(page, `${name}`)).toBe('aliased');
    await type(page, `unalias ${name}`);
    expect(await type(page, `${name}() { echo called; }; ${name}`)).toBe('called');
    expect(await type(page, `echo in > ${name}; cat ${name}; help ${name} 2> /dev/null; man ${name} 2> /dev/null`)).toBe('in');
    expect(await page.evaluate('[({}).x, ({}).kept, Object.keys(Object.prototype).length]')).toEqual([undefined, undefined, 0]);
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
    const names = ['commands', 'builtins', 'exhibits'].flatMap((folder) =>
      readdirSync(`src/${folder}`)
        .filter((name) => name.endsWith('.ts'))
        .map((name) => name.slice(0, -3)),
    );
    await page.keyboard.insertText(`for name in ${names.join(' ')}; do command "$name" --help; done 2>&1 | grep -c .`);
    expect(Number(await type(page, ''))).toBeGreaterThan(names.length);
    for (const exhibit of ['rewards', 'trending', 'burst', 'theme']) {
      await page.keyboard.type(exhibit);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(200);
      for (const key of ['ArrowDown', 'Escape', 'q', 'Control+c']) await page.keyboard.press(key);
      await type(page, 'echo back');
    }
    await page.evaluate(() => {
      location.hash = '#timeline';
    });
    await page.keyboard.press('Control+r');
    await page.keyboard.type('ls');
    await page.keyboard.press('Control+c');
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
    await type(page, 'seq');
    const colour = (): Promise<string> =>
      page.evaluate(() => {
        const word = [...document.querySelectorAll('.xterm-rows span')].find((span) => span.textContent?.includes('missing operand'));
        return word ? getComputedStyle(word).color : '';
      });
    await expect.poll(colour).toBe('rgb(255, 143, 128)');
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
    // Most of it is the style sheet of the first screen.
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(14_500);
  });
});
