/** What a screen reader hears: each finished command once, in one sentence; and where it finds the rest. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { boxOf, log, type } from './page.ts';
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
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(resolve)))));
  return page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));
};

/** The next that is said, after all before it. */
const next = async (page: Page): Promise<string> => {
  await page.waitForFunction(() => (globalThis as unknown as { heard: string[] }).heard.length > 0);
  return page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.shift() ?? '');
};

/** A page that has run a line, and listens. */
const listening = async (options = {}): Promise<Page> => {
  const { page } = await site.open('', options);
  await type(page, ':');
  await listen(page);
  return page;
};

const enter = async (page: Page, line: string): Promise<void> => {
  await page.keyboard.insertText(line);
  await page.keyboard.press('Enter');
};

describe('a finished command', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await site.open());
    await type(page, ':');
    await listen(page);
  });

  it.each([
    ['ls jobs', 'tiktok shopee grab tokopedia-senior tokopedia-first mywishes telkom alter'],
    ['true', 'true: no output'],
    ['false', 'false: no output (exit status 1)'],
    ['nosuch-command', 'There is no nosuch-command here. help shows what there is'],
    [')', "syntax error near unexpected token `)'"],
    ['seq 30', '28. 29. 30'],
    ['seq 600', 'seq 600: 600 lines. 1. 2. 3'],
    [`: ${'x'.repeat(600)}`, 'no output'],
    [`echo ${'y'.repeat(600)}`, 'yyyy'],
    [`echo ${'y'.repeat(1600)}`, 'F8 reads on, F9 goes to the output'],
    ['clear', 'clear: no output'],
  ])('of line $# is announced once, in pieces of some hundred characters', async (line, sentence) => {
    await page.keyboard.insertText(line);
    await type(page, '');
    const said = await heard(page);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(sentence);
    expect(said[0]?.length).toBeLessThanOrEqual(1_000);
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
    const place = await boxOf(page.locator('.xterm-rows span', { hasText: /^grab$/ }).last());
    await page.mouse.click(place.x + 9, place.y + 9);
    await expect.poll(() => log(page)).toContain('state machine');
    expect(await heard(page)).toEqual([expect.stringContaining('led service-stability')]);
    await page.evaluate(() => document.querySelector<HTMLElement>('#log > section button[title^="cat "]')?.click());
    await page.waitForFunction(() => (globalThis as unknown as { heard: string[] }).heard.length > 0);
    expect(await heard(page)).toHaveLength(1);
  });

  it('is all that is said: letters and keys say nothing', async () => {
    await page.keyboard.type('echo quiet');
    for (const key of ['ArrowLeft', 'Backspace', 'ArrowUp', 'ArrowDown', 'Control+a', 'Control+u']) await page.keyboard.press(key);
    expect(await heard(page)).toEqual([]);
    await close(page);
  });
});

describe('what a person would want read', () => {
  it('is read whole: the first entry that is offered', async () => {
    const page = await listening();
    const text = await type(page, 'cat tiktok');
    const said = await next(page);
    const words = text
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim()
      .split(' ');
    const missing = words.filter((word) => !said.includes(word));
    expect(missing).toEqual([]);
    await close(page);
  });

  it('comes in pieces where it is long: F8 reads on, typing stops', async () => {
    const page = await listening();
    await type(page, 'seq 400');
    expect(await next(page)).toMatch(/^seq 400: 400 lines\. 1\. 2\. .*\. F8 reads on, F9 goes to the output$/);
    await page.keyboard.press('F8');
    const second = await next(page);
    expect(second).toMatch(/^\d+\. .*F8 reads on/);
    await page.keyboard.press('F8');
    expect(await next(page)).not.toBe(second);
    await page.keyboard.type('x');
    await page.keyboard.press('F8');
    expect(await next(page)).toBe('Nothing more to read.');
    await close(page);
  });

  it('is found by F9, which leads back as well', async () => {
    const page = await listening();
    await type(page, 'echo found');
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.slice(0, 30) ?? '');
    await page.keyboard.press('F9');
    expect(await focused()).toContain('found');
    await page.keyboard.press('F9');
    await page.keyboard.type('echo back');
    expect(await type(page, '')).toBe('back');
    await close(page);
  });
});

describe('a command that has not ended', () => {
  it('says its question before it waits for the answer, and not the answer', async () => {
    const page = await listening();
    await enter(page, 'read -p "Name? " name; echo "Hello, $name"');
    expect(await next(page)).toBe('Name?');
    await enter(page, 'Bob');
    expect(await next(page)).toBe('Hello, Bob');
    await close(page);
  });

  it('says what it has printed when it is quiet for a second', async () => {
    const page = await listening();
    await enter(page, 'echo working; sleep 30');
    expect(await next(page)).toBe('working');
    await page.keyboard.press('Control+c');
    expect(await next(page)).toMatch(/exit status 130/);
    await close(page);
  });

  it('says its progress while it goes on', async () => {
    const page = await listening();
    await enter(page, 'for i in 1 2 3; do echo "step $i"; sleep 1.2; done');
    expect(await next(page)).toBe('step 1');
    expect(await next(page)).toBe('step 2');
    await close(page);
  });

  it('that wants another line says so', async () => {
    const page = await listening();
    await enter(page, 'for i in 1 2; do');
    expect(await next(page)).toBe('Line 2 of an unfinished command');
    await close(page);
  });

  it('in the background says when it has ended', async () => {
    const page = await listening();
    await enter(page, 'sleep 0.1 &');
    await next(page);
    await page.waitForTimeout(400);
    await enter(page, 'echo on');
    expect(await next(page)).toMatch(/on\b.*Done +sleep 0\.1/);
    await close(page);
  });
});

describe('a full-screen program', () => {
  it.each([
    ['migrate', 'migrate fills the screen: ? explains it, q leaves. As text: migrate | cat', /Records move/],
    ['theme', 'theme fills the screen: ? explains it, q leaves.', /leave/],
  ])('%s says how to use it, what ? explains, and nothing a second time', async (line, sentence, explained) => {
    const page = await listening();
    await enter(page, line);
    expect(await next(page)).toContain(sentence);
    await page.keyboard.press('?');
    const text = await next(page);
    expect(text).toMatch(explained);
    await page.keyboard.press('?');
    await page.keyboard.press('q');
    await type(page, ':');
    expect((await heard(page)).filter((said) => said.includes('fills the screen') || said === text)).toEqual([]);
    await close(page);
  });

  it('says each move of a choice, and a search that finds nothing', async () => {
    const page = await listening();
    await enter(page, 'theme');
    await next(page);
    await page.keyboard.press('ArrowDown');
    expect(await next(page)).toMatch(/^\w+, /);
    await page.keyboard.press('q');
    await enter(page, 'man ls');
    await expect.poll(() => next(page)).toContain('LS(1)');
    await page.keyboard.type('/zzzz');
    await page.keyboard.press('Enter');
    await expect.poll(() => next(page)).toContain('Pattern not found');
    await close(page);
  });
});

describe('the line being typed', () => {
  it('says how many completions there are, the one that is chosen, and when there is none', async () => {
    const page = await listening();
    await page.keyboard.type('cat jobs/t');
    await page.keyboard.press('Tab');
    expect(await next(page)).toMatch(/^\d+ choices: Tab for the menu$/);
    await page.keyboard.press('Tab');
    expect(await next(page)).toMatch(/^\d+ choices.*Menu of \d+: arrows choose, Enter takes, Escape leaves$/);
    await page.keyboard.press('ArrowDown');
    expect(await next(page)).toMatch(/^tiktok.*, .*: 1 of \d+$/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+u');
    await page.keyboard.type('cat jobs/zzz');
    await page.keyboard.press('Tab');
    expect(await next(page)).toBe('No match');
    await close(page);
  });

  it('says what a search through the history finds, and when it finds nothing', async () => {
    const page = await listening();
    await type(page, 'echo needle');
    expect(await next(page)).toBe('needle');
    await page.keyboard.press('Control+r');
    expect(await next(page)).toBe('Search the history: type a part of a line');
    await page.keyboard.type('n');
    expect(await next(page)).toBe('echo needle');
    await page.keyboard.type('q');
    expect(await next(page)).toBe('No match for nq');
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
