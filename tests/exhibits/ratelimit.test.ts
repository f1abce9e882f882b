/** ratelimit: no limit is ever passed, each request is answered, and a panic is nobody else's business. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allAnswered,
  type Bench,
  burst,
  createBench,
  fullestWindow,
  holds,
  largestBurst,
  leaked,
  limitOf,
  send,
  step,
} from '../../src/exhibits/ratelimit/engine.ts';
import {
  admitted,
  createLimiter,
  type Kind,
  type Limiter,
  type Part,
  parts,
  released,
  settled,
} from '../../src/exhibits/ratelimit/limiter.ts';
import ratelimit from '../../src/exhibits/ratelimit.ts';
import { Random } from '../../src/exhibits/stage/random.ts';
import { runCommand } from '../../src/os/run.ts';
import { createTestProcess, runTest } from '../tui/process.ts';
import { createTestScreen, fakeHost } from '../tui/screen.ts';

/** What a visitor does: waits some steps, sends, sends a burst, or sends a request that panics. */
const deeds = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant('wait' as const), steps: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ what: fc.constantFrom('send' as const, 'burst' as const, 'panic' as const) }),
  ),
  { maxLength: 60, size: 'max' },
);

type Deed = (typeof deeds extends fc.Arbitrary<infer List> ? List : never)[number];

const after = (bench: Bench, deed: Deed, random: Random): readonly Bench[] => {
  if (deed.what === 'burst') return [burst(bench, random)];
  if (deed.what !== 'wait') return [send(bench, deed.what === 'panic', random)];
  const states = [bench];
  for (let i = 0; i < deed.steps; i++) states.push(step(states[states.length - 1] ?? bench, random));
  return states;
};

const run = (seed: number, list: readonly Deed[], without: readonly Part[] = []): readonly Bench[] => {
  const random = new Random(seed);
  const states = [createBench('steady', without)];
  for (const deed of list) states.push(...after(states[states.length - 1] ?? createBench('off'), deed, random));
  return states;
};

const always = (of: (bench: Bench) => boolean, without: readonly Part[] = []) =>
  fc.property(fc.integer(), deeds, (seed, list) => run(seed, list, without).every(of));

const allHold = ({ lanes }: Bench): boolean => lanes.every(holds);

describe('whatever is sent', () => {
  test('the limits are kept, each request is answered, and no slot is lost', () => {
    fc.assert(always(allHold), { numRuns: 100 });
  });

  test.each(parts)('but not without %s', (part) => {
    expect(fc.check(always(allHold, [part]), { numRuns: 200, endOnFailure: true }).failed).toBe(true);
  });

  test('a panic changes nothing for the requests beside it', () => {
    const [calm, panicking] = [false, true].map((panics) => {
      const random = new Random(7);
      let bench = send(createBench('off'), panics, random);
      bench = send(send(bench, false, random), false, random);
      for (let i = 0; i < 40; i++) bench = step(bench, random);
      return bench.lanes.map(({ counts }) => counts);
    });
    expect(calm?.map(({ answered, panicked }) => [answered, panicked])).toEqual(Array(3).fill([3, 0]));
    expect(panicking?.map(({ answered, panicked }) => [answered, panicked])).toEqual(Array(3).fill([2, 1]));
  });

  test('without recovery the same panic takes the others along', () => {
    const random = new Random(7);
    let bench = send(createBench('off', ['recovery']), true, random);
    for (let i = 0; i < 30; i++) bench = step(i < 5 ? send(bench, false, random) : bench, random);
    expect(bench.entries).toEqual([]);
    expect(bench.lanes.map(allAnswered)).toEqual([false, false, false]);
  });
});

/** Whether each of the times is let through; what is let through ends `work` milliseconds later. */
const verdicts = (kind: Kind, times: readonly number[], work = 0): string => {
  const on = new Set(parts);
  let limiter: Limiter = createLimiter(kind, 0);
  const ends: number[] = [];
  return times
    .map((time) => {
      while (ends.length > 0 && (ends[0] ?? 0) <= time) {
        ends.shift();
        limiter = released(limiter);
      }
      limiter = settled(limiter, time, on);
      const next = admitted(limiter, time);
      if (next) ends.push(time + work);
      limiter = next ?? limiter;
      return next ? '+' : '-';
    })
    .join('');
};

describe('the limiters', () => {
  const atOnce = (count: number, time = 0): number[] => new Array<number>(count).fill(time);

  test.each<[Kind, string, readonly number[], number, string]>([
    ['bucket', 'lets a burst through, then one for each token that drips in', [...atOnce(11), 100, 200, 201], 0, '++++++++++--+-'],
    ['bucket', 'saves up no more than it holds', [...atOnce(10), ...atOnce(11, 60_000)], 0, `${'+'.repeat(20)}-`],
    ['window', 'lets ten through, then again as each is two seconds old', [...atOnce(10), 1999, 2000], 0, '++++++++++-+'],
    ['slots', 'lets four in, and another for each that is through', [...atOnce(5), 499, 500], 500, '++++--+'],
  ])('%s %s', (kind, _, times, work, expected) => {
    expect(verdicts(kind, times, work)).toBe(expected);
  });
});

describe('the checks know nothing of the limiters', () => {
  test.each([
    [[], 0],
    [[0, 0, 0], 3],
    [[0, 200, 400], 1],
    [[0, 0, 200, 200], 3],
  ])('the largest burst of %j is %d', (times, most) => expect(largestBurst(times)).toBeCloseTo(most));

  test.each([
    [[], 0],
    [[0, 1999], 2],
    [[0, 2000], 1],
    [[0, 1000, 1999, 2500, 3500], 3],
  ])('the fullest window of %j holds %d', (times, most) => expect(fullestWindow(times)).toBe(most));

  test('a slot that nobody works in is a leak', () => {
    const [, , slots] = createBench('off').lanes;
    expect(slots && leaked({ ...slots, limiter: { kind: 'slots', used: 2 } })).toBe(2);
    expect(slots && limitOf(slots)).toEqual({ peak: 0, most: 4, kept: true });
  });
});

describe('in a pipe', () => {
  test('it prints a line a second, what happens, and a summary', async () => {
    const { out, err, status } = await runTest(ratelimit, ['--seed', '7']);
    expect(err).toBe('');
    expect(status).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines.filter((line) => /^\d+ s: token bucket \d+ passed \d+ refused, sliding window .*, concurrency /.test(line)).length).toBe(
      20,
    );
    expect(lines.slice(-4).map((line) => line.replace(/\d+/g, 'N'))).toEqual([
      ...['token bucket', 'sliding window', 'concurrency'].map(
        (name) => `${name}: N offered, N answered, N refused, N panics contained, N lost, N at work`,
      ),
      'limits kept (token bucket N, sliding window N, concurrency N), each request answered, no slot lost: yes',
    ]);
  });

  test.each([
    [['--load', 'much'], "invalid load: 'much': must be one of off, steady, bursts, flood"],
    [['--seconds', '0'], "invalid seconds: '0': must be a whole number from 1 to 600"],
    [['--without', 'x'], "invalid part: 'x': must be one of recovery, release, sliding, cap"],
  ])('%j is wrong usage', async (args, message) => {
    const { err, status } = await runTest(ratelimit, args);
    expect(err).toContain(`ratelimit: ${message}\n`);
    expect(status).toBe(2);
  });
});

describe('on the screen', () => {
  const start = async (columns: number, rows: number, args: readonly string[] = ['--load', 'off']) => {
    const screen = createTestScreen(columns, rows);
    const host = fakeHost();
    const running = runCommand(ratelimit, createTestProcess(['ratelimit', '--seed', '7', ...args], { screen, host }));
    await host.pass(100);
    return { screen, host, running };
  };

  test('at 40×20 the doors stand below each other, with the verdict', async () => {
    const { screen } = await start(40, 20);
    await screen.type('      ');
    expect(screen.text()).toMatch(/a bucket of tokens +open/);
    expect(screen.text()).toMatch(/a sliding window +open/);
    expect(screen.text()).toMatch(/slots +turns away/);
    expect(screen.text()).toContain('Limits kept, each answered.');
  });

  test('its first key sends a request, and a burst shows each door’s limit; the verdict holds', async () => {
    const { screen } = await start(140, 42);
    expect(screen.text()).toContain('each door has room for them');
    await screen.type(' ');
    expect(screen.text()).toContain('Request 1 came: 3 of 3 doors let it in.');
    await screen.type('b');
    expect(screen.text()).toContain('A burst came: the bucket let in 9, the window 9, the slots 3.');
    expect(screen.text()).toMatch(/a bucket of tokens +turns away +a sliding window +turns away +slots +turns away/);
    expect(screen.text()).toContain('5 tokens a second, at most 10');
    expect(screen.text()).toContain('✓# No door lets in more than its limit, and each request is answered.');
  });

  test('without a part the verdict breaks, in words', async () => {
    const { screen, host } = await start(140, 42, ['--load', 'flood']);
    await screen.type('3');
    await host.pass(6000);
    expect(screen.text()).toMatch(/NOT every door kept its limit: \d+ of 10 in the window\./);
  });

  test('x is contained and reported; without recovery it is a crash, and the verdict says so', async () => {
    const { screen, host } = await start(140, 42);
    await screen.type('x');
    await host.pass(1500);
    expect(screen.announced.join('\n')).toMatch(/a handler panicked|panics; contained/);
    expect(screen.text()).toContain('each request is answered.');
    await screen.type('1x  ');
    await host.pass(1500);
    expect(screen.announced).toContain('recovery off');
    expect(screen.text()).toMatch(/crashed, back in \d\.\d s/);
    expect(screen.text()).toMatch(/NOT every request was answered: \d+ were lost in a crash\./);
    await host.pass(2500);
    expect(screen.announced).toContain('token bucket: the server is back');
    await screen.type('n');
    expect(screen.text()).toContain('each request is answered.');
  });

  test('l changes the load, p holds time', async () => {
    const { screen, host } = await start(140, 42);
    await screen.type('l');
    expect(screen.announced).toContain('load: steady');
    await host.pass(2000);
    await screen.type('p');
    const before = screen.text();
    expect(before).toMatch(/l steady .*p go on/);
    await host.pass(1000);
    expect(screen.text()).toBe(before);
  });

  test('under reduced motion Enter makes a step, and Space still sends', async () => {
    const { screen, host } = await start(40, 20);
    host.stillness = true;
    await host.pass(200);
    await screen.type(' ');
    const before = screen.text();
    expect(screen.announced).toContain('Request 1 came: 3 of 3 doors let it in.');
    await screen.type('\r'.repeat(25));
    expect(screen.text()).not.toBe(before);
  });
});
