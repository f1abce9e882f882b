/** trending: every product kept is in the index once, a search finds what a scan does, and the sketch never says too little. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Random } from '../../src/exhibits/stage/random.ts';
import { countSearches, newScores, scoreOf, topBySketch, understates } from '../../src/exhibits/trending/scores.ts';
import { type Practices, safePractices, search, wordsOf } from '../../src/exhibits/trending/segments.ts';
import { happen, isComplete, newWorld, type World, type WorldEvent } from '../../src/exhibits/trending/world.ts';
import trending from '../../src/exhibits/trending.ts';
import { runCommand } from '../../src/os/run.ts';
import { createTestProcess, runTest } from '../tui/process.ts';
import { createTestScreen, fakeHost, settle } from '../tui/screen.ts';

interface Visit {
  readonly seed: number;
  /** What is done, and how many steps pass after it. */
  readonly events: readonly (readonly [WorldEvent, number])[];
}

const visits: fc.Arbitrary<Visit> = fc.record({
  seed: fc.nat(1_000_000),
  events: fc.array(
    fc.tuple(
      fc.constantFrom<WorldEvent>({ kind: 'surge' }, { kind: 'retain', by: 1 }, { kind: 'retain', by: -1 }, { kind: 'step' }),
      fc.integer({ min: 1, max: 60 }),
    ),
    { minLength: 3, maxLength: 12 },
  ),
});

const scale = { width: 64, halfLife: 12, retention: 2 };

/** Whether `holds` at the end of each stretch of a visit. */
const always = ({ seed, events }: Visit, holds: (world: World) => boolean, practices: Practices = safePractices): boolean => {
  let world = newWorld(new Random(seed), scale, practices);
  return events.every(([event, steps]) => {
    world = happen(world, event);
    for (let i = 0; i < steps; i++) world = happen(world, { kind: 'step' });
    return holds(world);
  });
};

describe('the index', () => {
  test('holds every product that it must keep, once, through merges and retention', () => {
    fc.assert(
      fc.property(visits, (visit) => always(visit, isComplete)),
      { numRuns: 25 },
    );
  });

  test.each<[string, Partial<Practices>]>([
    ['has products twice when a merge leaves a part behind', { replace: false }],
    ['loses products when a segment goes with its oldest', { patient: false }],
  ])('%s', (_what, mutation) => {
    const result = fc.check(
      fc.property(visits, (visit) => always(visit, isComplete, { ...safePractices, ...mutation })),
      { numRuns: 100, seed: 7, endOnFailure: true },
    );
    expect(result.failed).toBe(true);
  });

  test('is searched with the result of a scan', () => {
    const query = fc.array(fc.constantFrom('lamp', 'red', 'wooden', 'chair', 'glass', 'nothing'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(visits, query, (visit, words) =>
        always(visit, ({ index, scores, now }) => {
          const all = [...index.segments.flatMap(({ products }) => products), ...index.buffer];
          const scanned = all.filter(({ terms }) => words.every((word) => terms.includes(word))).map(({ id }) => id);
          const found = search(index, scores, words.join(' '), now).found.map(({ product }) => product.id);
          return JSON.stringify(found.sort((a, b) => a - b)) === JSON.stringify(scanned.sort((a, b) => a - b));
        }),
      ),
      { numRuns: 15 },
    );
  });

  test.each([
    ['', []],
    ['  Red   LAMP ', ['red', 'lamp']],
    ['__proto__ constructor', ['__proto__', 'constructor']],
  ])('takes «%s» as the words %j', (query, words) => {
    expect(wordsOf(query)).toEqual(words);
  });
});

describe('the sketch', () => {
  const streams = fc.array(fc.array(fc.stringMatching(/^[a-d]{1,3}$/), { maxLength: 12 }), { maxLength: 30 });

  test('never says too little, however narrow it is and however long ago', () => {
    fc.assert(
      fc.property(streams, fc.integer({ min: 1, max: 32 }), fc.integer({ min: 1, max: 5000 }), (stream, width, pause) => {
        let [scores, now] = [newScores(60, width, 0), 0];
        for (const searches of stream) scores = countSearches(scores, searches, (now += pause));
        return !understates(scores);
      }),
      { numRuns: 100 },
    );
  });

  test('halves a search with each half-life', () => {
    const scores = countSearches(newScores(60, 64, 0), ['lamp'], 0);
    expect([0, 60, 180].map((now) => scoreOf(scores, 'lamp', now))).toEqual([1, 0.5, 0.125]);
  });

  test('ranks what was wanted lately above what was wanted more, but long ago', () => {
    let scores = newScores(60, 64, 0);
    scores = countSearches(scores, ['vase', 'vase', 'vase'], 0);
    scores = countSearches(scores, ['rug'], 240);
    expect(topBySketch(scores, 240)).toEqual([
      { key: 'rug', count: 1 },
      { key: 'vase', count: 3 / 16 },
    ]);
  });
});

describe('without a terminal', () => {
  test('it prints a day in three lines, and what a search finds', async () => {
    const { out, status } = await runTest(trending, ['--seed', '7', '--days', '5', '--query', 'wooden']);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^day 1: \d+ products, [\d,]+ searches/);
    expect(lines[1]).toMatch(/^ {2}trending: \w+ \w+ \d+\.\d, .*; top \d+ of 10 found by the sketch$/);
    expect(lines[14]).toMatch(/^ {2}index: \d+ products in 3 segments, \d merges?, 1 dropped$/);
    expect(lines[15]).toMatch(/^search 'wooden': \d+ found in 3 segments, \d+ places read$/);
    expect(lines[16]).toMatch(/^ +\d+\.\d {2}\w+ wooden \w+, product \d+, \d+ \w+ old$/);
    expect(lines.at(-1)).toBe('each product in one segment: yes; sketch says too little: never');
    expect(status).toBe(0);
  });

  test('a sketch that is too small finds less of the top', async () => {
    const found = async (width: string): Promise<number> => {
      const { out } = await runTest(trending, ['--seed', '7', '--days', '3', '--width', width]);
      return Number([...out.matchAll(/top (\d+) of 10/g)].at(-1)?.[1]);
    };
    expect(await found('4')).toBeLessThan(await found('256'));
  });

  test.each([
    [['--width', '0'], "invalid width: '0': must be a whole number from 1 to 1024"],
    [['--half-life', '-3'], "invalid half-life: '-3': must be a whole number from 1 to 240"],
    [['--retention', '8'], "invalid retention: '8': must be a whole number from 1 to 7"],
    [['--days', '1.5'], "invalid days: '1.5': must be a whole number from 1 to 60"],
  ])('%j is wrong usage', async (args, message) => {
    const { err, status } = await runTest(trending, args);
    expect(err).toContain(`trending: ${message}\n`);
    expect(status).toBe(2);
  });
});

const started = async (columns: number, rows: number) => {
  const screen = createTestScreen(columns, rows);
  const host = fakeHost();
  void runCommand(trending, createTestProcess(['trending', '--seed', '7'], { screen, host }));
  await settle();
  return { screen, host };
};

describe('on a terminal', () => {
  test('40×20 shows the race, the days and what holds', async () => {
    const { screen, host } = await started(40, 20);
    await host.pass(3000);
    expect(screen.text()).toMatch(/wanted right now +4×64 counters/);
    expect(screen.text()).toMatch(/\w+ \w+ +#+ .*\d+\.\d/);
    expect(screen.text()).toMatch(/the index keeps 3 days/);
    expect(screen.text()).toContain('Never too little, each once.');
  });

  test('its first key makes something surge: it is told, marked in the race, and the verdict holds', async () => {
    const { screen, host } = await started(140, 42);
    await host.pass(2000);
    await screen.type('t');
    const wanted = /Suddenly wanted: (\w+ \w+)\./.exec(screen.announced.at(-1) ?? '')?.[1] ?? 'nothing';
    expect(screen.text()).toContain(`Suddenly wanted: ${wanted}.`);
    await host.pass(4000);
    expect(screen.text()).toContain(`↑ ${wanted}`);
    expect(screen.text()).toContain('✓# The sketch never says too little, and each product is in one segment.');
  });

  test('a slash asks, letters are letters even if they are keys, Enter keeps the answer, Escape forgets it', async () => {
    const { screen, host } = await started(140, 42);
    await host.pass(3000);
    await screen.type('p/quilted p');
    expect(screen.text()).toContain('/ quilted p');
    await screen.type('\x7f\x7f\r');
    expect(screen.text()).toMatch(/\/ quilted +\d+ found: \d+ segments?, \d+ places? read/);
    await screen.type('/?\x1b');
    expect(screen.text()).toContain('the index keeps 3 days');
    expect(screen.buffer()).toBe('alternate');
  });

  test('keys change the sketch, the retention and the clock', async () => {
    const { screen, host } = await started(140, 42);
    await screen.type('w-');
    expect(screen.text()).toContain('4×128 counters');
    expect(screen.text()).toContain('the index keeps 2 days');
    await screen.type('p');
    const before = screen.text();
    expect(before).toContain('p go on');
    await host.pass(500);
    expect(screen.text()).toBe(before);
  });
});
