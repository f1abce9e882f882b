/** The game against somebody elsewhere: in another tab or at a server, a key away from the bot. */
import { beforeAll, describe, expect, test } from 'vitest';
import tilematch from '../../../src/exhibits/tilematch.ts';
import type { Host } from '../../../src/os/host.ts';
import { runCommand } from '../../../src/os/run.ts';
import { createTestProcess } from '../../tui/process.ts';
import { createTestScreen, fakeHost, settle } from '../../tui/screen.ts';
import { RefereeChannels } from './referee-channel.ts';
import { TabChannels } from './tab-channel.ts';

/** Several games on one machine, with one clock, one browser and one server. */
const machine = () => {
  const host = fakeHost();
  const tabs = new TabChannels();
  const server = new RefereeChannels(host.now);
  let count = 0;
  const start = async (columns = 120, rows = 40, args: readonly string[] = [], changes: Partial<Host> = {}) => {
    const screen = createTestScreen(columns, rows);
    const chance = (++count * 0.137) % 1;
    const own: Host = { ...host, random: () => chance, channel: () => tabs.open(), connect: server.connect, ...changes };
    const done = runCommand(tilematch, createTestProcess(['tilematch', '--seed', String(count), ...args], { screen, host: own }));
    await settle();
    return { screen, done };
  };
  const pass = async (milliseconds: number): Promise<void> => {
    for (let gone = 0; gone < milliseconds; gone += 100) {
      await host.pass(100);
      server.step();
    }
    await settle();
  };
  return { host, tabs, server, start, pass };
};

type Game = Awaited<ReturnType<ReturnType<typeof machine>['start']>>;

beforeAll(async () => {
  // What the game loads when it is chosen is there at once from now on.
  await Promise.all([import('../../../src/exhibits/tilematch/tab-play.ts'), import('../../../src/exhibits/tilematch/server-play.ts')]);
});

/** Goes to other players: tabs come after the bot, a server after tabs. */
const choose = async (games: readonly Game[], whom: 'tab' | 'server'): Promise<void> => {
  for (const { screen } of games) await screen.type(whom === 'tab' ? 'm' : 'mm');
};

/** Takes a pair, wherever one is: picks tile after tile with the next ones like it. */
const takePair = async ({ screen }: Game, pass: (milliseconds: number) => Promise<void>): Promise<void> => {
  for (let i = 0; i < 40; i++) {
    await screen.type('h ');
    await pass(200);
    if (/ [1-9]\d* yours/.test(screen.text())) return;
  }
  throw new Error('no pair was found');
};

/** What each has taken, as a game tells it. */
const scoreOf = ({ screen }: Game): readonly [string, string] => {
  const [, own = '', foe = ''] = / (\d+) yours \+ (\d+) theirs/.exec(screen.text()) ?? [];
  return [own, foe];
};

describe('other players', () => {
  test('are asked for by nothing but the visitor’s key', async () => {
    const { server, tabs, start, pass } = machine();
    const { screen } = await start();
    await pass(3000);
    await screen.type('cxxh jb');
    expect([server.urls, tabs.said]).toEqual([[], []]);
    expect(screen.text()).toContain('bot 1200');
  });

  test('have no key where there are none', async () => {
    const { host } = machine();
    const screen = createTestScreen(140, 42);
    void runCommand(tilematch, createTestProcess(['tilematch'], { screen, host }));
    await settle();
    expect(screen.text()).not.toContain('others');
    await screen.type('m');
    expect(screen.text()).toContain('bot 900');
  });

  test('are left for the bot again', async () => {
    const { start, pass } = machine();
    const { screen } = await start();
    for (const shown of [/Open tilematch in another tab/, /Waiting for another player/, /bot 900/]) {
      await screen.type('m');
      await pass(1500);
      expect(screen.text()).toMatch(shown);
    }
  });

  test.each([
    [['--name', 'a name that is too long'], "invalid name: 'a name that is too long': must be 1 to 16 letters, digits, spaces and _ . -"],
    [['--port', '0'], "invalid port: '0': must be a whole number from 1 to 65535"],
  ])('%j is wrong usage', async (args, message) => {
    const process = createTestProcess(['tilematch', ...args], { screen: createTestScreen(), host: fakeHost() });
    expect(await runCommand(tilematch, process)).toBe(2);
    expect(process.stderrText()).toContain(`tilematch: ${message}\n`);
  });
});

describe('another tab', () => {
  test('is asked for, and until it comes the visitor is told how', async () => {
    const { start, pass } = machine();
    const game = await start(40, 20);
    await choose([game], 'tab');
    expect(game.screen.text()).toContain('asking the other tabs…');
    await pass(1200);
    expect(game.screen.announced).toContain('The referee is in this tab.');
    expect(game.screen.text()).toContain('Open tilematch in another tab or');
  });

  test('plays: both see the same board, pair and score', async () => {
    const { start, pass } = machine();
    const games = [await start(120, 40, ['--name', 'Ana']), await start(40, 20, ['--name', 'Budi'])] as const;
    await choose(games, 'tab');
    await pass(5000);
    expect(games[0].screen.text()).toContain('Budi 1200');
    expect(games[1].screen.text()).toContain('Ana 1200');
    await takePair(games[1], pass);
    const [own, foe] = scoreOf(games[1]);
    expect(Number(own)).toBeGreaterThan(0);
    expect(scoreOf(games[0])).toEqual([foe, own]);
    for (const { screen } of games) expect(screen.text()).toMatch(/✓#? 48 (tiles )?= /);
  });

  test('may cheat, cut its line and come back, like anybody', async () => {
    const { start, pass } = machine();
    const games = [await start(40, 20), await start()] as const;
    await choose(games, 'tab');
    await pass(5000);
    await games[1].screen.type('c');
    await pass(300);
    expect(games[1].screen.announced).toContain('The referee refused it: not equal.');
    await games[1].screen.type('x');
    await pass(1000);
    expect(games[0].screen.announced.join('\n')).toMatch(/Visitor \w+ has lost the line\./);
    expect(games[0].screen.text()).toMatch(/ away: Vi/);
    await games[1].screen.type('x');
    await pass(1000);
    expect(games[0].screen.announced.join('\n')).toMatch(/Visitor \w+ is back\./);
    await takePair(games[1], pass);
    expect(scoreOf(games[0])).toEqual([...scoreOf(games[1])].reverse());
  });

  test('with the referee leaves: the others are told, and the next has the referee', async () => {
    const { start, pass } = machine();
    const games = [await start(), await start(), await start()] as const;
    await choose(games.slice(0, 1), 'tab');
    await pass(1000);
    await choose(games.slice(1), 'tab');
    await pass(1500);
    await games[0].screen.type('q');
    expect(await games[0].done).toBe(0);
    await pass(6000);
    for (const { screen } of games.slice(1)) {
      expect(screen.announced).toContain('The tab with the referee has gone.');
      expect(screen.announced.join('\n')).toMatch(/The tab with the referee has gone\.[\s\S]*Visitor \w+ plays you, rated 1200\./);
    }
    expect(games.slice(1).filter(({ screen }) => screen.announced.includes('The referee is in this tab.'))).toHaveLength(1);
  });

  test('with the referee dies without a word: it is noticed', async () => {
    const { tabs, start, pass } = machine();
    const games = [await start(), await start()] as const;
    await choose(games.slice(0, 1), 'tab');
    await pass(1000);
    await choose(games.slice(1), 'tab');
    await pass(5000);
    tabs.kill(0);
    await pass(7000);
    expect(games[1].screen.announced).toContain('The tab with the referee has gone.');
    expect(games[1].screen.announced).toContain('Your match ended with it, unrated.');
    expect(games[1].screen.announced).toContain('The referee is in this tab.');
  });

  test('says nonsense: nothing happens', async () => {
    const { tabs, host, start, pass } = machine();
    const game = await start();
    await choose([game], 'tab');
    await pass(1000);
    const stranger = tabs.open();
    for (const text of ['', '{}', '{"k":"frame","from":"z","to":"__proto__","line":0,"text":"{}"}', '\x1b[2J', '{"k":"left","from":"z"}'])
      stranger.send(text);
    await pass(500);
    expect(game.screen.text()).toContain('Open tilematch in another tab');
    expect(host.reports).toEqual([]);
  });
});

describe('a server', () => {
  test('is called at the port that it has by default, or at the one that is given', async () => {
    const { server, start, pass } = machine();
    await choose([await start(), await start(40, 20, ['--port', '9000'])], 'server');
    await pass(200);
    expect(server.urls).toEqual(['ws://localhost:8787', 'ws://localhost:9000']);
  });

  test('that does not answer: the game says what to do, and n tries again', async () => {
    const { server, start, pass } = machine();
    server.isReachable = false;
    const { screen } = await start(40, 20, [], { address: 'https://cv.example/me/' });
    await screen.type('mm');
    await pass(200);
    expect(screen.text()).toContain('No answer at ws://localhost:8787.');
    expect(screen.text()).toContain('  npm run tilematch-server');
    expect(screen.text().replace(/\s+/g, ' ')).toContain('npm run tilematch-server -- --origin https://cv.example.');
    expect(screen.announced).toContain('cannot connect to ws://localhost:8787.');
    server.isReachable = true;
    await screen.type('n');
    await pass(1000);
    expect(screen.text()).toContain('Waiting for another player.');
  });

  test('lets two play: both see the same score, and their latency', async () => {
    const { server, start, pass } = machine();
    const games = [await start(120, 40, ['--name', 'Ana']), await start(40, 20, ['--name', 'Budi'])] as const;
    await choose(games, 'server');
    await pass(2000);
    await takePair(games[0], pass);
    expect(scoreOf(games[1])).toEqual([...scoreOf(games[0])].reverse());
    expect([...(server.referee.games[0]?.match.scores ?? [])].sort()).toEqual([0, 10]);
    expect(games[0].screen.text()).toMatch(/your line +\d+ ms, p99 \d+ ms/);
  });

  test('whose line breaks is called again, and the match goes on', async () => {
    const { server, start, pass } = machine();
    const games = [await start(), await start()] as const;
    await choose(games, 'server');
    await pass(2000);
    const match = server.referee.games[0]?.match.id;
    server.isReachable = false;
    server.breakAll();
    await pass(700);
    expect(games[0].screen.text()).toMatch(/the line broke: attempt \d to come/);
    server.isReachable = true;
    await pass(4000);
    for (const { screen } of games) expect(screen.announced).toContain('The line is there again.');
    await takePair(games[0], pass);
    expect(server.referee.games.map(({ match: { id } }) => id)).toEqual([match]);
    expect(server.referee.players).toBe(2);
  });

  test('that falls silent is called again', async () => {
    const { server, start, pass } = machine();
    const games = [await start(), await start()] as const;
    await choose(games, 'server');
    await pass(2000);
    server.isMute = true;
    await pass(6500);
    for (const { screen } of games) expect(screen.announced).toContain('The line to the server broke.');
    server.isMute = false;
    await pass(2000);
    expect(server.open).toBe(2);
    for (const { screen } of games) expect(screen.announced).toContain('The line is there again.');
    await takePair(games[0], pass);
  });

  test('that stays away is given up after a while', async () => {
    const { server, start, pass } = machine();
    const { screen } = await start();
    await screen.type('mm');
    await pass(500);
    server.isReachable = false;
    server.breakAll();
    await pass(17_000);
    expect(screen.text()).toContain('No answer at ws://localhost:8787.');
    expect(server.urls.length).toBeLessThan(8);
  });

  test('that has begun anew says so, and n looks for a match', async () => {
    const { server, start, pass } = machine();
    const games = [await start(), await start()] as const;
    await choose(games, 'server');
    await pass(2000);
    server.restart();
    await pass(2000);
    expect(games[0].screen.announced).toContain('The referee says: it does not know you.');
    for (const { screen } of games) await screen.type('n');
    await pass(2000);
    for (const { screen } of games) expect(screen.text()).toMatch(/✓#? 48 (tiles )?= 0 yours/);
  });

  test('is left and met again by x', async () => {
    const { server, start, pass } = machine();
    const games = [await start(), await start()] as const;
    await choose(games, 'server');
    await pass(2000);
    await games[0].screen.type('x');
    await pass(500);
    expect(server.open).toBe(1);
    expect(games[0].screen.text()).toContain('Your line is cut: x mends it.');
    expect(games[1].screen.announced.join('\n')).toMatch(/has lost the line\./);
    await games[0].screen.type('x');
    await pass(1000);
    expect(games[1].screen.announced.join('\n')).toMatch(/is back\./);
    await takePair(games[0], pass);
  });

  test('sends a cheat away, who may come again as somebody new', async () => {
    const { server, start, pass } = machine();
    const games = [await start(), await start()] as const;
    await choose(games, 'server');
    await pass(2000);
    for (let i = 0; i < 16; i++) {
      await games[0].screen.type('c');
      await pass(200);
    }
    expect(games[0].screen.text()).toContain('too much nonsense: n comes again');
    expect(server.open).toBe(1);
    await games[0].screen.type('n');
    await pass(500);
    expect(server.open).toBe(2);
    expect(server.referee.tally.get('too much nonsense')).toBe(1);
  });

  test.each(['q', 'm'])('has one connection less after %s, also of one that opens late', async (key) => {
    const { server, start, pass } = machine();
    const { screen } = await start();
    await screen.type('mm');
    await pass(200);
    expect(server.open).toBe(1);
    await screen.type('m');
    await pass(200);
    expect(server.open).toBe(0);
    let release = (): void => {};
    server.hold = new Promise((resolve) => {
      release = resolve;
    });
    await screen.type('mm');
    await screen.type(key);
    release();
    await pass(200);
    expect(server.open).toBe(0);
  });

  test('does not wait for a visitor who wants less motion', async () => {
    const { host, server, start, pass } = machine();
    host.stillness = true;
    const games = [await start(), await start()] as const;
    await choose(games, 'server');
    await pass(3000);
    expect(server.referee.games).toHaveLength(1);
    for (const { screen } of games) expect(screen.text()).toMatch(/✓#? 48 (tiles )?= 0 yours/);
  });
});
