/** The main job, on the real résumé, in real Chromium: the page opens, a visitor types, and reads the right facts. */
import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { boxOf, type Faults, launch, log, openPage, ready, roleText, screen, serve, type } from './page.ts';

let browser: Browser;
let server: Server;
let url = '';
let page: Page;
let faults: Faults;

beforeAll(async () => {
  browser = await launch();
  ({ url, server } = await serve('dist'));
});
afterAll(async () => {
  await browser.close();
  server.close();
});
beforeEach(async () => {
  await page?.context().close();
  ({ page, faults } = await openPage(browser, url));
  await ready(page);
});

const clean = (): void => expect(faults).toEqual({ errors: [], foreign: [] });

describe('a visitor who only types', () => {
  it('reads the present job, the list of jobs and who this is, with no click before', async () => {
    expect((await type(page, 'ls jobs')).split(/\s+/)).toEqual(
      expect.arrayContaining(['tiktok', 'shopee', 'grab', 'tokopedia-senior', 'tokopedia-first', 'mywishes', 'telkom', 'alter']),
    );
    const tiktok = await type(page, 'cat tiktok');
    for (const fact of ['Software Engineer', 'TikTok', 'Singapore', '2025 – now', '● ACTIVE', 'Direct Messaging'])
      expect(tiktok).toContain(fact);
    const whoami = await type(page, 'whoami');
    for (const fact of ['Backend engineer', '2017', 'Indonesia', 'London', 'Singapore']) expect(whoami).toContain(fact);
    clean();
  });

  it.each([
    [
      'cat shopee',
      ['Senior Software Engineer', 'Jakarta', '2023 – 2025', '150 billion', '48 %', '75 %', 'Tile Match', 'WebSocket', 'rate limiting'],
    ],
    ['cat grab', ['2022 – 2023', 'state machine', 'message queues', 'RFCs', 'protobuf', 'onboarding']],
    [
      'cat tokopedia',
      ['2020 – 2021', '3 million', '2 million', 'Elasticsearch', 'graceful shutdown', '2019 – 2020', '500 RPS', '2.1K RPS', 'ETL'],
    ],
    ['cat mywishes telkom alter', ['London, UK', 'Rancher', 'Next.js', 'Bandung', 'MongoDB', 'Android']],
    ['cat education/*', ['Universitas Gunadarma', 'Bachelor of Engineering', 'Informatics Engineering', '2014 – 2018']],
    ['cat talks/*', ['START Summit Extension', 'DevCamp 2021', 'internal talks']],
    ['cat about', ['3 a.m.', 'boxes', 'finance trackers', 'Go', 'Not today, though']],
  ])('finds with `%s` its facts', async (line, facts) => {
    const output = (await type(page, line)).replace(/\s+/g, ' ');
    for (const fact of facts) expect(output).toContain(fact);
    clean();
  });

  it('completes with Tab, fetches lines with ↑, and keeps what was being typed', async () => {
    await type(page, 'pwd');
    await page.keyboard.type('cat sho');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => document.querySelector('.xterm-rows')?.textContent?.includes('cat shopee'));
    await page.keyboard.press('Control+u');
    await page.keyboard.type('draft');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => /\$.draft\s*$/.test(document.querySelector('.xterm-rows')?.textContent ?? ''));
    clean();
  });

  it('is told of a wrong command, and takes the right one with →', async () => {
    expect(await type(page, 'gti log -1')).toContain('There is no gti here.');
    await page.keyboard.press('ArrowRight');
    expect(await type(page, '')).toContain('Software Engineer');
    clean();
  });
});

describe('the window', () => {
  it('resizes without running anything again, and the typed line stays', async () => {
    await type(page, 'echo once > count; echo twice >> count');
    await page.keyboard.type('cat cou');
    const blocks = await page.locator('#log > section').count();
    for (const [width, height] of [
      [500, 600],
      [1280, 800],
      [390, 844],
      [900, 500],
    ] as const)
      await page.setViewportSize({ width, height });
    await page.waitForTimeout(300);
    expect(await page.locator('#log > section').count()).toBe(blocks);
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => document.querySelector('.xterm-rows')?.textContent?.includes('cat count'));
    expect(await type(page, '')).toBe('once\ntwice');
    clean();
  });

  it.each([
    [80, 24],
    [40, 20],
  ])('shows the first screen with its prompt at %i×%i', async (columns, rows) => {
    const cell = await page.evaluate(() => {
      const row = document.querySelector('.xterm-rows > div') as HTMLElement;
      const rows = document.querySelector('.xterm-screen') as HTMLElement;
      return { height: row.offsetHeight, bar: (document.getElementById('bar') as HTMLElement).offsetHeight, width: rows.offsetWidth };
    });
    const { page: small } = await openPage(browser, url, {
      viewport: { width: columns * 9 + 60, height: rows * cell.height + cell.bar + 4 },
    });
    await ready(small);
    const text = await screen(small);
    expect(text.some((row) => row.startsWith('~ $'))).toBe(true);
    expect(text.join('\n')).toMatch(/┎● \d{4}/);
    for (const place of ['h1', '.xterm-cursor', '#dock .key']) {
      const box = await small.locator(place).first().boundingBox();
      expect((box?.y ?? 9999) + (box?.height ?? 0), place).toBeLessThanOrEqual(small.viewportSize()?.height ?? 0);
    }
    await small.context().close();
  });

  it('lets text be selected, and keeps the selection when keys follow', async () => {
    const row = await boxOf(page.locator('.xterm-rows > div').first());
    await page.mouse.move(row.x + 2, row.y + 8);
    await page.mouse.down();
    await page.mouse.move(row.x + 120, row.y + 8, { steps: 5 });
    await page.mouse.up();
    await page.waitForTimeout(100);
    expect(await page.locator('.xterm-selection > div').count()).toBeGreaterThan(0);
    clean();
  });
});

describe('the parts for those who do not look', () => {
  it('hold what was printed, in order, under a heading for each command', async () => {
    await type(page, 'echo one; echo two');
    const text = await log(page);
    expect(text).toContain('Backend engineer');
    expect(text.endsWith('echo one; echo two\none\ntwo')).toBe(true);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('say each finished command once, politely', async () => {
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(globalThis, { said });
      new MutationObserver(() => {
        const text = document.querySelector('[role=status]')?.textContent;
        if (text) said.push(text);
      }).observe(document.querySelector('[role=status]') as Node, { childList: true, characterData: true, subtree: true });
    });
    await type(page, 'echo hello');
    await type(page, 'seq 30');
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => (globalThis as unknown as { said: string[] }).said)).toEqual([
      'hello',
      Array.from({ length: 30 }, (_, index) => index + 1).join('. '),
    ]);
    expect(await roleText(page, 'status')).toContain('29. 30');
  });

  it('make runnable commands buttons, and run them', async () => {
    await type(page, 'ls jobs');
    const button = page.locator('#log > section').last().getByRole('button', { name: 'grab' });
    await button.evaluate((element) => (element as HTMLElement).click());
    await page.waitForFunction(
      () =>
        document.querySelector('#log > section:last-child h2')?.textContent === 'cat jobs/grab' ||
        document.querySelector('#log > section:last-child h2')?.textContent === 'cat grab',
    );
    expect(await log(page)).toContain('state machine');
  });
});

describe('without the terminal', () => {
  const facts = ['TikTok', 'Shopee', '150 billion', 'Universitas Gunadarma', '2.1K RPS', 'START Summit Extension'];

  it('the page shows the résumé as semantic HTML when JavaScript is off', async () => {
    const { page: plain } = await openPage(browser, url, { javaScriptEnabled: false });
    const text = await plain.locator('main').innerText();
    for (const fact of facts) expect(text).toContain(fact);
    expect(await plain.locator('main article').count()).toBeGreaterThanOrEqual(9);
    await plain.context().close();
  });

  it('and when the scripts are missing', async () => {
    const context = await browser.newContext();
    const broken = await context.newPage();
    await broken.route('**/*.js', (route) => route.fulfill({ status: 503, body: '' }));
    await broken.goto(url);
    await broken.waitForSelector('html[data-view=plain]');
    const text = await broken.locator('#plain').innerText();
    for (const fact of facts) expect(text).toContain(fact);
    await context.close();
  });
});
