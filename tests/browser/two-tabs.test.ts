/** Two tabs of one browser: exhibits that find each other there. */
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { log, ready, screen } from './page.ts';
import { openSite } from './site.ts';

const site = openSite();

/** A page of the context in which a line was typed. */
const run = async (context: BrowserContext, line: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(site.url());
  await ready(page);
  await page.keyboard.type(`${line}\n`);
  return page;
};

const shown = async (page: Page): Promise<string> => (await screen(page)).join('\n');

describe('dm', () => {
  it('lets two tabs talk, mends what the wire does, and tells it in the log', async () => {
    const context = await site.context({ viewport: { width: 1280, height: 800 } });
    const one = await run(context, 'dm');
    await expect.poll(() => shown(one)).toMatch(/you +online/);
    const other = await run(context, 'dm');
    for (const page of [one, other]) await expect.poll(() => shown(page)).toContain('other tab');
    for (const page of [one, other]) await expect.poll(() => shown(page)).toMatch(/you +online/);

    await one.keyboard.type('tHello, other tab\n');
    await expect.poll(() => shown(other)).toContain('1 Hello, other tab');
    await expect.poll(() => shown(one)).toMatch(/1 Hello, other tab +✓✓/);

    // The next message of the other tab is lost; it comes again when the one after it shows the gap.
    await other.keyboard.type('dmm');
    await expect.poll(() => shown(one)).toContain('2 waits for 1');
    await expect.poll(() => shown(one)).toMatch(/2 Is anybody there\?.*1 Hello\?/s);

    // What is written offline waits, and comes after the break.
    await other.keyboard.type('om');
    await expect.poll(() => shown(other)).toMatch(/you +offline, 1 wait/);
    await other.keyboard.type('o');
    await expect.poll(() => shown(one)).toContain('3 This one may get lost.');
    for (const page of [one, other]) expect(await shown(page)).toContain('Both phones show the same messages, once, in order.');

    await other.keyboard.type('q');
    await expect.poll(() => shown(one)).toMatch(/you .* echo /);
    await one.keyboard.press('Escape');
    await one.keyboard.type('q');
    await expect.poll(() => log(one)).toContain('The other tab: Is anybody there?');
    await context.close();
  });

  it('draws nothing but plain text of what a hostile tab sends', async () => {
    const context = await site.context({ viewport: { width: 1280, height: 800 } });
    const page = await run(context, 'dm');
    await expect.poll(() => shown(page)).toMatch(/you +online/);
    const hostile = await context.newPage();
    await hostile.goto(site.url());
    await hostile.evaluate(async () => {
      const channel = new BroadcastChannel('cvsh:/assets/:dm');
      const say = (packet: object): void => channel.postMessage(JSON.stringify({ v: 1, from: '0', ...packet }));
      const partner = await new Promise<string>((resolve) => {
        channel.onmessage = ({ data }) => resolve(JSON.parse(data).from);
      });
      for (const junk of ['{', 'null', '[]', 'x'.repeat(100_000)]) channel.postMessage(junk);
      channel.postMessage({ v: 1 });
      say({ to: partner, word: 'offer' });
      say({ to: partner, frame: { k: 'msg', n: 1, t: 1, x: '\x1b[2J\x1b]0;owned\x07\u202Eevil <img src=x onerror=alert(1)>' } });
      say({ to: partner, frame: { k: 'ack', got: 99, read: 99 } });
    });
    await expect.poll(() => shown(page)).toContain('1 ^[[2J^[]0;owned^G<U+202E>evil');
    await expect.poll(() => shown(page)).toContain('A frame that cannot be true is refused.');
    expect(await page.title()).not.toContain('owned');
    expect(await page.locator('img').count()).toBe(0);
    await context.close();
  });
});
