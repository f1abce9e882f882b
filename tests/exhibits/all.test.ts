/** Every exhibit, found by its file: defined as it should be, and played by a restless visitor without breaking. */
import { describe, expect, test } from 'vitest';
import { resume } from '../../data/resume.ts';
import type { Command } from '../../src/os/command.ts';
import { runCommand } from '../../src/os/run.ts';
import { play } from '../tui/play.ts';
import { createTestProcess, runTest } from '../tui/process.ts';
import { createTestScreen, fakeHost } from '../tui/screen.ts';

const files = import.meta.glob<Command>('../../src/exhibits/*.ts', { import: 'default', eager: true });

const exhibits = Object.entries(files).map(([path, command]) => [path.replace(/^.*\/|\.ts$/g, ''), command] as const);

const sizes = [
  [40, 20],
  [120, 40],
] as const;

/** Rows of the keys at the bottom, which are others where time passes by hand. */
const KEYS = 4;

/** Lines that a run in a pipe may print by default. */
const LINES = 200;

describe.each(exhibits)('%s', (name, command) => {
  test('is called as its file, and is a system of the résumé', () => {
    expect(command.name).toBe(name);
    expect(command.topic).toBe('exhibits');
    expect(resume.systems.map(({ slug }) => slug)).toContain(name);
  });

  test.each(sizes)(
    'at %i×%i it stands 500 steps of keys, taps, time and resizes, and q leaves',
    async (columns, rows) => {
      await play(command, { columns, rows, seed: 7, steps: 500, quit: true });
    },
    60_000,
  );

  test('two steps under reduced motion are a second, and less than a tick more', async () => {
    const start = (stillness: boolean) => {
      const screen = createTestScreen(160, 40);
      const host = Object.assign(fakeHost(), { stillness });
      void runCommand(command, createTestProcess([name, '--seed', '7'], { screen, host }));
      return {
        screen,
        host,
        text: () =>
          screen
            .rows()
            .slice(0, -KEYS)
            .map((row) => row.trimEnd())
            .join('\n'),
      };
    };
    const still = start(true);
    await still.screen.type('..');
    const moving = start(false);
    await moving.host.pass(1000);
    const texts = [moving.text()];
    for (let more = 0; more < 4; more++) {
      await moving.host.pass(50);
      texts.push(moving.text());
    }
    expect(texts).toContain(still.text());
  });

  test('in a pipe the same seed gives the same run, of a readable length', async () => {
    const first = await runTest(command, ['--seed', '7']);
    expect(first.err).toBe('');
    expect(first.status).toBe(0);
    expect(first.out).not.toContain('[object');
    expect(first.out.split('\n').length).toBeLessThanOrEqual(LINES + 1);
    expect((await runTest(command, ['--seed', '7'])).out).toBe(first.out);
  });
});
