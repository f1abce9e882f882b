/** dashboard: whatever its upstreams do, every page is in time and no upstream is asked too much; without the library's parts it is not so. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { library, type Practices } from '../../src/exhibits/dashboard/client.ts';
import {
  asksOnce,
  happen,
  isPunctual,
  keepsLimits,
  newWorld,
  partialShare,
  type World,
  type WorldEvent,
} from '../../src/exhibits/dashboard/world.ts';
import dashboard from '../../src/exhibits/dashboard.ts';
import { Random } from '../../src/exhibits/stage/random.ts';
import { runCommand } from '../../src/os/run.ts';
import { createTestProcess, runTest } from '../tui/process.ts';
import { createTestScreen, fakeHost, settle } from '../tui/screen.ts';

interface Visit {
  readonly seed: number;
  readonly traffic: number;
  readonly events: readonly WorldEvent[];
}

const step: WorldEvent = { kind: 'step' };

const visits: fc.Arbitrary<Visit> = fc.record({
  seed: fc.nat(1_000_000),
  traffic: fc.integer({ min: 5, max: 40 }),
  events: fc.array(
    fc.oneof(
      { weight: 40, arbitrary: fc.constant(step) },
      { weight: 3, arbitrary: fc.constantFrom<WorldEvent>({ kind: 'fault' }, { kind: 'select', by: 1 }, { kind: 'busier' }) },
      { weight: 2, arbitrary: fc.constantFrom<WorldEvent>({ kind: 'load' }, { kind: 'state' }, { kind: 'device' }) },
    ),
    { minLength: 100, maxLength: 250, size: 'max' },
  ),
});

/** Whether `holds` after every step of a visit. */
const always = ({ seed, traffic, events }: Visit, practices: Practices, holds: (world: World) => boolean): boolean => {
  let world = newWorld(new Random(seed), traffic, practices);
  return events.every((event) => {
    world = happen(world, event);
    return event.kind !== 'step' || holds(world);
  });
};

describe('the library', () => {
  test('keeps the limits and the deadline, and asks nothing twice, whatever the upstreams do', () => {
    fc.assert(
      fc.property(visits, (visit) => always(visit, library, (world) => keepsLimits(world) && isPunctual(world) && asksOnce(world))),
      { numRuns: 40 },
    );
  });

  test.each<[keyof Practices, string, (world: World) => boolean]>([
    ['limits', 'calls an upstream more often than it can serve', keepsLimits],
    ['deadline', 'holds pages up', isPunctual],
    ['singleFlight', 'asks the same twice', asksOnce],
  ])('without its %s %s', (practice, _what, holds) => {
    const mutated = { ...library, [practice]: false };
    const result = fc.check(
      fc.property(visits, (visit) => always(visit, mutated, holds)),
      { numRuns: 40, seed: 7, endOnFailure: true },
    );
    expect(result.failed).toBe(true);
  });

  const calm = (practices: Practices): World => {
    let world = newWorld(new Random(7), 5, practices);
    for (let i = 0; i < 4000; i++) world = happen(world, step);
    return world;
  };

  test('with its twins fewer pages go out partial, at the price of a few calls', () => {
    const [with_, without] = [calm(library), calm({ ...library, hedging: false })];
    expect(partialShare(with_)).toBeLessThan(partialShare(without));
    expect(with_.client.counts.hedged).toBeLessThan(with_.client.counts.called / 5);
  });

  test('counts each question as shared or called, and gives up what nobody waits for', () => {
    const { counts, flights } = calm(library).client;
    const queued = flights.filter(({ attempts }) => attempts.length === 0).length;
    expect(counts.asked).toBeGreaterThanOrEqual(counts.shared + counts.called - counts.hedged + queued);
    expect(counts.asked - (counts.shared + counts.called - counts.hedged + queued)).toBeLessThanOrEqual(counts.abandoned);
  });
});

describe('without a terminal', () => {
  test('it prints page after page, and what was left out', async () => {
    const { out, status } = await runTest(dashboard, ['--seed', '7']);
    const lines = out.trimEnd().split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '    0 ms  busy seller, web; all well: whole after 115 ms',
      '          to ship      there 40 ms',
      '          sales today  there 35 ms',
    ]);
    expect(lines).toContain('  500 ms  busy seller, web; reviews slow: partial after 300 ms');
    expect(lines).toContain('          rating       late (shared, twin)');
    expect(lines.at(-1)).toBe('limits kept, deadline kept, each question once at a time');
    expect(status).toBe(0);
  });

  test.each(['-1', '41', 'lots'])('a traffic of %s is wrong usage', async (traffic) => {
    expect((await runTest(dashboard, ['--traffic', traffic])).status).toBe(2);
  });
});

const started = async (columns: number, rows: number) => {
  const screen = createTestScreen(columns, rows);
  const host = fakeHost();
  void runCommand(dashboard, createTestProcess(['dashboard', '--seed', '7'], { screen, host }));
  await settle();
  return { screen, host };
};

describe('on a terminal', () => {
  test('40×20 shows the widgets of the page, the upstreams and what holds', async () => {
    const { screen, host } = await started(40, 20);
    await host.pass(3200);
    expect(screen.text()).toMatch(/busy seller, web +out after \d+ ms/);
    expect(screen.text()).toMatch(/to ship +.*\d+ ms/);
    expect(screen.text()).toContain('Each page out within 300 ms.');
  });

  test('its first key makes an upstream slow: the page goes out without its widgets, and in time', async () => {
    const { screen, host } = await started(140, 42);
    expect(screen.text()).toContain('All upstreams are well');
    await screen.type('x');
    expect(screen.text()).toContain('The upstream of reviews is slow now.');
    expect(screen.text()).toMatch(/› reviews +slow/);
    await host.pass(4000);
    expect(screen.text()).toMatch(/reviews .*left out/);
    expect(screen.text()).toMatch(/busy seller, web +out after 300 ms/);
    expect(screen.text()).toContain('✓# Every page is out within 300 ms, and no upstream is over its limit.');
  });

  test('without the deadline the verdict breaks, in words', async () => {
    const { screen, host } = await started(140, 42);
    await screen.type('2x');
    await host.pass(4000);
    expect(screen.text()).toContain('NOT every page is out in time: one is later than 300 ms.');
  });

  test('state and device change what is asked for', async () => {
    const { screen } = await started(140, 42);
    await screen.type('s');
    expect(screen.text()).toContain('growing seller, web');
    expect(screen.text()).not.toContain('best sellers');
    await screen.type('sd');
    expect(screen.text()).toContain('new seller, phone');
    expect(screen.announced).toContain('The page of a new seller, phone, is asked for.');
  });

  test('arrows or a tap choose the upstream that x puts into trouble', async () => {
    const { screen } = await started(140, 42);
    await screen.type('\x1b[Ax');
    expect(screen.text()).toMatch(/› catalogue .* slow/);
    const row = screen.rows().findIndex((text) => text.includes('  chat '));
    await screen.click(screen.rows()[row]?.indexOf('  chat ') ?? 0, row);
    await screen.type('xx');
    expect(screen.text()).toMatch(/› chat .* failing/);
    expect(screen.announced).toEqual(
      expect.arrayContaining(['The upstream of catalogue is slow now.', 'The upstream of chat is failing now.']),
    );
  });

  test('+ and - change the traffic, and a key takes a part of the library away', async () => {
    const { screen } = await started(140, 42);
    await screen.type('++');
    expect(screen.text()).toContain('40 pages/s');
    await screen.type('---');
    expect(screen.text()).toContain('5 pages/s');
    await screen.type('4');
    expect(screen.text()).toContain('4 single ✗');
  });
});
