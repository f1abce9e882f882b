/** An exhibit as a command: full screen on a terminal, events in a pipe, the same run for the same seed. */
import { describe, expect, test } from 'vitest';
import { saidKey } from '../../../src/exhibits/stage/claims.ts';
import { runCommand } from '../../../src/os/run.ts';
import counter from '../../tui/counter.ts';
import { play } from '../../tui/play.ts';
import { createTestProcess, runTest } from '../../tui/process.ts';
import { createTestScreen, settle } from '../../tui/screen.ts';

test('without a terminal it prints its events and a summary', async () => {
  const { out, status } = await runTest(counter, ['--seed', '7']);
  expect(out).toMatch(/^step 1: \d\n(step \d+: \d+\n)*done at 10\n$/);
  expect(status).toBe(0);
});

test('the same seed prints the same run', async () => {
  const run = async (seed: string): Promise<string> => (await runTest(counter, ['--seed', seed])).out;
  expect(await run('7')).toBe(await run('7'));
  expect(await run('8')).not.toBe(await run('7'));
});

test.each(['x', '1.5', '', '1e99'])('a seed of «%s» is wrong usage', async (seed) => {
  const { err, status } = await runTest(counter, ['--seed', seed]);
  expect(err).toContain(`counter: invalid seed: '${seed}'\n`);
  expect(status).toBe(2);
});

test('--help and the manual tell of the seed and the pipe', async () => {
  expect((await runTest(counter, ['--help'])).out).toContain('--seed=N');
  expect(counter.description?.join(' ')).toContain('Piped, it prints');
});

test('on a terminal it fills the screen with the options’ say', async () => {
  const screen = createTestScreen(60, 12);
  const running = runCommand(counter, createTestProcess(['counter', '--goal', '3'], { screen }));
  await settle();
  expect(screen.rows()[0]?.trim()).toBe('counter  counts to ten');
  expect(screen.text()).toContain('0/3');
  await screen.type('q');
  expect(await running).toBe(0);
});

test('the help screen’s Enter leaves and reads the job', async () => {
  const screen = createTestScreen(60, 20);
  const process = createTestProcess(['counter'], { screen });
  const running = runCommand(counter, { ...process, extensions: process.extensions.with(saidKey, () => ({ line: 'cat acme' })) });
  await screen.type('?\r');
  expect(await running).toBe(0);
  expect(process.spawned).toEqual(['cat acme']);
});

describe('played by a restless visitor', () => {
  test.each([
    [40, 20],
    [120, 40],
  ])('at %i×%i it neither breaks nor stays', async (columns, rows) => {
    await play(counter, { columns, rows, seed: 1, steps: 60 });
  });
});
