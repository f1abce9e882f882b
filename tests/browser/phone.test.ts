/** On a phone: touch only, a soft keyboard that composes and corrects, a small screen. */
import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { boxOf, screen } from './page.ts';
import { close, openSite } from './site.ts';

const site = openSite();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } as const;

const open = async (path = ''): Promise<Page> => (await site.open(path, phone)).page;

const ime = async (page: Page): Promise<CDPSession> => page.context().newCDPSession(page);

const lastCommand = (page: Page, line: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.querySelector('#log > section:last-child h2')?.textContent === wanted, line);

const prompt = async (page: Page): Promise<string> => (await screen(page)).filter((row) => row !== '').at(-1) ?? '';

/** Taps beside the cursor. */
const tapPrompt = async (page: Page): Promise<void> => {
  const cursor = await boxOf(page.locator('.xterm-cursor').first());
  await page.touchscreen.tap(cursor.x + 60, cursor.y + cursor.height / 2);
};

describe('the soft keyboard', () => {
  it('stays away while one reads', async () => {
    const page = await open();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await close(page);
  });

  it('comes at a tap, and what it types arrives once', async () => {
    const page = await open();
    await tapPrompt(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('typing');
    const client = await ime(page);
    await client.send('Input.insertText', { text: 'ls jobs' });
    await expect.poll(() => prompt(page)).toContain('ls jobs');
    await page.keyboard.press('Enter');
    await lastCommand(page, 'ls jobs');
    await close(page);
  });

  it('composes: the line follows, and the commit comes once', async () => {
    const page = await open();
    await tapPrompt(page);
    const client = await ime(page);
    await client.send('Input.insertText', { text: 'echo ' });
    for (const text of ['h', 'he', 'hel', 'hello'])
      await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await client.send('Input.insertText', { text: 'hello' });
    await expect.poll(() => prompt(page)).toMatch(/echo hello$/);
    await page.keyboard.press('Enter');
    await lastCommand(page, 'echo hello');
    await close(page);
  });

  it('corrects a word, and the line is what the field shows', async () => {
    const page = await open();
    await tapPrompt(page);
    await page.locator('#typing').evaluate((field: HTMLTextAreaElement) => {
      for (const text of ['e', 'ec', 'echo teh', 'echo the ']) {
        field.value = text;
        field.setSelectionRange(text.length, text.length);
        field.dispatchEvent(new InputEvent('input', { inputType: 'insertReplacementText', data: text }));
      }
    });
    await expect.poll(() => prompt(page)).toMatch(/echo the$/);
    await close(page);
  });

  it('pastes several lines as text', async () => {
    const page = await open();
    await tapPrompt(page);
    await page.locator('#typing').evaluate((field) => {
      const data = new DataTransfer();
      data.setData('text/plain', 'echo one\necho two\n');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.waitForTimeout(300);
    expect(await page.locator('#log > section').count()).toBe(1);
    await close(page);
  });

  it('finds a field that neither zooms nor corrects', async () => {
    const page = await open();
    const field = page.locator('#typing');
    expect(await field.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThanOrEqual(16);
    for (const [name, value] of [
      ['autocapitalize', 'off'],
      ['autocorrect', 'off'],
      ['autocomplete', 'off'],
      ['enterkeyhint', 'send'],
    ] as const)
      expect(await field.getAttribute(name)).toBe(value);
    expect(await page.locator('meta[name=viewport]').getAttribute('content')).not.toMatch(/user-scalable|maximum-scale/);
    await close(page);
  });
});

describe('the row of keys', () => {
  it('has what a phone lacks, each large enough', async () => {
    const page = await open();
    await tapPrompt(page);
    const names = await page.locator('#touch-keys button').allTextContents();
    expect(names).toEqual(['Tab', 'Esc', 'Ctrl', '↑', '↓', '|', '/', '~', 'Paste']);
    for (const box of await page.locator('#touch-keys button').all()) {
      const size = await box.boundingBox();
      expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(24);
    }
    await close(page);
  });

  it('completes, fetches and interrupts', async () => {
    const page = await open();
    await tapPrompt(page);
    const client = await ime(page);
    await client.send('Input.insertText', { text: 'who' });
    await page.locator('#touch-keys button', { hasText: 'Tab' }).tap();
    await expect.poll(() => prompt(page)).toContain('who');
    await client.send('Input.insertText', { text: 'ami' });
    await page.locator('#touch-keys button', { hasText: 'Ctrl' }).tap();
    await client.send('Input.insertText', { text: 'c' });
    await expect.poll(async () => (await screen(page)).join('\n')).toContain('^C');
    await close(page);
  });
});

describe('a finger', () => {
  it('runs a command that it taps, and the keyboard stays away', async () => {
    const page = await open();
    const place = await boxOf(page.locator('.xterm-rows span', { hasText: 'TikTok' }).first());
    await page.touchscreen.tap(place.x + 20, place.y + place.height / 2);
    await lastCommand(page, 'cat tiktok');
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('typing');
    await close(page);
  });

  it('scrolls what was printed', async () => {
    const page = await open();
    await tapPrompt(page);
    await (await ime(page)).send('Input.insertText', { text: 'seq 200' });
    await page.keyboard.press('Enter');
    await lastCommand(page, 'seq 200');
    await page.waitForTimeout(200);
    const top = (await screen(page))[0];
    const client = await ime(page);
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 200, y: 300 }] });
    for (const y of [360, 420, 480]) await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: 200, y }] });
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(async () => (await screen(page))[0]).not.toBe(top);
    await close(page);
  });
});

describe('the screen of a phone', () => {
  it('shows where one types, before and after the first tap', async () => {
    const page = await open();
    expect(await page.locator('.xterm-cursor').count()).toBe(1);
    await tapPrompt(page);
    expect(await page.locator('.xterm-cursor').count()).toBe(1);
    await close(page);
  });

  it('keeps the cursor and the keys above the soft keyboard, and does not zoom', async () => {
    const page = await open();
    await tapPrompt(page);
    await (await ime(page)).send('Input.insertText', { text: 'seq 100' });
    await page.keyboard.press('Enter');
    await lastCommand(page, 'seq 100');
    await page.setViewportSize({ width: 412, height: 420 });
    const bottoms = (): Promise<readonly number[]> =>
      page.evaluate(() =>
        ['.xterm-cursor', '#touch-keys'].map((name) => document.querySelector(name)?.getBoundingClientRect().bottom ?? 9999),
      );
    await expect.poll(async () => Math.max(...(await bottoms()))).toBeLessThanOrEqual(420);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await close(page);
  });

  it('scrolls no further than what was printed', async () => {
    const page = await open();
    await tapPrompt(page);
    await (await ime(page)).send('Input.insertText', { text: 'seq 60' });
    await page.keyboard.press('Enter');
    await lastCommand(page, 'seq 60');
    const client = await ime(page);
    const drag = async (from: number, to: number): Promise<void> => {
      await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 200, y: from }] });
      for (let step = 1; step <= 10; step++)
        await client.send('Input.dispatchTouchEvent', {
          type: 'touchMove',
          touchPoints: [{ x: 200, y: from + ((to - from) * step) / 10 }],
        });
      await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    for (let turn = 0; turn < 6; turn++) await drag(100, 700);
    await expect.poll(async () => (await screen(page))[0]).toMatch(/^┎● \d{4}/);
    for (let turn = 0; turn < 6; turn++) await drag(700, 100);
    await expect.poll(() => prompt(page)).toContain('$');
    await close(page);
  });
});
