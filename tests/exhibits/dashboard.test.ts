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
  test('40×20 shows the widgets’ calls and the upstreams', async () => {
    const { screen, host } = await started(40, 20);
    await screen.type('x ');
    await host.pass(3200);
    const rows = screen.rows();
    expect(rows[1]).toMatch(/^busy seller, web +95 % \d+ ms$/);
    expect(rows[2]).toMatch(/^to ship +┈?━+✓ +\d+ ms$/);
    expect(rows[8]).toMatch(/^reviews +┈?━+.*… +late$/);
    expect(rows[13]).toMatch(/^▸reviews +●/);
    expect(rows[16]).toBe('✓ limits  ✓ in time  ✓ asked once');
    expect(rows[17]).toBe('1✓limit 2✓late 3✓hedge 4✓single');
  });

  test('120×40 shows the page as it is laid out', async () => {
    const { screen } = await started(120, 40);
    const rows = screen.rows();
    expect(rows[1]).toMatch(/^╭─ busy seller, web ─+╮ ╭─ its calls ─+╮$/);
    expect(rows[2]).toMatch(/^│╭─ to ship ─+╮ ╭─ sales today ─+╮ ╭─ messages ─+╮│/);
    expect(rows[37]).toBe('✓ no upstream above its limit   ✓ every page within 300 ms   ✓ no question asked twice at a time');
  });

  test('state and device change what is asked for', async () => {
    const { screen } = await started(40, 20);
    await screen.type('s');
    expect(screen.rows()[1]).toContain('growing seller, web');
    expect(screen.text()).not.toContain('best sellers');
    await screen.type('sd');
    expect(screen.rows()[1]).toContain('new seller, phone');
    expect(screen.announced).toContain('The page of a new seller, phone, is asked for.');
  });

  test('arrows or a tap choose the upstream that x puts into trouble', async () => {
    const { screen } = await started(40, 20);
    await screen.type('\x1b[Ax');
    expect(screen.text()).toMatch(/▸catalogue .* slow/);
    await screen.click(3, 14);
    await screen.type('xx');
    expect(screen.text()).toMatch(/▸chat .* failing/);
    expect(screen.announced).toEqual(expect.arrayContaining(['catalogue is slow.', 'chat is failing.']));
  });

  test('+ and - change the traffic, and a key takes a part of the library away', async () => {
    const { screen } = await started(120, 40);
    await screen.type('++');
    expect(screen.text()).toContain('40 pages/s');
    await screen.type('---');
    expect(screen.text()).toContain('5 pages/s');
    await screen.type('4');
    expect(screen.text()).toContain('4✗single flight');
  });
});
