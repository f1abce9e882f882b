/** bobble: whatever happens, each request is answered once, no value is too old, no key is asked for twice at once. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, type Bench, createBench, events, happen, withLoad } from '../../src/exhibits/bobble/engine.ts';
import { check, createLane, frameOf, KEYS, type Mean, percentile, saving, together, zipf } from '../../src/exhibits/bobble/lane.ts';
import { createProgram } from '../../src/exhibits/bobble/model.ts';
import { show } from '../../src/exhibits/bobble/view.ts';
import bobble from '../../src/exhibits/bobble.ts';
import { Random } from '../../src/exhibits/stage/random.ts';
import { english } from '../../src/locales/speech.ts';
import { runCommand } from '../../src/os/run.ts';
import { createTestProcess, runTest } from '../tui/process.ts';
import { createTestScreen, fakeHost } from '../tui/screen.ts';

/** What happens before each frame: nothing, one of the events, or another load. */
const script = fc.array(fc.nat(8), { minLength: 12, maxLength: 30, size: 'max' });

const run = (seed: number, steps: readonly number[], without: readonly Mean[] = []): readonly Bench[] => {
  const random = new Random(seed);
  let bench = createBench(3000, without);
  return steps.map((what) => {
    const event = events[what];
    if (event !== undefined) bench = happen(bench, event);
    else if (what < 5) bench = withLoad(bench, what === 3 ? 1 : -1);
    bench = advance(bench, random);
    return bench;
  });
};

const always = (holds: (bench: Bench) => boolean, without: readonly Mean[] = []) =>
  fc.property(fc.integer(), script, (seed, steps) => run(seed, steps, without).every(holds));

const kept = ({ after }: Bench): boolean => {
  const { answered, fresh, single } = check(after);
  return answered && fresh && single;
};

describe('whatever happens', () => {
  test('each request is answered once, no value is too old, and a key has one flight', () => {
    fc.assert(always(kept), { numRuns: 40 });
  });

  test.each(['single-flight', 'expiry'] as const)('but not without %s', (mean) => {
    expect(fc.check(always(kept, [mean]), { numRuns: 40, endOnFailure: true }).failed).toBe(true);
  });

  test('the way before answers each request once as well', () => {
    fc.assert(
      always(({ before }) => check(before).answered),
      { numRuns: 20 },
    );
  });

  test('both lanes get the same requests', () => {
    fc.assert(
      always(({ before, after }) => before.counts.arrived === after.counts.arrived),
      { numRuns: 20 },
    );
  });
});

describe('each part is worth something', () => {
  const busy = (without: readonly Mean[]): number => {
    const last = run(7, new Array<number>(30).fill(8), without).at(-1);
    return last ? last.after.busy : 0;
  };

  test.each(['cache', 'batching'] as const)('Redis has more to do without %s', (mean) => {
    expect(busy([mean])).toBeGreaterThan(1.3 * busy([]));
  });

  test('without any of them both lanes cost the same', () => {
    const last = run(7, new Array<number>(30).fill(8), ['cache', 'single-flight', 'batching', 'expiry']).at(-1);
    expect(last?.after.busy).toBe(last?.before.busy);
    expect(last?.after.latencies).toEqual(last?.before.latencies);
  });
});

describe('what is measured', () => {
  test.each([
    [0.5, 51],
    [0.95, 96],
    [0.99, 100],
  ])('percentile %d of 1 to 100 is %d', (share, value) => {
    const lane = { ...createLane([]), latencies: Array.from({ length: 100 }, (_, index) => 100 - index) };
    expect(percentile(lane, share)).toBe(value);
  });

  test('a frame is the difference of two moments; several are their mean and sum', () => {
    const was = createLane([]);
    const frame = frameOf({ ...was, busy: 500, counts: { ...was.counts, commands: 4 } }, was, 1000);
    expect(frame).toEqual({ cpu: 0.5, commands: 4, values: 0, hits: 0 });
    expect(together([frame, { ...frame, cpu: 1 }])).toEqual({ cpu: 0.75, commands: 8, values: 0, hits: 0 });
  });

  test('a saving is the share that is gone', () => {
    expect(saving(200, 50)).toBe(0.75);
    expect(saving(0, 50)).toBe(0);
  });

  test('by Zipf’s law the first key is asked for about twice as often as the second', () => {
    const random = new Random(1);
    const heat = new Array<number>(KEYS).fill(0);
    for (let i = 0; i < 20_000; i++) {
      const key = zipf(random);
      heat[key] = (heat[key] ?? 0) + 1;
    }
    expect((heat[0] ?? 0) / (heat[1] ?? 0)).toBeCloseTo(2, 0);
  });
});

describe('in a pipe', () => {
  test('it prints what happens and a summary', async () => {
    const { out, err, status } = await runTest(bobble, ['--seed', '7']);
    expect(err).toBe('');
    expect(status).toBe(0);
    for (const what of [
      'A tournament began: three times the load',
      'A deploy emptied all memories',
      'Redis became slow',
      'Redis is fast again',
    ])
      expect(out).toContain(what);
    const [before, after, saved, promise] = out.trimEnd().split('\n').slice(-4);
    expect(before).toMatch(/^before: Redis busy \d+ %, \d+ commands, \d+ of \d+ requests failed$/);
    expect(after).toMatch(/^after: Redis busy \d+ %, \d+ commands, 0 of \d+ requests failed$/);
    expect(saved).toMatch(/^in this simulation Redis does \d\d % less; /);
    expect(promise).toBe('each request answered once, no value too old, one flight a key: yes');
  });

  test('a missing expiry shows', async () => {
    expect((await runTest(bobble, ['--seed', '7', '--without', 'expiry'])).out).toMatch(/one flight a key: NO\n$/);
  });

  test.each([
    [['--load', '0'], "invalid load: '0': must be a whole number from 500 to 6000"],
    [['--span', '1e9'], "invalid span: '1e9': must be a whole number from 20 to 20000"],
    [['--without', 'x'], "invalid part: 'x': must be one of cache, single-flight, batching, expiry"],
  ])('%j is wrong usage', async (args, message) => {
    const { err, status } = await runTest(bobble, args);
    expect(err).toContain(`bobble: ${message}\n`);
    expect(status).toBe(2);
  });
});

describe('on the screen', () => {
  const start = async (columns: number, rows: number) => {
    const screen = createTestScreen(columns, rows);
    const host = fakeHost();
    const running = runCommand(bobble, createTestProcess(['bobble', '--seed', '7'], { screen, host }));
    await host.pass(2000);
    return { screen, host, running };
  };

  test('at 40×20 it shows both furnaces, what is saved, and the promise', async () => {
    const { screen } = await start(40, 20);
    expect(screen.text()).toMatch(/before: every key from… Redis CPU \d+ %|before: every key from Redis/);
    expect(screen.text()).toMatch(/after: a memory of its own/);
    expect(screen.text()).toMatch(/-\d\d % CPU/);
    expect(screen.text()).toContain('Answered once, no value too old.');
  });

  test('its first key is a tournament: it is told, the furnaces part, and the verdict holds', async () => {
    const { screen, host } = await start(140, 42);
    expect(screen.text()).toContain('Both get the same requests, slowed down');
    await screen.type('t');
    expect(screen.text()).toContain('A tournament began: three times the load');
    await host.pass(1500);
    const [before = 0, after = 0] = [...screen.text().matchAll(/Redis CPU (\d+) %/g)].map(([, share]) => Number(share));
    expect(before).toBeGreaterThan(after);
    expect(screen.text()).toMatch(/memory answers \d+ %/);
    expect(screen.text()).toContain('✓# Each request is answered once, and no value is too old.');
  });

  test('the résumé’s claim stands apart, as its claim', () => {
    const program = createProgram(createBench(3000), new Random(7), 'half the load');
    expect(show(program.init, false, english).claim).toBe('half the load');
  });

  test('no claim is shown that the résumé does not make', async () => {
    const { screen } = await start(120, 40);
    expect(screen.text()).not.toContain('claim');
  });

  test.each([
    ['t', /A tournament began/],
    ['d', /A deploy emptied all memories/],
    ['s', /Redis became slow/],
    ['1', /On the right, cache was taken away/],
    ['2', /On the right, single-flight was taken away/],
    ['3', /On the right, batching was taken away/],
    ['4', /On the right, expiry was taken away/],
  ])('%s does what the footer says, and says so', async (key, what) => {
    const { screen } = await start(120, 40);
    await screen.type(key);
    expect(screen.text()).toMatch(what);
    expect(screen.announced.join('\n')).toMatch(what);
  });

  test('a tap on a part switches it, and again', async () => {
    const { screen } = await start(140, 42);
    for (let taps = 0; taps < 2; taps++) {
      const row = screen.rows().findIndex((text) => text.includes('1 memory'));
      await screen.click(screen.rows()[row]?.indexOf('memory') ?? 0, row);
    }
    expect(screen.announced.slice(-2)).toEqual(['On the right, cache was taken away.', 'On the right, cache is on again.']);
  });

  test('+ and - change the load, p holds time', async () => {
    const { screen, host } = await start(140, 42);
    await screen.type('++-p');
    const before = screen.text();
    expect(before).toContain('load 3.5 k/s');
    await host.pass(1000);
    expect(screen.text()).toBe(before);
  });

  test('without expiry the promise breaks, and the screen says so', async () => {
    const { screen, host } = await start(140, 42);
    await screen.type('4');
    await host.pass(2500);
    expect(screen.text()).toMatch(/NOT every value is fresh: one was \d+ ms old, of at most 100 ms\./);
  });
});
