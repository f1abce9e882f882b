/** tour: from exhibit to exhibit, by time or by keys, standing still where less motion is asked for, and as text in a pipe. */
import { describe, expect, test } from 'vitest';
import { resume } from '../../data/resume.ts';
import tour from '../../src/career/commands/tour.ts';
import { isExhibit } from '../../src/exhibits/stage/demonstration.ts';
import { defineExhibit } from '../../src/exhibits/stage/exhibit.ts';
import type { Command } from '../../src/os/command.ts';
import { runCommand } from '../../src/os/run.ts';
import { createShell } from '../front-door.ts';
import { createTestProcess, runTest } from '../tui/process.ts';
import { createTestScreen, fakeHost, interrupted, settle, type TestScreen } from '../tui/screen.ts';

interface Lamp {
  readonly lit: boolean;
  readonly turns: number;
}

/** A lamp that turns ten times a second, and is lit by `l`. */
const lamp = (name: string, look?: string): Command =>
  defineExhibit({
    name,
    summary: 'Turn a lamp',
    explains: [],
    options: {},
    examples: [],
    ...(look === undefined ? {} : { demonstration: { look, keys: [[2, 'l']] } }),
    program: () => ({
      init: { lit: false, turns: 0 } as Lamp,
      bindings: [{ chords: ['l'], summary: 'light', message: 'light' as const }],
      update: (model: Lamp, message: 'light' | 'turn') =>
        message === 'light' ? { ...model, lit: true } : { ...model, turns: model.turns + 1 },
      view: ({ lit, turns }: Lamp, canvas) => void canvas.put(0, 0, `${name} ${lit ? 'lit' : 'dark'} ${turns}`),
      tick: () => ({ every: 100, message: 'turn' as const }),
      announce: (after: Lamp, before: Lamp) => (after.lit && !before.lit ? [`${name} is lit.`] : []),
    }),
    headless: () => [],
  });

const exhibits = [lamp('horn'), lamp('lamp', 'See how it turns.')];
const files = { '/home/exhibits/horn': '', '/home/exhibits/lamp': '', '/home/exhibits/ghost': '' };

const started = async ({ columns = 60, rows = 20, still = false } = {}) => {
  const screen = createTestScreen(columns, rows);
  const host = fakeHost();
  host.stillness = still;
  const process = createTestProcess(['tour'], { screen, host, files, commands: exhibits });
  await screen.write('$ tour\r\n');
  const running = runCommand(tour, process);
  await settle();
  return { screen, host, process, running };
};

const caption = (screen: TestScreen): string =>
  screen
    .rows()
    .slice(-3)
    .map((row) => row.trimEnd())
    .join('\n');

describe('on a terminal', () => {
  test('it begins with the résumé’s first system, and says below it what to look at', async () => {
    const { screen } = await started();
    expect(screen.rows()[1]).toBe('lamp dark 0');
    expect(screen.rows()[16]).toBe('l light  ? help  q leave');
    expect(caption(screen)).toMatch(/^ 1\/2 lamp, from northlight: A lamp th any key: on {2}q: leave\n See how it turns\.\n$/);
  });

  test('it presses the exhibit’s keys in their time, goes on after its own, and ends with a list', async () => {
    const { screen, host, process, running } = await started();
    await host.pass(1900);
    expect(screen.rows()[1]).toBe('lamp dark 19');
    await host.pass(300);
    expect(screen.rows()[1]).toMatch(/^lamp lit 2\d$/);
    await host.pass(18_000);
    expect(screen.rows()[1]).toMatch(/^horn dark \d$/);
    expect(caption(screen)).toMatch(/^ 2\/2 horn: Turn a lamp .*\n Turn a lamp\.\n$/);
    await host.pass(20_000);
    expect(await running).toBe(0);
    expect(screen.text()).toBe('$ tour');
    expect(process.stdoutText()).toBe('You have seen:\nlamp  A lamp that never goes out  cat northlight\nhorn  Turn a lamp\n');
  });

  test.each([
    ['any key', 'x'],
    ['Space', ' '],
  ])('%s goes on', async (_name, key) => {
    const { screen, process, running } = await started();
    await screen.type(key);
    expect(screen.rows()[1]).toBe('horn dark 0');
    await screen.type(key);
    expect(await running).toBe(0);
    expect(process.stdoutText()).toContain('horn');
  });

  test('a tap goes on', async () => {
    const { screen } = await started();
    await screen.click(3, 3);
    expect(screen.rows()[1]).toBe('horn dark 0');
  });

  test.each([
    ['q', 'q', 0, 'You have seen:\nlamp  A lamp that never goes out  cat northlight\n'],
    ['Escape', '\x1b', 0, 'You have seen:\nlamp  A lamp that never goes out  cat northlight\n'],
    ['Ctrl-C', '\x03', 130, ''],
  ])('%s leaves', async (_name, key, status, printed) => {
    const { screen, process, running } = await started();
    await screen.type(key);
    expect(await running).toBe(status);
    expect(process.stdoutText()).toBe(printed);
    expect(screen.text()).toBe('$ tour');
  });

  test('a tour that is stopped from outside gives the screen back', async () => {
    const { screen, running } = await started();
    const stopped = expect(running).rejects.toBe(interrupted);
    screen.job.abort(interrupted);
    await stopped;
    await settle();
    expect(screen.text()).toBe('$ tour');
  });

  test('a resize lays out exhibit and caption anew', async () => {
    const { screen } = await started();
    await screen.resize(80, 12);
    expect(screen.rows()[11]).toMatch(/^ 1\/2 lamp, from northlight: A lamp that never goes out +any key: on {2}q: leave $/);
    expect(screen.rows()[10]).toBe('l light  ? help  q leave');
  });

  test('it tells what it shows to those who cannot see it, and what the exhibits tell', async () => {
    const { screen, host } = await started();
    await host.pass(2500);
    await screen.type('x');
    expect(screen.announced).toEqual([
      '1/2 lamp: A lamp that never goes out. See how it turns. Any key goes on, q leaves.',
      'lamp is lit.',
      '2/2 horn: Turn a lamp. Turn a lamp. Any key goes on, q leaves.',
    ]);
  });

  test('where less motion is asked for it shows the outcome, and waits for a key', async () => {
    const { screen, host } = await started({ still: true });
    expect(screen.rows()[1]).toBe('lamp lit 40');
    // One frame at the start, and one of the outcome.
    expect(screen.frames).toHaveLength(2);
    await host.pass(60_000);
    expect(screen.rows()[1]).toBe('lamp lit 40');
    await screen.type('x');
    expect(screen.rows()[1]).toBe('horn dark 20');
  });
});

test('in a pipe it prints what would be said', async () => {
  const { out, status } = await runTest(tour, [], { files, commands: exhibits });
  expect(out).toBe('lamp: A lamp that never goes out, from northlight\n  See how it turns.\nhorn: Turn a lamp\n  Turn a lamp.\n');
  expect(status).toBe(0);
});

test('without exhibits it says so', async () => {
  const { err, status } = await runTest(tour, []);
  expect(err).toBe('tour: there are no exhibits\n');
  expect(status).toBe(1);
});

describe('the real exhibits', () => {
  const { machine } = createShell({ resume });
  const names = machine.fs.readDirectory('/home/visitor/exhibits').map(({ name }) => name);

  test('have a paragraph each in the manual, whose examples run', async () => {
    const shell = createShell({ resume });
    const { stdout } = await shell.run('man exhibits');
    expect(names.filter((name) => !new RegExp(`^ +${name} +[A-Z]`, 'm').test(stdout))).toEqual([]);
    const lines = [...stdout.matchAll(/^ +(\w+ --seed .*)$/gm)].map(([, line = '']) => line);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect((await shell.run(line)).stdout).not.toBe('');
  });

  test.each(names)('%s says what to look at, and presses keys in order within its time', async (name) => {
    const command = await machine.commands.find(name);
    const { look = '', keys = [] } = (command && isExhibit(command) && command.demonstration) || {};
    expect(look).toMatch(/^.{20,200}\.$/);
    const times = keys.map(([seconds]) => seconds);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.length).toBeGreaterThan(0);
    expect(times.at(-1)).toBeLessThan(15);
  });
});
