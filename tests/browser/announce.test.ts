/** What a screen reader hears: each finished command once, in one sentence; and where it finds the rest. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { log, type } from './page.ts';
import { close, openSite } from './site.ts';

const site = openSite();

/** Notes from now on what the live regions say. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]'))
      new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
  });

/** What was said since, once the page has come to rest. */
const heard = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));
};

describe('a finished command', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await site.open());
    await type(page, ':');
    await listen(page);
  });

  it.each([
    ['ls jobs', 'tiktok  shopee  grab  tokopedia-senior  tokopedia-first  mywishes  telkom  alter'],
    ['true', 'true: no output'],
    ['false', 'false: no output (exit status 1)'],
    ['nosuch-command', 'nosuch-command: command not found (exit status 127)'],
    [')', "syntax error near unexpected token `)'"],
    ['seq 30', 'seq 30: 30 lines. First: 1'],
    [`: ${'x'.repeat(600)}`, 'no output'],
    [`echo ${'y'.repeat(600)}`, 'a long line'],
    ['clear', 'clear: no output'],
  ])('of line $# is announced once, in at most 200 characters', async (line, sentence) => {
    await page.keyboard.insertText(line);
    await type(page, '');
    const said = await heard(page);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(sentence);
    expect(said[0]?.length).toBeLessThanOrEqual(200);
  });

  it('is announced anew when it says the same as the one before', async () => {
    await type(page, 'echo same');
    const [first] = await heard(page);
    await type(page, 'echo same');
    const [second] = await heard(page);
    expect(first).not.toBe(second);
    expect(second?.trim()).toBe('same');
  });

  it('is announced once when a link or a button ran it', async () => {
    await type(page, 'ls jobs');
    await heard(page);
    const place = await page
      .locator('.xterm-rows span', { hasText: /^grab$/ })
      .last()
      .boundingBox();
    if (!place) throw new Error('no link');
    await page.mouse.click(place.x + 9, place.y + 9);
    await expect.poll(() => log(page)).toContain('state machine');
    expect(await heard(page)).toEqual([expect.stringContaining('cat')]);
    await page.evaluate(() => document.querySelector<HTMLElement>('#log > section:has(h2) button')?.click());
    await page.waitForFunction(() => (globalThis as unknown as { heard: string[] }).heard.length > 0);
    expect(await heard(page)).toHaveLength(1);
  });

  it('is all that is said: letters, keys and completion say nothing', async () => {
    await page.keyboard.type('echo quiet');
    for (const key of ['ArrowLeft', 'Backspace', 'ArrowUp', 'ArrowDown', 'Control+a', 'Control+u']) await page.keyboard.press(key);
    await page.keyboard.type('who');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+u');
    expect(await heard(page)).toEqual([]);
    await close(page);
  });
});

describe('the accessibility tree', () => {
  it('has a button or a link for every action in the output', async () => {
    const { page } = await site.open();
    for (const line of ['ls', 'ls jobs', 'cat shopee', 'help', 'timeline', 'contact', 'share -n', 'gti']) {
      await type(page, line);
      const targets = await page.evaluate(() => {
        const rows = [...document.querySelectorAll('.xterm-rows > div')];
        // The emulator underlines what can be clicked with dashes (xterm-underline-5).
        return rows.flatMap((row) =>
          [...row.querySelectorAll('.xterm-underline-5')].map((span) => (span.textContent ?? '').replaceAll('\u00a0', ' ').trim()),
        );
      });
      const names = await page.locator('#log button, #log a').allTextContents();
      const said = names.map((name) => name.trim()).join(' ');
      for (const target of targets) expect([line, target, said.includes(target)]).toEqual([line, target, true]);
      expect(names.length).toBeGreaterThan(0);
    }
    await close(page);
  });

  it('keeps control and format characters out of headings, sentences and the field', async () => {
    const { page } = await site.open();
    await page.evaluate(() => localStorage.setItem('cvsh:history:000000001-0000-x', 'echo \u001b]0;owned\u0007 \u202e \u009b31m'));
    await page.reload();
    await page.waitForSelector('html[data-shell=ready]');
    await page.keyboard.press('ArrowUp');
    await type(page, "echo $'\\e[31m\\u202e'");
    const text = await page.evaluate(
      () =>
        ['xterm', 'log', 'status'].map((id) => document.getElementById(id)?.textContent ?? '').join('') +
        (document.querySelector('textarea') as HTMLTextAreaElement).value,
    );
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    await close(page);
  });
});

describe('an error', () => {
  it.each(['nosuch', 'cat nosuch', 'ls --nosuch', 'cd nosuch', ')', 'theme nosuch', 'open javascript:alert(1)'])(
    '`%s` is told in words, not by colour alone',
    async (line) => {
      const { page } = await site.open();
      expect(await type(page, line)).toMatch(/not found|No such|unknown|unrecognized|invalid|error|cannot|not (a|an|one)|only/i);
      await close(page);
    },
  );
});
