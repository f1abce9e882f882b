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

describe('on a terminal', () => {
  test.each([
    [140, 42],
    [100, 30],
    [42, 44],
    [40, 20],
  ])('at %i×%i a board is dealt in the first frame, with scores, clock and proof', async (columns, rows) => {
    const { screen } = await opened(columns, rows);
    expect(screen.text()).toContain('you 1200');
    expect(screen.text()).toContain('bot 900');
    expect(screen.text()).toMatch(/✓#? 48 (tiles )?= 0 yours \+ 0 theirs \+ 48 left/);
    expect(screen.text()).toMatch(/c#* *(cheat|h)/);
  });

  test('is told to those who hear it: the board, where the cursor is, and what a line joins', async () => {
    const { screen } = await opened(120, 40);
    expect(screen.announced.at(-1)).toMatch(/^The board, row by row: (\w+ ){7}\w+; .*\.$/);
    await screen.type('\x1b[C');
    expect(screen.announced.at(-1)).toMatch(/^(disc|square|ring|frame|triangle|wedge|heart|cross), row 1, column 2\.$/);
    await screen.type(' ');
    expect(screen.announced.at(-1)).toMatch(/^Picked: \w+, row 1, column 2\.$/);
    await screen.type('h');
    expect(screen.announced.at(-1)).toMatch(/^\w+, row \d, column \d: a line joins it to the one you picked\.$/);
  });

  test('a hint and Space take a pair: it is told, it counts, and its line stays a while', async () => {
    const { screen, host } = await opened(140, 42);
    const before = screen.text();
    await screen.type('h ');
    await host.pass(300);
    expect(screen.announced.at(-1)).toMatch(/^You took a pair: \w+, \+10\.$/);
    expect(screen.text()).toMatch(/48 tiles = 2 yours \+ 0 theirs \+ 46 left/);
    expect(screen.text()).not.toBe(before);
  });

  test('a tap picks a tile', async () => {
    const { screen } = await opened(42, 44);
    await screen.click(3, 8);
    expect(screen.announced.at(-1)).toMatch(/^Picked: \w+, row 1, column 1\.$/);
  });

  test('the first key cheats: the referee refuses it, the verdict holds, and the next key is told', async () => {
    const { screen, host } = await opened(140, 42);
    await screen.type('c');
    await host.pass(300);
    expect(screen.announced).toContain('You cheat: two tiles that are not equal.');
    expect(screen.announced).toContain('The referee refused it: not equal.');
    expect(screen.text()).toMatch(/✗ {2}The referee refused it: not equal\./);
    expect(screen.text()).toContain('A referee believes no player.');
    expect(screen.text()).toMatch(/✓#? 48 tiles = /);
  });

  test('a referee who believes all is cheated, and the verdict breaks', async () => {
    const { screen, host } = await opened(140, 42);
    await screen.type('j');
    expect(screen.text()).toContain('This referee believes all that it is told.');
    await screen.type('c');
    await host.pass(300);
    expect(screen.text()).toMatch(/✗.? NOT every pair was equal: 1 were not\./);
    await screen.type('j');
    expect(screen.text()).toMatch(/✓#? 48 tiles = 0 yours \+ 0 theirs \+ 48 left/);
  });

  test('the bot has three strengths, and a quicker one takes more', async () => {
    const taken: number[] = [];
    for (const key of ['bbb', 'b', 'bb']) {
      const { screen, host } = await opened(40, 20);
      await screen.type(key);
      await host.pass(30_000);
      taken.push(Number(/(\d+) theirs/.exec(screen.text())?.[1]));
    }
    expect([...taken].sort((one, other) => one - other)).toEqual(taken);
    expect(new Set(taken).size).toBe(3);
  });

  test('a match has two rounds, then its result stands until the next is dealt', async () => {
    const { screen, host } = await opened(140, 42, ['--seconds', '5']);
    await screen.type('\x1b[C');
    await host.pass(20_000);
    expect(screen.announced).toContain('Round 2 of 2 is dealt.');
    expect(screen.announced.at(-1)).toMatch(/^bot won, \d+ : \d+ \(all rounds played\); your rating is \d+, by -\d+\.$/);
    expect(screen.text()).toMatch(/Press #?n#? to deal the next one\./);
    await screen.type('n');
    expect(screen.text()).toMatch(/0 yours \+ 0 theirs \+ 48 left/);
    expect(screen.text()).toMatch(/you 11\d\d/);
  });

  test('every cheat is refused, and too many of them end the connection', async () => {
    const { screen, host } = await opened(80, 24);
    for (let i = 0; i < 16; i++) {
      await screen.type('c');
      await host.pass(200);
    }
    expect(screen.announced).toContain('The referee refused it: not equal.');
    expect(screen.announced).toContain('The referee says: not a valid message.');
    expect(screen.announced).toContain('The referee says: too much nonsense.');
    expect(screen.text()).toContain('too much nonsense: n comes again');
    await screen.type('n');
    expect(screen.text()).toMatch(/48 tiles = 0 yours/);
  });

  test('a line that is cut and mended goes on with the same match', async () => {
    const { screen, host } = await opened(140, 42);
    await screen.type('h ');
    await host.pass(300);
    await screen.type('x');
    await host.pass(4000);
    expect(screen.text()).toContain('Your line is cut: x mends it.');
    await screen.type('x');
    await host.pass(1000);
    expect(screen.announced).toContain('The line is back: you go on as before.');
    expect(screen.text()).toMatch(/48 tiles = 2 yours/);
  });

  test('whoever stays away has lost', async () => {
    const { screen, host } = await opened(80, 24);
    await screen.type('x');
    await host.pass(16_000);
    await screen.type('x');
    await host.pass(1000);
    expect(screen.text()).not.toContain('Your line is cut');
    await screen.type('n');
    expect(screen.text()).toMatch(/48 tiles = 0 yours/);
  });

  test('d, u and l make the line bad', async () => {
    const { screen, host } = await opened(140, 42);
    await screen.type('dul');
    await host.pass(3000);
    expect(screen.text()).toContain('loses 25 %, repeats 40 %, +168 ms');
  });

  test('the demonstration cheats, takes a pair, and cuts the line', async () => {
    const { screen, host } = await opened(140, 42);
    await host.pass(5200);
    expect(screen.text()).toContain('plays by itself: any key takes over');
    await host.pass(17_000);
    expect(screen.announced.join('\n')).toMatch(/The referee refused it[\s\S]*You took a pair[\s\S]*You cut your own line/);
  });
});
