/** A program on the stage: begun before the first frame, told in words, played by itself until somebody presses a key. */
import { describe, expect, test } from 'vitest';
import { staged } from '../../../src/exhibits/stage/staged.ts';
import { english, phrase } from '../../../src/locales/speech.ts';
import { runProgram } from '../../../src/tui/run.ts';
import { createTestProcess } from '../../tui/process.ts';
import { createTestScreen, fakeHost } from '../../tui/screen.ts';

interface Model {
  readonly ticks: number;
  readonly bumps: number;
}

const start = async (columns = 120, rows = 36, isAlone = true) => {
  const screen = createTestScreen(columns, rows);
  const host = fakeHost();
  const bump = { kind: 'bump' } as const;
  const program = staged<Model, { readonly kind: 'tick' | 'bump' }>(
    {
      init: { ticks: 0, bumps: 0 },
      opening: phrase`Nothing was bumped yet.`,
      warmUp: 3,
      bindings: [
        { chords: ['b'], summary: 'bump it', message: bump },
        { chords: ['x'], summary: 'bump it too', message: { kind: 'bump' } },
      ],
      update: (model, { kind }) => (kind === 'tick' ? { ...model, ticks: model.ticks + 1 } : { ...model, bumps: model.bumps + 1 }),
      tick: () => ({ every: 100, message: { kind: 'tick' } }),
      announce: (model, before) => (model.bumps > before.bumps ? [`It was bumped ${model.bumps} times.`] : []),
      show: ({ ticks, bumps }, isTried) => ({
        headline: isTried ? 'Well done.' : 'Press [b] to bump it.',
        short: isTried ? 'Done.' : '[b] bumps.',
        figures: [
          { value: String(bumps), label: 'bumps' },
          { value: '1234567890', label: 'too long for large digits' },
        ],
        verdict: { holds: bumps < 2, text: 'It was bumped once at most.', short: 'Once at most.' },
        hero: (canvas) => void canvas.put(0, 0, `hero ${ticks} of ${canvas.columns}×${canvas.rows}`),
      }),
    },
    { look: 'It is bumped.', keys: [[1, 'x']] },
    () => isAlone,
    english,
  );
  const running = runProgram(createTestProcess(['bumper'], { screen, host }), { ...program, title: 'bumper' });
  running.catch(() => {});
  await host.pass(0);
  return { screen, host };
};

test('has run before its first frame, which says why nothing has happened', async () => {
  const { screen } = await start();
  expect(screen.text()).toMatch(/hero 3 of/);
  expect(screen.text()).toContain('Nothing was bumped yet.');
});

test('the first key has a new headline, is told at once, and breaks the verdict when it should', async () => {
  const { screen } = await start();
  expect(screen.text()).toMatch(/Press #b# to bump it\./);
  await screen.type('b');
  expect(screen.text()).toContain('Well done.');
  expect(screen.text()).toContain('It was bumped 1 times.');
  expect(screen.text()).toMatch(/✓# It was bumped once at most/);
  await screen.type('b');
  expect(screen.text()).toMatch(/✗x It was bumped once at most/);
});

describe('when nobody presses a key', () => {
  test('it plays its demonstration after five seconds and says so, until a key comes; then never again', async () => {
    const { screen, host } = await start();
    await host.pass(4900);
    expect(screen.text()).toContain('Nothing was bumped yet.');
    await host.pass(200);
    expect(screen.text()).toContain('plays by itself: any key takes over');
    expect(screen.text()).toContain('It was bumped 1 times.');
    await host.pass(4000);
    expect(screen.text()).toContain('It was bumped 2 times.');
    await screen.type('z');
    expect(screen.text()).not.toContain('plays by itself');
    await host.pass(20_000);
    expect(screen.text()).toContain('It was bumped 2 times.');
  });

  test('the key that ends it does its own work', async () => {
    const { screen, host } = await start();
    await host.pass(5100);
    await screen.type('b');
    expect(screen.text()).toContain('It was bumped 2 times.');
    expect(screen.text()).not.toContain('plays by itself');
  });

  test('a key without a meaning keeps it from beginning', async () => {
    const { screen, host } = await start();
    await screen.type('z');
    await host.pass(20_000);
    expect(screen.text()).toContain('Nothing was bumped yet.');
  });

  test('it does not where less motion is asked for, or somebody else presses the keys', async () => {
    const { screen, host } = await start(120, 36, false);
    await host.pass(20_000);
    expect(screen.text()).toContain('Nothing was bumped yet.');
  });
});

test('a sentence is left to be read before the next one that comes by itself', async () => {
  const { screen, host } = await start();
  await host.pass(5100);
  await host.pass(4000);
  expect(screen.announced).toContain('It was bumped 2 times.');
});

test.each([
  [140, 42],
  [100, 30],
  [42, 44],
  [40, 20],
  [30, 12],
  [20, 8],
])('at %i×%i headline, verdict and first key are there', async (columns, rows) => {
  const { screen } = await start(columns, rows);
  expect(screen.text()).toMatch(/b#? *(to )?bump/);
  expect(screen.text()).toMatch(/nce at most/);
  expect(screen.text()).toMatch(/bump it/);
  expect(screen.overflows()).toBe(false);
});

test('a tap on a button presses its key', async () => {
  const { screen } = await start(42, 44);
  const y = screen.rows().findIndex((row) => row.includes('bump it too'));
  await screen.click(screen.rows()[y]?.indexOf('bump it too') ?? 0, y);
  expect(screen.text()).toContain('It was bumped 1 times.');
});
