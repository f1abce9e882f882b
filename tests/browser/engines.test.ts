/** What every engine must do: the main job, the line editor, completion, an exhibit, the plain view, links, focus, and no complaint. */
import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Driver, engines } from './engines.ts';
import { built, serve } from './page.ts';

describe.each([...engines].flatMap(([name, open]) => (typeof open === 'string' ? [] : [[name, open] as const])))(
  'in %s',
  (_name, launch) => {
    let driver: Driver;
    let server: Server;
    let url = '';

    const text = (selector: string): Promise<string> =>
      driver.evaluate(
        `[...document.querySelectorAll(${JSON.stringify(selector)})].map((e) => e.textContent.replaceAll('\\u00a0', ' ')).join('\\n')`,
      );
    const screen = (): Promise<string> => text('.xterm-rows > div');
    const log = (): Promise<string> => text('#log > section:last-child');
    const line = (): Promise<string> => driver.evaluate('document.activeElement.value ?? ""');
    const open = async (path = ''): Promise<void> => {
      await driver.go(url + path);
      await vi.waitUntil(async () => (await driver.evaluate('document.documentElement.dataset.shell')) === 'ready', { timeout: 20_000 });
    };
    const type = async (characters: string): Promise<void> => driver.press(...characters);
    const run = async (command: string): Promise<void> => {
      await type(command);
      await driver.press('Enter');
    };

    beforeAll(async () => {
      ({ url, server } = await serve(built));
      driver = await launch();
      await open();
    });
    afterAll(async () => {
      await driver?.quit();
      server?.close();
    });

    it('reads a job', async () => {
      await run('cat tiktok');
      await expect.poll(log).toContain('TikTok');
    });

    it('edits the line, and its field follows with its caret', async () => {
      await type('echo bd');
      await driver.press('Left', 'Left', 'a', 'Right', 'C');
      await expect.poll(line).toBe('echo abCd');
      expect(await driver.evaluate('document.activeElement.selectionStart')).toBe(8);
      await driver.press('Control+a', 'Control+k');
      await expect.poll(line).toBe('');
    });

    it('completes a command', async () => {
      await type('whoam');
      await driver.press('Tab');
      await expect.poll(line).toBe('whoami ');
      await driver.press('Enter');
      await expect.poll(log).toMatch(/^whoami/);
    });

    it('tells a screen reader what was printed, and asks before it waits', async () => {
      await run('read -p "Name? " name; echo "Hello, $name"');
      await expect.poll(() => text('#status')).toBe('Name?');
      await run('Bob');
      await expect.poll(() => text('#status')).toBe('Hello, Bob');
    });

    it('stops a job by Control-C', async () => {
      await run('sleep 60');
      await expect.poll(screen).toContain('sleep 60');
      await driver.press('Control+c');
      await expect.poll(log).toContain('^C');
    });

    it('runs an exhibit, and gives the screen back', async () => {
      // The next event's sentence may follow before it is asked for.
      await driver.evaluate(
        '(globalThis.said = [], new MutationObserver(() => said.push(document.getElementById("status").textContent)).observe(document.getElementById("status"), { childList: true, subtree: true, characterData: true }), 0)',
      );
      await run('migrate');
      await expect.poll(() => driver.evaluate<string>('said.join(" ")')).toContain('migrate fills the screen');
      await expect.poll(screen).toContain('old store');
      await driver.press('q');
      await run('echo back');
      await expect.poll(log).toContain('back');
    });

    it('goes to the plain view and back by F2, and keeps the line', async () => {
      await type('half');
      const isPlain = (): Promise<boolean> => driver.evaluate('document.getElementById("resume").getClientRects().length > 0');
      await driver.press('F2');
      await expect.poll(isPlain).toBe(true);
      await driver.press('F2');
      await expect.poll(isPlain).toBe(false);
      await type('way');
      await expect.poll(line).toBe('halfway');
      await driver.press('Control+u');
    });

    it('lets the focus out by Escape and Tab, and by Shift-Tab where the driver sends it', async () => {
      const isInside = (): Promise<boolean> => driver.evaluate('document.activeElement.closest(".xterm") !== null');
      for (const keys of [['x', 'Escape', 'Tab'], ...(driver.cannot.has('Shift+Tab') ? [] : [['Shift+Tab']])]) {
        await driver.evaluate('document.querySelector(".xterm textarea").focus()');
        expect(await isInside()).toBe(true);
        await driver.press(...keys);
        expect([keys, await isInside()]).toEqual([keys, false]);
      }
    });

    it('keeps the theme and the history over a reload, and follows a link', async () => {
      await driver.evaluate('document.querySelector(".xterm textarea").focus()');
      await driver.press('Control+u');
      const before = await driver.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      await run('theme night');
      await expect.poll(() => driver.evaluate('getComputedStyle(document.body).backgroundColor')).not.toBe(before);
      const after = await driver.evaluate('getComputedStyle(document.body).backgroundColor');
      await driver.go('about:blank');
      await open('#cat%20shopee');
      await expect.poll(log).toContain('Shopee');
      expect(await driver.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(after);
    });

    it('has complained of nothing', async () => {
      expect(await driver.complaints()).toEqual([]);
    });
  },
);
