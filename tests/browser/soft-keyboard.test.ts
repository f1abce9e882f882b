/** Input that is no plain key: soft keyboards, input methods, correctors, on a phone and at a desk. */
import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { screen } from './page.ts';
import { close, openSite } from './site.ts';

const site = openSite();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } as const;

const ime = (page: Page): Promise<CDPSession> => page.context().newCDPSession(page);

const prompt = async (page: Page): Promise<string> => (await screen(page)).filter((row) => row !== '').at(-1) ?? '';

describe.each([
  ['a soft keyboard on a phone', phone, '#typing'],
  ['an input method at a desk', {}, '.xterm-helper-textarea'],
] as const)('%s', (_name, options, selector) => {
  const field = async (): Promise<Page> => {
    const { page } = await site.open('', options);
    if (selector === '#typing') await page.touchscreen.tap(200, 700);
    else await page.waitForFunction(() => document.activeElement?.closest('.xterm') !== null);
    return page;
  };

  it('whose keys tell nothing but 229 types each letter once', async () => {
    const page = await field();
    await page.locator(selector).evaluate((element: HTMLTextAreaElement) => {
      for (const letter of 'ls') {
        const key = { key: 'Unidentified', keyCode: 229, which: 229, bubbles: true, cancelable: true };
        element.dispatchEvent(new KeyboardEvent('keydown', key));
        element.value += letter;
        element.dispatchEvent(new InputEvent('input', { data: letter, inputType: 'insertText', bubbles: true, composed: true }));
        element.dispatchEvent(new KeyboardEvent('keyup', key));
      }
    });
    await expect.poll(() => prompt(page)).toMatch(/\$ ls$/);
    await page.waitForTimeout(100);
    expect(await prompt(page)).toMatch(/\$ ls$/);
    await close(page);
  });

  it('that replaces a word replaces it in the line', async () => {
    const page = await field();
    await (await ime(page)).send('Input.insertText', { text: 'echo teh' });
    await expect.poll(() => prompt(page)).toContain('teh');
    await page.locator(selector).evaluate((element: HTMLTextAreaElement) => {
      element.value = 'echo the ';
      element.dispatchEvent(new InputEvent('input', { data: 'the ', inputType: 'insertReplacementText', bubbles: true, composed: true }));
    });
    await expect.poll(() => prompt(page)).toMatch(/echo the$/);
    await close(page);
  });

  it('that composes commits once', async () => {
    const page = await field();
    const client = await ime(page);
    for (const text of ['n', 'ni', 'nih', 'nihao'])
      await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await client.send('Input.insertText', { text: '你好' });
    await expect.poll(() => prompt(page)).toMatch(/\$ 你好$/);
    await close(page);
  });

  it('finds a field whose text is large enough, and that keeps the keyboard’s help out', async () => {
    const page = await field();
    const facts = await page.locator(selector).evaluate((element) => ({
      large: Number.parseFloat(getComputedStyle(element).fontSize) >= 16,
      ...Object.fromEntries(
        ['autocapitalize', 'autocomplete', 'autocorrect', 'spellcheck', 'enterkeyhint', 'inputmode'].map((name) => [
          name,
          element.getAttribute(name),
        ]),
      ),
    }));
    expect(facts).toEqual({
      large: true,
      autocapitalize: 'off',
      autocomplete: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
      enterkeyhint: 'send',
      inputmode: 'text',
    });
    await close(page);
  });
});
