/** tilematch: whatever lines and cheats do, each tile is taken once and each score is the sum of its points. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Random } from '../../src/exhibits/stage/random.ts';
import { addsUp, cheat, cheats, newCrowd, type Setting } from '../../src/exhibits/tilematch/local.ts';
import { advance, cut, mend, type World, withSeat } from '../../src/exhibits/tilematch/world.ts';
import tilematch from '../../src/exhibits/tilematch.ts';
import { runCommand } from '../../src/os/run.ts';
import { createTestProcess, runTest } from '../tui/process.ts';
import { createTestScreen, fakeHost, settle } from '../tui/screen.ts';

/** A day at the referee's: bad lines, cheats, and breaks of the first player's line. */
interface Day {
  readonly seed: number;
  readonly loss: number;
  readonly repeat: number;
  readonly jitter: number;
  readonly tricks: readonly { readonly at: number; readonly trick: number }[];
}

const days: fc.Arbitrary<Day> = fc.record({
  seed: fc.nat(1_000_000),
  loss: fc.constantFrom(0, 0.1, 0.3),
  repeat: fc.constantFrom(0, 0.2, 0.5),
  jitter: fc.constantFrom(0, 30, 200),
  tricks: fc.array(fc.record({ at: fc.integer({ min: 30, max: 400 }), trick: fc.nat(cheats.length) }), { maxLength: 12 }),
});

const settingOf = ({ loss, repeat, jitter }: Day, without?: Setting['without']): Setting => ({
  timing: { rounds: 2, round: 12_000, ready: 500, pause: 500 },
  bots: 2,
  rating: 1200,
  faults: { delay: 20, jitter, loss, repeat },
  without,
});

const STEP = 100;
const STEPS = 500;

/** Plays the day; answers whether what each player knows added up at every moment, and the world at its end. */
const live = (day: Day, without?: Setting['without']): { readonly holds: boolean; readonly world: World } => {
  let world = newCrowd(settingOf(day, without), new Random(day.seed));
  for (let i = 0; i < STEPS; i++) {
    for (const { at, trick } of day.tricks) {
      if (at !== i) continue;
      const kind = cheats[trick];
      if (kind) world = withSeat(world, (seat) => ({ ...seat, client: cheat(seat.client, kind, world.now) }));
      else world = mend(cut(world));
    }
    world = advance(world, world.now + STEP);
    if (!world.seats.every(({ client }) => addsUp(client.table))) return { holds: false, world };
  }
  return { holds: true, world };
};

const breaks = (without: Setting['without']): boolean =>
  fc.check(
    fc.property(days, (day) => live(day, without).holds),
    { numRuns: 60, seed: 7, endOnFailure: true },
  ).failed;

describe('the referee', () => {
  test('lets each tile be taken once and pays each pair once, whatever the lines and the cheats do', () => {
    fc.assert(
      fc.property(days, (day) => live(day).holds),
      { numRuns: 60 },
    );
  });

  test.each<Setting['without']>(['judging', 'numbering'])('does not without its %s', (without) => {
    expect(breaks(without)).toBe(true);
  });

  test('brings both players to the same result over a bad line', () => {
    const { world } = live({ seed: 7, loss: 0.3, repeat: 0.5, jitter: 200, tricks: [] });
    const [one, other] = world.seats.map(({ client }) => client);
    expect(world.referee?.tally.get('results')).toBeGreaterThan(0);
    expect(one?.table?.scores).toEqual(other?.table?.scores);
    expect((one?.rating ?? 0) + (other?.rating ?? 0)).toBe(
      newCrowd(settingOf({ seed: 7, loss: 0, repeat: 0, jitter: 0, tricks: [] }), new Random(7)).seats.reduce(
        (sum, { client }) => sum + client.rating,
        0,
      ),
    );
  });
});

describe('without a terminal', () => {
  test('it tells of matches, rounds and cheats, and of what was refused', async () => {
    const { out, status } = await runTest(tilematch, ['--seed', '7']);
    const lines = out.trimEnd().split('\n');
    expect(status).toBe(0);
    expect(lines[0]).toBe('8 bots look for matches');
    expect(lines[1]).toMatch(/^ +\d\.\d\d s {2}\w+ \d+ and \w+ \d+ are matched, \d+ apart$/);
    expect(lines.filter((line) => line.includes('cheats: ')).length).toBeGreaterThanOrEqual(4);
    expect(lines.at(-4)).toMatch(/^\d+ frames sent, \d+ lost, \d+ repeated$/);
    expect(lines.at(-3)).toMatch(/^refused: .*not equal \d+, .*not a valid message \d+, twice or early \d+$/);
    expect(lines.at(-2)).toMatch(/^claim to answer: p50 \d+ ms, p90 \d+ ms, p99 \d+ ms$/);
    expect(lines.at(-1)).toMatch(/^\d matches, \d+ pairs taken; each tile once, each score the sum of its points$/);
  });

  test.each([
    [['--rounds', '0'], "invalid rounds: '0': must be a whole number from 1 to 9"],
    [['--seconds', 'x'], "invalid seconds: 'x': must be a whole number from 5 to 300"],
    [['--bots', '1'], "invalid bots: '1': must be a whole number from 2 to 64"],
    [['--loss', '0.9'], "invalid loss: '0.9': must be a number from 0 to 0.5"],
  ])('%j is wrong usage', async (args, message) => {
    const { err, status } = await runTest(tilematch, args);
    expect(err).toContain(`tilematch: ${message}\n`);
    expect(status).toBe(2);
  });
});

const opened = async (columns: number, rows: number, args: readonly string[] = [], host = fakeHost()) => {
  const screen = createTestScreen(columns, rows);
  const done = runCommand(tilematch, createTestProcess(['tilematch', '--seed', '7', ...args], { screen, host }));
  await settle();
  return { screen, host, done };
};

/** Bots are the first choice. */
const started = async (columns: number, rows: number, args: readonly string[] = []) => {
  const game = await opened(columns, rows, args);
  await game.screen.type('\r');
  return game;
};

describe('on a terminal', () => {
  test('40×20 holds scores, clock, board, line and proof', async () => {
    const { screen, host } = await started(40, 20);
    await host.pass(9000);
    const rows = screen.rows();
    expect(rows[1]).toMatch(/^you 1200 +0 : \d+ +\d+ \w+$/);
    expect(rows[2]).toMatch(/^round 1\/2 █+.*\d+ s$/);
    expect(rows[4]).toMatch(/^ {5}[[ ].[\] ]( {2}[ ●■▲▼◆★✚✿∙] ){0,7}/);
    expect(rows[11]).toBe('take two equal tiles that a line joins');
    expect(rows[12]).toMatch(/^latency \d+ ms, p99 \d+ +lost 0, twice 0$/);
    expect(rows[14]).toMatch(/^✓ 48 = 0 yours \+ \d+ theirs \+ \d+ left$/);
    expect(rows[18]).toBe('←↑↓→ move  Space pick  c cheat  x cut');
    expect(rows[19]).toBe('d lose  u twice  l lag  ? help  q leave');
  });

  test('120×40 holds the referee and its reasons beside the board', async () => {
    const { screen, host } = await started(120, 40);
    await host.pass(7000);
    await screen.type('c');
    await host.pass(300);
    expect(screen.text()).toContain('╭─ the referee ─');
    expect(screen.text()).toMatch(/9 players, \d wait, \d matches/);
    expect(screen.text()).toContain('refused: not equal 1');
  });

  test('the queue shows who waits, and a window that widens', async () => {
    const { screen, host } = await started(80, 24, ['--rating', '2400']);
    const width = (): number => Number(/2400 ± (\d+)/.exec(screen.text())?.[1]);
    await host.pass(2500);
    const before = width();
    expect(screen.text()).toMatch(/\d others wait; you for 2\.\d s/);
    await host.pass(5000);
    expect(width()).toBe(before + 200);
  });

  test('two equal tiles that are picked are claimed, and the referee answers', async () => {
    const { screen, host } = await started(80, 24);
    await host.pass(7000);
    await screen.type('\t \t ');
    expect(screen.text()).toContain('claimed: the referee decides…');
    await host.pass(300);
    expect(screen.announced.join('\n') + screen.text()).toMatch(/You take a pair|refuses it: (no line|taken already)|refused: no line/);
  });

  test('every cheat is refused, and too many of them end the connection', async () => {
    const { screen, host } = await started(80, 24);
    await host.pass(6000);
    for (let i = 0; i < 16; i++) {
      await screen.type('c');
      await host.pass(200);
    }
    expect(screen.announced).toContain('The referee refuses it: not equal.');
    expect(screen.announced).toContain('The referee says: not a valid message.');
    expect(screen.announced).toContain('The referee says: too much nonsense.');
    expect(screen.text()).toContain('too much nonsense: n comes again');
  });

  test('a line that is cut and mended goes on with the same match', async () => {
    const { screen, host } = await started(80, 24);
    await host.pass(6000);
    const foe = screen.rows()[1]?.split(' ').at(-1);
    await screen.type('x');
    await host.pass(4000);
    expect(screen.text()).toContain('line cut: x mends it');
    await screen.type('x');
    await host.pass(1000);
    expect(screen.rows()[1]).toContain(foe);
    expect(screen.announced).toContain('The line is back: you go on as before.');
    expect(screen.text()).toMatch(/✓ 48 = /);
  });

  test('whoever stays away has lost', async () => {
    const { screen, host } = await started(80, 24);
    await host.pass(6000);
    await screen.type('x');
    await host.pass(16_000);
    await screen.type('x');
    await host.pass(1000);
    expect(screen.text()).not.toContain('line cut');
    await screen.type('n');
    await host.pass(5000);
    expect(screen.announced.filter((text) => text.endsWith('is your match.'))).toHaveLength(2);
  });

  test('d, u and l make the line bad', async () => {
    const { screen, host } = await started(80, 24);
    await screen.type('dul');
    await host.pass(3000);
    expect(screen.text()).toContain('\nloses 25 %, repeats 40 %, +168 ms\n');
    expect(screen.text()).toMatch(/lost [1-9]\d*, twice [1-9]\d*/);
  });
});
