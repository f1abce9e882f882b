/** shutdown: whatever the load, the server with the fix answers everyone and leaves nothing; without any part of it, it does not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addsUp, DEADLINE, fix, type Practices, type Server, unheard } from '../../src/exhibits/shutdown/server.ts';
import { atRest, happen, newWorld, type World, type WorldEvent } from '../../src/exhibits/shutdown/world.ts';
import shutdown from '../../src/exhibits/shutdown.ts';
import { Random } from '../../src/exhibits/stage/random.ts';
import { runCommand } from '../../src/os/run.ts';
import { createTestProcess, runTest } from '../tui/process.ts';
import { createTestScreen, fakeHost, settle } from '../tui/screen.ts';

interface Load {
  readonly seed: number;
  readonly rate: number;
  readonly events: readonly ('step' | 'hang' | 'download')[];
}

const visits: fc.Arbitrary<Load> = fc.record({
  seed: fc.nat(1_000_000),
  rate: fc.integer({ min: 1, max: 30 }),
  events: fc.array(
    fc.oneof({ weight: 12, arbitrary: fc.constant('step' as const) }, fc.constantFrom('hang' as const, 'download' as const)),
    {
      minLength: 30,
      maxLength: 80,
    },
  ),
});

/** The world after a visit, SIGTERM at its end, and the rest; `each` sees every moment. */
const visit = ({ seed, rate, events }: Load, practices: Practices, each = (_: World) => {}): World => {
  let world = newWorld(new Random(seed), rate, practices);
  const go = (event: WorldEvent): void => {
    world = happen(world, event);
    each(world);
  };
  for (const kind of events) go({ kind });
  go({ kind: 'signal' });
  while (!atRest(world)) go({ kind: 'step' });
  return world;
};

const isGraceful = ({ mended, signalled = 0 }: World): boolean =>
  unheard(mended) === 0 && mended.exit?.left === 0 && mended.exit.at - signalled <= DEADLINE;

const once = ({ ended }: Server): boolean => new Set(ended.map(({ id }) => id)).size === ended.length;

describe('the server with the fix', () => {
  test('answers everyone, leaves nothing, and is gone by its deadline, whatever the load', () => {
    fc.assert(
      fc.property(visits, (load) => isGraceful(visit(load, fix))),
      { numRuns: 60 },
    );
  });

  test.each(['readiness', 'drain', 'room', 'deadline'] as const)('fails at it without %s', (practice) => {
    const mutated = { ...fix, [practice]: false };
    const result = fc.check(
      fc.property(visits, (load) => isGraceful(visit(load, mutated))),
      { numRuns: 60, seed: 7, endOnFailure: true },
    );
    expect(result.failed).toBe(true);
  });
});

test('each request has one outcome, at every moment, on both servers', () => {
  fc.assert(
    fc.property(visits, (load) => {
      visit(load, fix, ({ faulty, mended }) => {
        for (const server of [faulty, mended]) expect([addsUp(server), once(server)]).toEqual([true, true]);
      });
    }),
    { numRuns: 15 },
  );
});

describe('without a terminal', () => {
  test('it tells who was cut, and sums up', async () => {
    const { out, status } = await runTest(shutdown, ['--seed', '7']);
    const lines = out.trimEnd().split('\n');
    expect(lines).toContain('  2.0 s  SIGTERM to both');
    expect(lines).toContain('  2.0 s  fault  download 13: cut without an answer');
    expect(lines).toContain('  2.5 s  fix    call 10: 504');
    expect(lines.slice(-3)).toEqual([
      'fault  accepted 19: 200 11, 504 0, 503 0, refused 8, lost 8; goroutines left 5; adds up',
      'fix    accepted 27: 200 21, 504 3, 503 3, refused 0, lost 0; goroutines left 0; adds up',
      'clients that never heard: 16 with the fault, 0 with the fix',
    ]);
    expect(status).toBe(0);
  });

  test.each([
    [['--rate', '0'], "invalid rate: '0': must be a whole number from 1 to 50"],
    [['--hanging', 'many'], "invalid hanging: 'many': must be a whole number from 0 to 10"],
    [['--downloads', '1.5'], "invalid downloads: '1.5': must be a whole number from 0 to 10"],
  ])('%j is wrong usage', async (args, message) => {
    const { err, status } = await runTest(shutdown, args);
    expect(err).toContain(`shutdown: ${message}\n`);
    expect(status).toBe(2);
  });
});

const started = async (columns: number, rows: number) => {
  const screen = createTestScreen(columns, rows);
  const host = fakeHost();
  const running = runCommand(shutdown, createTestProcess(['shutdown', '--seed', '7'], { screen, host }));
  await settle();
  return { screen, host, running };
};

describe('on a terminal', () => {
  test('40×20 holds both servers below each other, and SIGTERM between them', async () => {
    const { screen, host } = await started(40, 20);
    expect(screen.text()).toMatch(/without the fix +serving/);
    expect(screen.text()).toContain('Each client has its answer so far.');
    await screen.type('t');
    await host.pass(3000);
    expect(screen.text()).toMatch(/without the fix +process gone/);
    expect(screen.text()).toMatch(/with the fix +drained, exit 0/);
    expect(screen.text()).toContain('SIGTERM');
    expect(screen.text()).toContain('With the fix, each has an answer.');
  });

  test('its first key sends SIGTERM: the upper server cuts, the lower one drains, and the verdict holds', async () => {
    const { screen, host } = await started(140, 42);
    expect(screen.text()).toContain('Nothing is wrong yet');
    await screen.type('t');
    expect(screen.text()).toContain('SIGTERM came to both servers.');
    await host.pass(6000);
    expect(screen.text()).toMatch(/without the fix +main returned: the process is gone/);
    expect(screen.text()).toMatch(/\d+ requests without an answer/);
    expect(screen.text()).toMatch(/with the fix +answered everyone, then exited/);
    expect(screen.text()).toContain('✓# With the fix, every client has an answer.');
    expect(screen.announced.join(' ')).toMatch(
      /Above, main returned at once, and [1-9]\d* requests got no answer\..*Below, main waited, and the last request was answered\./,
    );
  });

  test('without a part of the fix the verdict breaks, in words', async () => {
    const { screen, host } = await started(140, 42);
    await screen.type('2t');
    await host.pass(3000);
    expect(screen.text()).toMatch(/NOT every client has an answer: \d+ were cut below\./);
  });

  test('r begins again, and SIGTERM is sent by t alone', async () => {
    const { screen, host } = await started(80, 24);
    await screen.type('t');
    await host.pass(3000);
    expect(screen.text()).toContain('process gone');
    await screen.type('r');
    await host.pass(3000);
    expect(screen.text()).toMatch(/with the fix +serving/);
  });

  test('s brings three requests whose upstream hangs: without room their goroutines stay, and the verdict says so', async () => {
    const { screen, host } = await started(140, 42);
    await screen.type('34s');
    await host.pass(8000);
    await screen.type('t');
    await host.pass(12_000);
    expect(screen.text()).toContain('NOT everything ended: 3 goroutines were stuck.');
  });

  test('a key takes a part of the fix away, and a tap gives it back', async () => {
    const { screen } = await started(140, 42);
    const row = (): number => screen.rows().findIndex((text) => text.includes('2 drain'));
    await screen.type('2');
    expect(screen.text()).toContain('2 drain ✗');
    await screen.click(screen.rows()[row()]?.indexOf('drain') ?? 0, row());
    expect(screen.text()).toContain('2 drain ✓');
  });
});
