/** burst: under any bursts the engine loses no event and lets none wait too long; without its parts it does. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAPACITY, engine, LONGEST_WAIT, missing, oldest, type Practices, perSecond } from '../../src/exhibits/burst/pipeline.ts';
import { happen, newWorld, type World, type WorldEvent } from '../../src/exhibits/burst/world.ts';
import burst from '../../src/exhibits/burst.ts';
import { Random } from '../../src/exhibits/stage/random.ts';
import { runCommand } from '../../src/os/run.ts';
import { createTestProcess, runTest } from '../tui/process.ts';
import { createTestScreen, fakeHost, settle } from '../tui/screen.ts';

interface Day {
  readonly seed: number;
  readonly shops: number;
  readonly events: readonly ('step' | 'sale' | 'flood' | 'join' | 'leave')[];
}

const days: fc.Arbitrary<Day> = fc.record({
  seed: fc.nat(1_000_000),
  shops: fc.integer({ min: 1, max: 24 }),
  events: fc.array(
    fc.oneof(
      { weight: 30, arbitrary: fc.constant('step' as const) },
      { weight: 3, arbitrary: fc.constantFrom('sale' as const, 'flood' as const) },
      { weight: 1, arbitrary: fc.constantFrom('join' as const, 'leave' as const) },
    ),
    { minLength: 100, maxLength: 200, size: 'max' },
  ),
});

/** Whether `holds` at every moment of a day. */
const always = ({ seed, shops, events }: Day, practices: Practices, holds: (world: World) => boolean): boolean => {
  let world = newWorld(new Random(seed), { shops, connections: 100 }, practices);
  return events.every((kind) => {
    world = happen(world, { kind });
    return holds(world);
  });
};

const keepsAll = (world: World): boolean => missing(world.engine) === 0;
const isFresh = (world: World): boolean => oldest(world.engine, world.now) <= LONGEST_WAIT;
const isGentle = ({ engine: { history } }: World): boolean => history.length < 100 || perSecond(history, 'writes', 100) < CAPACITY;

const breaks = (practices: Practices, holds: (world: World) => boolean): boolean =>
  fc.check(
    fc.property(days, (day) => always(day, practices, holds)),
    { numRuns: 40, seed: 7, endOnFailure: true },
  ).failed;

describe('the engine', () => {
  test('loses nothing, is never late, and spares the store, whatever the bursts', () => {
    fc.assert(
      fc.property(days, (day) => always(day, engine, (world) => keepsAll(world) && isFresh(world) && isGentle(world))),
      { numRuns: 40 },
    );
  });

  test.each<[string, Partial<Practices>, (world: World) => boolean]>([
    ['loses events when the last one replaces the others', { sum: false }, keepsAll],
    ['loses events when each is a write of its own', { coalesce: false }, keepsAll],
    ['keeps the visitors of a busy shop waiting when nothing bounds the wait', { bound: false }, isFresh],
    ['does not spare the store when it waits for nothing', { debounce: false }, isGentle],
  ])('%s', (_what, mutation, holds) => {
    expect(breaks({ ...engine, ...mutation }, holds)).toBe(true);
  });

  test('waits longer while the store gets more than its budget, and less long again afterwards', () => {
    let world = happen(newWorld(new Random(7), { shops: 30, connections: 0 }), { kind: 'flood' });
    const pass = (event: WorldEvent, steps: number): number => {
      for (let i = 0; i < steps; i++) world = happen(world, event);
      return world.engine.wait;
    };
    const before = world.engine.wait;
    const during = pass({ kind: 'step' }, 60);
    expect(during).toBeGreaterThan(before);
    expect(pass({ kind: 'step' }, 600)).toBeLessThan(during);
  });
});

describe('without a terminal', () => {
  test('it prints a second a line, the bursts between them, then the sums', async () => {
    const { out, status } = await runTest(burst, ['--seed', '7', '--seconds', '20']);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toBe('24 shops, 600 connections');
    expect(lines.filter((text) => /^ *\d+ s /.test(text))).toHaveLength(20);
    expect(out).toMatch(/began a flash sale|A flood of events came/);
    expect(lines.at(-2)).toMatch(/^engine +\d+ writes, [\d,]+ pushes, 0 events lost, oldest waits 0\.\d s$/);
    expect(lines.at(-1)).toMatch(/^[\d,]+ events, \d+\.\d % of the writes saved$/);
    expect(status).toBe(0);
  });

  test.each([
    [['--shops', '0'], "invalid shops: '0': must be a whole number from 1 to 100"],
    [['--connections', '-1'], "invalid connections: '-1': must be a whole number from 0 to 20000"],
    [['--seconds', 'x'], "invalid seconds: 'x': must be a whole number from 1 to 600"],
  ])('%j is wrong usage', async (args, message) => {
    const { err, status } = await runTest(burst, args);
    expect(err).toContain(`burst: ${message}\n`);
    expect(status).toBe(2);
  });
});

const started = async (columns: number, rows: number) => {
  const screen = createTestScreen(columns, rows);
  const host = fakeHost();
  void runCommand(burst, createTestProcess(['burst', '--seed', '7'], { screen, host }));
  await settle();
  return { screen, host };
};

describe('on a terminal', () => {
  test('40×20 holds both dams and what the engine promises', async () => {
    const { screen, host } = await started(40, 20);
    await screen.type('b');
    await host.pass(1500);
    expect(screen.text()).toMatch(/each event is a write +[1-9]\.\d s behind/);
    expect(screen.text()).toMatch(/with the engine +0\.0 s behind/);
    expect(screen.text()).toContain('Nothing lost, nobody waits long.');
    expect(screen.announced).toContain('The store without the engine fell behind.');
  });

  test('its first key is a flash sale: one dam breaks, the other holds, and the verdict with it', async () => {
    const { screen, host } = await started(140, 42);
    expect(screen.text()).toContain('On an ordinary day both stores keep up');
    await screen.type('b');
    expect(screen.text()).toMatch(/Shop \d+ began a flash sale/);
    await screen.type('b');
    await host.pass(4000);
    expect(screen.text()).toMatch(/[\d,]+ lost/);
    expect(screen.text()).toMatch(/with the engine +0\.0 s behind/);
    expect(screen.text()).toContain('✓# Nothing is lost, and nobody waits longer than promised.');
  });

  test('without adding up the engine loses events too, and the verdict says so', async () => {
    const { screen, host } = await started(140, 42);
    await screen.type('1fb');
    await host.pass(5000);
    expect(screen.text()).toMatch(/NOT all is kept: [\d,]+ events are lost\./);
  });

  test('connections come by c and half of them go by x', async () => {
    const { screen } = await started(80, 24);
    await screen.type('c');
    expect(screen.text()).toContain('800 connections watch the shops');
    await screen.type('xx');
    expect(screen.text()).toMatch(/1[89]\d connections/);
  });

  test('a key or a tap takes a part of the engine away and gives it back', async () => {
    const { screen } = await started(80, 24);
    await screen.resize(140, 42);
    const row = (): number => screen.rows().findIndex((text) => text.includes('3 limit'));
    await screen.type('3');
    expect(screen.text()).toContain('3 limit ✗');
    await screen.click(screen.rows()[row()]?.indexOf('limit') ?? 0, row());
    expect(screen.text()).toContain('3 limit ✓');
  });
});
