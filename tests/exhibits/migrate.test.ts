/** migrate: each record arrives once and unchanged, whatever breaks; and each part of the mechanism is what it takes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faults, inject, retry, step } from '../../src/exhibits/migrate/engine.ts';
import { type Choice, createPlan, initial, type Migration, type Part, parts } from '../../src/exhibits/migrate/state.ts';
import { arrived, audit, content, copied, erased, isWhole, untouched, updated } from '../../src/exhibits/migrate/store.ts';
import migrate from '../../src/exhibits/migrate.ts';
import { Random } from '../../src/exhibits/stage/random.ts';
import { runCommand } from '../../src/os/run.ts';
import { createTestProcess, runTest } from '../tui/process.ts';
import { createTestScreen, fakeHost } from '../tui/screen.ts';

const plan = (choice: Partial<Choice> = {}) => createPlan({ records: 640, workers: 4, faults: 0.02, ...choice });

const right = (migration: Migration): boolean => isWhole(audit(migration.ranges)) && migration.counts.misled === 0;

/** Faults at given steps, then peace until the end; a person retries what was halted. */
const run = (seed: number, script: readonly { after: number; fault: number }[], without?: Part): readonly Migration[] => {
  const random = new Random(seed);
  let migration = initial(plan({ without }));
  const states = [migration];
  const go = (next: Migration): void => {
    migration = retry(next);
    states.push(next);
  };
  for (const { after, fault } of script) {
    for (let i = 0; i < after; i++) go(step(migration, random));
    go(inject(migration, faults[fault % faults.length] ?? 'crash', random));
  }
  while (migration.phase !== 'done' && states.length < 5000) go(step(migration, random));
  return states;
};

const script = fc.array(fc.record({ after: fc.nat(15), fault: fc.nat(3) }), { maxLength: 25, size: 'max' });

/** A run's states, for a seed and a script by chance, hold what `holds` says. */
const always = (holds: (states: readonly Migration[]) => boolean, without?: Part) =>
  fc.property(fc.integer(), script, (seed, faultScript) => holds(run(seed, faultScript, without)));

const endsWell = (states: readonly Migration[]): boolean => {
  const last = states[states.length - 1];
  return last?.phase === 'done' && right(last) && audit(last.ranges).safe === 640;
};

describe('under random faults', () => {
  test('each record is there once and right, at every step and in the end', () => {
    fc.assert(
      always((states) => states.every(right) && endsWell(states)),
      { numRuns: 60 },
    );
  });

  test.each(parts)('but not even in the end without %s', (part) => {
    expect(fc.check(always(endsWell, part), { numRuns: 60, endOnFailure: true }).failed).toBe(true);
  });

  test('what is behind a checkpoint stays there, but for a rollback', () => {
    fc.assert(
      always((states) =>
        states.every((state, index) => {
          const before = states[index - 1];
          const undoing = state.phase === 'rolling back' || before?.phase === 'rolling back';
          return !before || undoing || copied(state.ranges) >= copied(before.ranges);
        }),
      ),
      { numRuns: 30 },
    );
  });
});

describe('the new store', () => {
  const one = { index: 0, version: 1, value: content(0, 1) };

  test('takes a record twice as once', () => {
    expect(arrived(arrived(untouched(0, 1), [one], 'upsert'), [one], 'upsert').rows[0]?.copies).toBe(1);
    expect(arrived(arrived(untouched(0, 1), [one], 'append'), [one], 'append').rows[0]?.copies).toBe(2);
  });

  test('does not let a late copy undo a user’s write', () => {
    const range = updated({ ...untouched(0, 1), begun: true }, 0);
    expect(arrived(range, [one], 'upsert').rows[0]?.version).toBe(2);
  });

  test('hears of a user’s write only once its range has begun', () => {
    expect(updated(untouched(0, 1), 0)).toEqual({ ...untouched(0, 1), versions: [2] });
  });

  test('is empty after a rollback, while the legacy store keeps its versions', () => {
    const range = updated({ ...untouched(0, 2), begun: true, checkpoint: 1 }, 0);
    expect(erased(range)).toEqual({ ...untouched(0, 2), versions: [2, 1] });
  });
});

describe('the plan', () => {
  test.each([
    [1, 1, 1, [1]],
    [640, 640, 1, [1, 2, 5, 10]],
    [1e6, 6144, 162.76, [4, 16, 48, 96]],
    [150e9, 6144, 24_414_062.5, [4, 16, 48, 96]],
  ])('of %d records simulates %d, each for %d', (records, sample, scale, waves) => {
    const made = plan({ records });
    expect(made.sample).toBe(sample);
    expect(made.scale).toBeCloseTo(scale, 1);
    expect(made.waves).toEqual(waves);
  });
});

describe('in a pipe', () => {
  test('it ends with a summary, the same for the same seed', async () => {
    const { out, err, status } = await runTest(migrate, ['--seed', '7', '--records', '1e6']);
    expect(out.split('\n').slice(-5)).toEqual([
      expect.stringMatching(/^done: 1 M of 1 M records in .+ of simulated time$/),
      'scale: 6,144 records simulated, each for 163',
      expect.stringMatching(/^retries \d+, rollbacks \d+, dual reads [\d,]+, users' writes \d+$/),
      'each record once: yes (lost 0, twice 0, wrong 0, stray 0)',
      '',
    ]);
    expect(err).toBe('');
    expect(status).toBe(0);
    expect((await runTest(migrate, ['--seed', '7', '--records', '1e6'])).out).toBe(out);
    expect(out.split('\n').length).toBeLessThan(200);
  });

  test('a missing part shows', async () => {
    const { out } = await runTest(migrate, ['--seed', '7', '--without', 'idempotence']);
    expect(out).toContain('The stores differ: the migration has failed.');
    expect(out).toMatch(/each record once: NO \(lost 0, twice \d\d/);
  });

  test.each([
    [['--records', '0'], "invalid records: '0': must be a whole number from 1 to 1000000000000000"],
    [['--workers', '7'], "invalid workers: '7': must be a whole number from 1 to 6"],
    [['--chaos', 'x'], "invalid chaos: 'x': must be a number from 0 to 0.5"],
    [['--without', 'luck'], "invalid part: 'luck': must be one of idempotence, verification, ordering"],
  ])('%j is wrong usage', async (args, message) => {
    const { err, status } = await runTest(migrate, args);
    expect(err).toContain(`migrate: ${message}\n`);
    expect(status).toBe(2);
  });
});

describe('on the screen', () => {
  const start = async (columns: number, rows: number, args: readonly string[] = ['--chaos', '0', '--faults', '0']) => {
    const screen = createTestScreen(columns, rows);
    const host = fakeHost();
    const running = runCommand(migrate, createTestProcess(['migrate', '--seed', '7', ...args], { screen, host }));
    await host.pass(0);
    return { screen, host, running };
  };

  test('at 40×20 it shows the headline, the figures, the workers, the invariant and the keys', async () => {
    const { screen } = await start(40, 20);
    const rows = screen.rows();
    expect(rows.slice(0, 3).join(' ')).toMatch(/Six workers move 150 billion records\. +Press #k# to kill one: nothing is +lost\./);
    expect(screen.text()).toMatch(/\d+ % moved +0 repeated +0 errors/);
    expect(screen.text()).toMatch(/wave 1 of 4 +[\d.]+ B there/);
    expect(screen.text()).toMatch(/w1 +w2 +w3 +w4 +w5 +w6/);
    expect(screen.text()).toContain('Each record once, and unchanged.');
    expect(rows[19]).toMatch(/help +q leave/);
  });

  test('at 140×42 the old store, the workers and the new one stand side by side, with what the slots mean', async () => {
    const { screen } = await start(140, 42);
    const text = screen.text();
    expect(text).toMatch(/old store +[\d.]+ B left +wave 1 of 4 +copying +new store +[\d.]+ B there/);
    for (const id of [1, 2, 3, 4, 5, 6]) expect(text).toContain(`worker ${id}`);
    expect(text).toMatch(/waits .*on its way .*copied .*verified: read from the new store .*its worker is dead .*1 slot = 1.56 B records/);
    expect(text).toContain('The first wave has only a few ranges');
  });

  test('its first key kills a worker: the narration says so, its lane is dead, and the verdict holds', async () => {
    const { screen, host } = await start(140, 42);
    await screen.type('k');
    expect(screen.text()).toMatch(/› +Worker \d died holding range \d\./);
    expect(screen.text()).toMatch(/worker \d +dead, back in 20/);
    await host.pass(3000);
    expect(screen.text()).toContain('✓# Every record is in one place, once, unchanged.');
    expect(screen.text()).toContain('Another worker goes on from the checkpoint.');
  });

  test('without a safeguard the verdict breaks, in words', async () => {
    const { screen, host } = await start(140, 42, ['--chaos', '0']);
    await screen.type('w');
    expect(screen.text()).toContain('A write that is repeated now adds a record');
    for (let crash = 0; crash < 4; crash++) {
      await screen.type('x');
      await host.pass(1500);
    }
    expect(screen.text()).toMatch(/NOT every record is there once: \d+ are there twice\./);
  });

  test.each([
    ['s', /Node \d of the old store became slow/],
    ['c', /The next 3 batches arrive damaged/],
    ['k', /Worker \d died/],
    ['x', /All workers crashed/],
  ])('%s does what its button says, and says so', async (key, what) => {
    const { screen } = await start(120, 40);
    await screen.type(key);
    expect(screen.text()).toMatch(what);
    expect(screen.announced.join('\n')).toMatch(what);
  });

  test('p holds time, + hastens it', async () => {
    const { screen, host } = await start(120, 40);
    await screen.type('p+');
    const before = screen.text();
    expect(before).toMatch(/p go on.*speed ×4/);
    await host.pass(1000);
    expect(screen.text()).toBe(before);
  });

  test('a spent error budget rolls the wave back by itself, and r starts again in the end', async () => {
    const { screen, host } = await start(120, 40);
    await screen.type('+++ccc');
    await host.pass(1500);
    expect(screen.announced).toContain('Wave 1 had too many errors and was rolled back.');
    await host.pass(9000);
    expect(screen.announced.at(-1)).toBe('The stores are equal: the migration is done.');
    expect(screen.text()).toMatch(/150 B there/);
    await screen.type('r');
    expect(screen.text()).toMatch(/wave 1 of 4 +copying/);
  });

  test('under reduced motion a key makes a step', async () => {
    const { screen, host } = await start(40, 20);
    host.stillness = true;
    await host.pass(200);
    const before = screen.text();
    await host.pass(1000);
    expect(screen.text()).toBe(before);
    await screen.type('  ');
    expect(screen.text()).not.toBe(before);
  });
});
