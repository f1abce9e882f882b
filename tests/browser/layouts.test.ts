/** Every keyboard can type a command line: layouts and platforms by their characters and chords, as key events. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boxOf, log, screen, type } from './page.ts';
import { close, openSite } from './site.ts';

const site = openSite();

const ALT = 1;
const CONTROL = 2;
const META = 4;
const SHIFT = 8;

/** A key press as the platform sends it; `text` is what the press would insert by itself. */
interface Sent {
  readonly code: string;
  readonly keyCode: number;
  readonly key: string;
  readonly modifiers?: number;
  readonly text?: string;
}

const press = async (page: Page, { code, keyCode, key, modifiers = 0, text }: Sent): Promise<void> => {
  const client = await page.context().newCDPSession(page);
  const event = { key, code, windowsVirtualKeyCode: keyCode, modifiers, ...(text === undefined ? {} : { text }) };
  await client.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
  await client.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, windowsVirtualKeyCode: keyCode, modifiers });
  await client.detach();
};

const line = async (page: Page): Promise<string> => ((await screen(page)).filter((row) => row !== '').at(-1) ?? '').replace(/^.*?\$ ?/, '');

const on = async (platform: string): Promise<Page> => {
  const { page } = await site.open();
  await page.addInitScript((name) => Object.defineProperty(navigator, 'platform', { get: () => name }), platform);
  await page.reload();
  await page.waitForSelector('html[data-shell=ready]');
  await type(page, ':');
  return page;
};

const digit = (number: number): Pick<Sent, 'code' | 'keyCode'> => ({ code: `Digit${number}`, keyCode: 48 + number });
const letter = (name: string): Pick<Sent, 'code' | 'keyCode'> => ({ code: `Key${name}`, keyCode: name.charCodeAt(0) });

/** A row: layout, the place of the key, the modifiers beside the one that reaches the third level, and what is typed. */
type Row = readonly [layout: string, place: Pick<Sent, 'code' | 'keyCode'>, modifiers: number, character: string];

const ofMac: readonly Row[] = [
  ['German', letter('L'), 0, '@'],
  ['German', digit(7), 0, '|'],
  ['German', digit(5), 0, '['],
  ['German', digit(6), 0, ']'],
  ['German', digit(8), 0, '{'],
  ['German', digit(9), 0, '}'],
  ['German', digit(7), SHIFT, '\\'],
  ['German', letter('E'), 0, '€'],
  ['Swiss', letter('G'), 0, '@'],
  ['Swiss', digit(7), 0, '|'],
  ['Swiss', digit(3), 0, '#'],
  ['Swedish', digit(7), 0, '|'],
  ['Swedish', digit(8), SHIFT, '{'],
  ['Swedish', digit(2), 0, '@'],
  ['Spanish', digit(1), 0, '|'],
  ['Spanish', { code: 'Backquote', keyCode: 220 }, 0, '\\'],
  ['French', letter('L'), SHIFT, '|'],
  ['French', digit(5), 0, '{'],
  ['French', digit(5), SHIFT, '['],
  ['Italian', digit(5), 0, '~'],
  ['British', digit(3), 0, '#'],
  ['British', digit(2), 0, '€'],
  ['Polish', letter('C'), 0, 'ć'],
  ['Polish', letter('L'), 0, 'ł'],
];

const ofWindows: readonly Row[] = [
  ['German', letter('Q'), 0, '@'],
  ['German', { code: 'IntlBackslash', keyCode: 226 }, 0, '|'],
  ['German', digit(8), 0, '['],
  ['German', digit(9), 0, ']'],
  ['German', digit(7), 0, '{'],
  ['German', digit(0), 0, '}'],
  ['German', { code: 'BracketRight', keyCode: 187 }, 0, '~'],
  ['German', { code: 'Minus', keyCode: 219 }, 0, '\\'],
  ['French', digit(6), 0, '|'],
  ['French', digit(4), 0, '{'],
  ['Spanish', digit(1), 0, '|'],
  ['Slovak', letter('V'), 0, '@'],
  ['Polish', letter('A'), 0, 'ą'],
];

describe.each([
  ['a Mac, by Option,', 'MacIntel', ALT, ofMac],
  ['Windows, by AltGr,', 'Win32', ALT | CONTROL, ofWindows],
  ['Linux, by AltGr,', 'Linux x86_64', 0, ofWindows],
])('on %s', (_name, platform, third, rows) => {
  let page: Page;
  beforeAll(async () => {
    page = await on(platform);
  });
  afterAll(() => close(page));

  it.each(rows)('the %s layout’s key types its character (row %#)', async (_layout, place, modifiers, character) => {
    await page.keyboard.press('Control+u');
    await page.keyboard.type('a');
    await press(page, { ...place, key: character, text: character, modifiers: third | modifiers });
    await page.keyboard.type('b');
    await expect.poll(() => line(page)).toBe(`a${character}b`);
  });
});

describe('on a Mac, Option', () => {
  let page: Page;
  beforeAll(async () => {
    page = await on('MacIntel');
  });
  afterAll(() => close(page));

  it.each([
    ['b goes back a word', { ...letter('B'), key: '∫', text: '∫' }, 'one two thr', 'one two #thr'],
    ['b on a French layout too', { ...letter('B'), key: 'ß', text: 'ß' }, 'one two', 'one #two'],
    ['f goes forward a word', { ...letter('F'), key: 'ƒ', text: 'ƒ' }, 'one', 'one#'],
    ['b on Dvorak, where it is another key', { code: 'KeyN', keyCode: 66, key: '∫', text: '∫' }, 'one two', 'one #two'],
    ['d kills a word', { ...letter('D'), key: '∂', text: '∂' }, 'one', 'one#'],
    ['. fetches the last word', { code: 'Period', keyCode: 190, key: '≥', text: '≥' }, 'a ', 'a last#'],
    ['space is a space', { code: 'Space', keyCode: 32, key: '\u00a0', text: '\u00a0' }, 'a', 'a #'],
    ['← goes back a word', { code: 'ArrowLeft', keyCode: 37, key: 'ArrowLeft' }, 'one two', 'one #two'],
    ['⌫ kills a word', { code: 'Backspace', keyCode: 8, key: 'Backspace' }, 'one two', 'one #'],
  ] as const)('%s', async (_name, sent, before, after) => {
    await type(page, ': last');
    await page.keyboard.type(before);
    await press(page, { modifiers: ALT, ...sent });
    await page.keyboard.type('#');
    await expect.poll(() => line(page)).toBe(after);
    await page.keyboard.press('Control+e');
    await page.keyboard.press('Control+u');
  });

  it('a dead key waits for its letter', async () => {
    const client = await page.context().newCDPSession(page);
    await page.keyboard.type('cd ');
    await press(page, { ...letter('N'), key: 'Dead', modifiers: ALT });
    await client.send('Input.imeSetComposition', { text: '˜', selectionStart: 1, selectionEnd: 1 });
    await client.send('Input.insertText', { text: '~' });
    await page.keyboard.type('/');
    await expect.poll(() => line(page)).toBe('cd ~/');
    await page.keyboard.press('Control+u');
  });

  it('and keeps its letter where the page is busy meanwhile', async () => {
    const client = await page.context().newCDPSession(page);
    await page.keyboard.type('cd ');
    await expect.poll(() => page.locator('.xterm-helper-textarea').inputValue()).toBe('cd ');
    await page.evaluate(() => {
      setTimeout(() => {
        for (const end = performance.now() + 500; performance.now() < end; );
      });
    });
    await Promise.all([
      press(page, { ...letter('N'), key: 'Dead', modifiers: ALT }),
      client.send('Input.imeSetComposition', { text: '˜', selectionStart: 1, selectionEnd: 1 }),
      client.send('Input.insertText', { text: '~' }),
      page.keyboard.type('/a'),
    ]);
    await expect.poll(() => line(page)).toBe('cd ~/a');
    await page.keyboard.press('Control+u');
  });

  it('and Command-← goes to the start', async () => {
    await page.keyboard.type('abc');
    await press(page, { code: 'ArrowLeft', keyCode: 37, key: 'ArrowLeft', modifiers: META });
    await page.keyboard.type('#');
    await expect.poll(() => line(page)).toBe('#abc');
    await page.keyboard.press('Control+e');
    await page.keyboard.press('Control+u');
  });
});

describe('a chord is by the key’s place where its letter is not Latin:', () => {
  let page: Page;
  beforeAll(async () => {
    page = await on('Linux x86_64');
  });
  afterAll(() => close(page));

  // A platform that knows no letter for the key, as Firefox on Linux, sends no key code either.
  it.each([
    ['Cyrillic', 'ф', 65],
    ['Cyrillic, without a key code', 'ф', 0],
    ['Greek', 'α', 65],
    ['Hebrew', 'ש', 0],
    ['Caps Lock', 'A', 65],
  ])('Control with %s’s key goes to the start', async (_layout, key, keyCode) => {
    await page.keyboard.type('abc');
    await press(page, { code: 'KeyA', keyCode, key, modifiers: CONTROL });
    await page.keyboard.type('#');
    await expect.poll(() => line(page)).toBe('#abc');
    await page.keyboard.press('Control+e');
    await page.keyboard.press('Control+u');
  });

  it.each([
    ['Cyrillic', 'и', 0],
    ['Greek', 'β', 66],
  ])('Alt with %s’s b goes back a word', async (_layout, key, keyCode) => {
    await page.keyboard.type('one two');
    await press(page, { code: 'KeyB', keyCode, key, modifiers: ALT });
    await page.keyboard.type('#');
    await expect.poll(() => line(page)).toBe('one #two');
    await page.keyboard.press('Control+e');
    await page.keyboard.press('Control+u');
  });

  it('Control with a Cyrillic c stops a job', async () => {
    await page.keyboard.type('sleep 60');
    await page.keyboard.press('Enter');
    await press(page, { code: 'KeyC', keyCode: 0, key: 'с', modifiers: CONTROL });
    await expect.poll(() => log(page)).toMatch(/sleep 60\n\^C$/);
  });

  it.each([
    ['Latin', 'v', 86],
    ['Caps Lock', 'V', 86],
    ['Cyrillic', 'м', 0],
    ['Greek', 'ω', 86],
    ['Hebrew', 'ה', 0],
  ])('Control-V on %s is left to the browser, which pastes', async (_layout, key, keyCode) => {
    await page.evaluate(() => {
      addEventListener(
        'keydown',
        (event) => {
          Object.assign(globalThis, { kept: event.defaultPrevented });
        },
        { once: true },
      );
    });
    await press(page, { code: 'KeyV', keyCode, key, modifiers: CONTROL });
    expect(await page.evaluate(() => (globalThis as unknown as { kept: boolean }).kept)).toBe(false);
    await page.keyboard.type('#');
    await expect.poll(() => line(page)).toBe('#');
    await page.keyboard.press('Control+u');
  });
});

describe('Control-C', () => {
  it.each(['Control+c', 'Control+Shift+C'])('by %s copies what is selected, keeps the line, and interrupts the next time', async (key) => {
    const { page } = await site.open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await type(page, 'echo copied');
    await page.keyboard.type('kept');
    const word = await boxOf(page.locator('.xterm-rows span', { hasText: /copied/ }).last());
    await page.mouse.dblclick(word.x + 9, word.y + 9);
    await page.keyboard.press(key);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('copied');
    await page.keyboard.type('!');
    await expect.poll(() => line(page)).toBe('kept!');
    await page.keyboard.press('Control+c');
    await page.keyboard.type('#');
    await expect.poll(() => line(page)).toBe('#');
    await close(page);
  });
});
