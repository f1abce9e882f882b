/** tilematch between two real pages: over WebSocket by way of the server, and from tab to tab. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GameServer, startServer } from '../../src/node/server/game-server.ts';
import { built, launch, ready, screen, serve } from './page.ts';

const viewport = { width: 1280, height: 800 };
const timing = { rounds: 1, round: 120_000, ready: 300, pause: 300 };

const directory = mkdtempSync(join(tmpdir(), 'cvsh-game-'));
let game: GameServer;
let site: { readonly url: string; readonly server: Server };
let browser: Browser;

beforeAll(async () => {
  game = await startServer({ port: 0, host: '127.0.0.1', origins: [], timing, heartbeat: 10_000 });
  // Only a site that was built with a server's address may ask it.
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--outDir', directory, '--logLevel', 'error'], {
    env: { ...process.env, NODE_ENV: 'production', GAME_SERVER: 'ws://localhost:8787' },
  });
  site = await serve(directory);
  // The page may ask port 8787 alone; a test takes whichever is free.
  browser = await launch([`--host-resolver-rules=MAP localhost:8787 127.0.0.1:${game.port}`]);
});

afterAll(async () => {
  await browser.close();
  await game.close();
  site.server.close();
  rmSync(directory, { recursive: true, force: true });
});

const text = async (page: Page): Promise<string> => (await screen(page)).join('\n');

const shows = (page: Page, what: string | RegExp): Promise<void> => expect.poll(() => text(page)).toMatch(what);

/** A page that has done nothing yet, and what it has done wrong. */
const openPage = async (context: BrowserContext, fragment = '') => {
  const page = await context.newPage();
  const faults: string[] = [];
  const sockets: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.goto(site.url + fragment);
  await ready(page);
  return { page, faults, sockets };
};

/** A page that plays under a name, against others in `steps` presses of the key for them: tabs come first, then the server. */
const play = async (context: BrowserContext, steps: number, name: string) => {
  const opened = await openPage(context);
  await opened.page.keyboard.type(`tilematch --name ${name}\n`);
  await shows(opened.page, 'bot 900');
  for (let i = 0; i < steps; i++) await opened.page.keyboard.press('m');
  return opened;
};

/** What each has taken, as a page tells it. */
const taken = async (page: Page): Promise<readonly number[]> => {
  const [, own, foe] = / (\d+) yours \+ (\d+) theirs/.exec(await text(page)) ?? [];
  return [Number(own), Number(foe)];
};

/** Takes a pair that the hint shows. */
const takePair = async (page: Page): Promise<void> => {
  await page.keyboard.press('h');
  await page.keyboard.press('Space');
  await shows(page, / 2 yours/);
};

/** Both play one match: what one takes, the other sees. */
const playMatch = async (one: Page, other: Page): Promise<void> => {
  await shows(one, 'Budi 1200');
  await shows(other, 'Ana 1200');
  await shows(one, / 0 yours \+ 0 theirs \+ 48 left/);
  await shows(one, /round 1 of \d/);
  await takePair(one);
  await expect.poll(() => taken(other)).toEqual([0, 2]);
  await takePair(other);
  await expect.poll(() => taken(one)).toEqual([2, 2]);
  for (const page of [one, other]) await shows(page, /your line +\d+ ms, p99 \d+/);
};

test('a site that was told of no server does not offer one', async () => {
  const other = await serve(built);
  const page = await browser.newPage({ viewport });
  await page.goto(other.url);
  await ready(page);
  await page.keyboard.type('tilematch\n');
  await shows(page, 'bot 900');
  await page.keyboard.press('m');
  await shows(page, 'Open tilematch in another tab');
  await page.keyboard.press('m');
  await shows(page, 'bot 900');
  await page.close();
  other.server.close();
});

describe('over WebSocket', () => {
  test('two pages play each other; one cheats, loses the line, comes back, and leaves', async () => {
    const contexts = [await browser.newContext({ viewport }), await browser.newContext({ viewport })] as const;
    const ana = await play(contexts[0], 2, 'Ana');
    const budi = await play(contexts[1], 2, 'Budi');
    await playMatch(ana.page, budi.page);
    expect(game.referee.games[0]?.match.scores).toEqual([10, 10]);
    await ana.page.keyboard.press('c');
    await shows(ana.page, 'The referee refused it: not equal.');
    await ana.page.keyboard.press('x');
    await shows(budi.page, 'Ana has lost the line.');
    await ana.page.keyboard.press('x');
    await shows(budi.page, 'Ana is back.');
    await shows(ana.page, 'The line is there again.');
    expect(ana.sockets).toEqual(['ws://localhost:8787/', 'ws://localhost:8787/']);
    expect([...ana.faults, ...budi.faults]).toEqual([]);
    await contexts[0].close();
    await expect.poll(() => game.connections).toBe(1);
    await contexts[1].close();
  });

  test('the server is asked by nothing but the visitor’s key', async () => {
    const context = await browser.newContext();
    const { page, sockets } = await openPage(context, '#tilematch');
    await shows(page, 'bot 900');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('m');
    await shows(page, 'Open tilematch in another tab');
    expect(sockets).toEqual([]);
    await page.keyboard.press('m');
    await expect.poll(() => sockets).toEqual(['ws://localhost:8787/']);
    await context.close();
  });

  test('a server that is not there is told of, with what to do', async () => {
    const elsewhere = await launch(['--host-resolver-rules=MAP localhost:8787 127.0.0.1:9']);
    const context = await elsewhere.newContext();
    const { page } = await play(context, 2, 'Ana');
    await shows(page, 'No answer at ws://localhost:8787.');
    await shows(page, 'npm run tilematch-server');
    await elsewhere.close();
  });

  test.each(['ws://localhost:8788', 'ws://127.0.0.1:9', 'ws://example.org', 'wss://localhost:8787'])(
    'the policy lets no page ask %s',
    async (url) => {
      const context = await browser.newContext();
      const { page } = await openPage(context);
      const violated = await page.evaluate(
        (address) =>
          new Promise<string>((resolve) => {
            addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective), { once: true });
            new WebSocket(address);
          }),
        url,
      );
      expect(violated).toBe('connect-src');
      await context.close();
    },
  );
});

describe('from tab to tab', () => {
  test('two tabs play each other; when the one with the referee is closed, the other goes on', async () => {
    const context = await browser.newContext({ viewport });
    const ana = await play(context, 1, 'Ana');
    await shows(ana.page, 'The referee is in this tab.');
    const budi = await play(context, 1, 'Budi');
    await shows(budi.page, 'The referee is in another tab.');
    await playMatch(ana.page, budi.page);
    expect([...ana.faults, ...budi.faults, ...ana.sockets]).toEqual([]);
    await ana.page.close();
    await shows(budi.page, 'The tab with the referee has gone.');
    await shows(budi.page, 'The referee is in this tab.');
    await context.close();
  });
});
