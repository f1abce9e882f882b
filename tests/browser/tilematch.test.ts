/** tilematch between two real pages: over WebSocket by way of the server, and from tab to tab. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLUMNS, EMPTY, KINDS, moves, TILES } from '../../src/exhibits/tilematch/board.ts';
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

/** A page that plays: by the key of the choice, under a name. */
const play = async (context: BrowserContext, key: string, name: string) => {
  const opened = await openPage(context);
  await opened.page.keyboard.type(`tilematch --name ${name}\n`);
  await shows(opened.page, 'Choose an opponent');
  await opened.page.keyboard.press(key);
  return opened;
};

/** The shapes of the tiles, in the order of their kinds. */
const shapes = '●■▲▼◆★✚✿';

/** Where a tile stands on a screen as wide as these. */
const at = (cell: number) => ({ column: 10 + 7 * (cell % COLUMNS), row: 5 + 3 * Math.floor(cell / COLUMNS) });

/** The board as it is shown, and the cell of the cursor. */
const look = async (page: Page): Promise<{ readonly board: string; readonly cursor: number }> => {
  const rows = await screen(page);
  const around = Array.from({ length: TILES }, (_, cell) => {
    const { column, row } = at(cell);
    return (rows[row] ?? '').slice(column - 1, column + 2);
  });
  const board = around.map((text) => KINDS[shapes.indexOf(text[1] ?? ' ')] ?? EMPTY).join('');
  return { board, cursor: around.findIndex((text) => /^\[|\]$/.test(text)) };
};

const goTo = async (page: Page, from: number, to: number): Promise<void> => {
  const [dx, dy] = [(to % COLUMNS) - (from % COLUMNS), Math.floor(to / COLUMNS) - Math.floor(from / COLUMNS)];
  for (let i = 0; i < Math.abs(dx); i++) await page.keyboard.press(dx > 0 ? 'ArrowRight' : 'ArrowLeft');
  for (let i = 0; i < Math.abs(dy); i++) await page.keyboard.press(dy > 0 ? 'ArrowDown' : 'ArrowUp');
};

/** Takes the first pair that there is, as a visitor would who sees it. */
const takePair = async (page: Page): Promise<void> => {
  const { board, cursor } = await look(page);
  const [[a, b] = [0, 0]] = moves(board);
  await goTo(page, cursor, a);
  await page.keyboard.press('Space');
  await goTo(page, a, b);
  await page.keyboard.press('Space');
  await shows(page, / 2 yours/);
};

const scores = async (page: Page): Promise<readonly number[]> => {
  const [, own, foe] = /you \d+ +(\d+) : (\d+)/.exec(await text(page)) ?? [];
  return [Number(own), Number(foe)];
};

/** Both play one match: what one takes, the other sees. */
const playMatch = async (one: Page, other: Page): Promise<void> => {
  await shows(one, /you 1200 +0 : 0 +1200 Budi/);
  await shows(other, /you 1200 +0 : 0 +1200 Ana/);
  await shows(one, /round 1\/\d [█▏▎▍▌▋▊▉]/);
  await takePair(one);
  const [own = 0] = await scores(one);
  expect(own).toBeGreaterThan(0);
  await expect.poll(() => scores(other)).toEqual([0, own]);
  await takePair(other);
  const [foe = 0] = await scores(other);
  await expect.poll(() => scores(one)).toEqual([own, foe]);
  for (const page of [one, other]) await shows(page, /latency \d+ ms, p99 \d+/);
};

test('a site that was told of no server does not offer one', async () => {
  const other = await serve(built);
  const page = await browser.newPage({ viewport });
  await page.goto(other.url);
  await ready(page);
  await page.keyboard.type('tilematch\n');
  await shows(page, /A server on this machine\s+Not to be had here\./);
  await page.close();
  other.server.close();
});

describe('over WebSocket', () => {
  test('two pages play each other; one cheats, loses the line, comes back, and leaves', async () => {
    const contexts = [await browser.newContext({ viewport }), await browser.newContext({ viewport })] as const;
    const ana = await play(contexts[0], '3', 'Ana');
    const budi = await play(contexts[1], '3', 'Budi');
    await playMatch(ana.page, budi.page);
    expect(game.referee.games[0]?.match.scores).toEqual(expect.arrayContaining([...(await scores(ana.page))]));
    await ana.page.keyboard.press('c');
    await shows(ana.page, 'The referee refuses it: not equal.');
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

  test('the server is asked by nothing but the visitor’s choice', async () => {
    const context = await browser.newContext();
    const { page, sockets } = await openPage(context, '#tilematch');
    await shows(page, 'Nothing is connected before you choose.');
    await page.keyboard.press('ArrowDown');
    await shows(page, '▸ 2');
    expect(sockets).toEqual([]);
    await page.keyboard.press('3');
    await expect.poll(() => sockets).toEqual(['ws://localhost:8787/']);
    await context.close();
  });

  test('a server that is not there is told of, with what to do', async () => {
    const elsewhere = await launch(['--host-resolver-rules=MAP localhost:8787 127.0.0.1:9']);
    const context = await elsewhere.newContext();
    const { page } = await play(context, '3', 'Ana');
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
    const ana = await play(context, '2', 'Ana');
    await shows(ana.page, 'The referee is in this tab.');
    const budi = await play(context, '2', 'Budi');
    await shows(budi.page, 'The referee is in another tab.');
    await playMatch(ana.page, budi.page);
    expect([...ana.faults, ...budi.faults, ...ana.sockets]).toEqual([]);
    await ana.page.close();
    await shows(budi.page, 'The tab with the referee has gone.');
    await shows(budi.page, 'The referee is in this tab.');
    await context.close();
  });
});
