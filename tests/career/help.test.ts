/** help: what to type, by topic, for one command, for the keys, for a screen reader. */
import { describe, expect, test } from 'vitest';
import { resume } from '../../data/resume.ts';
import help from '../../src/career/commands/help.ts';
import { runCommand } from '../../src/os/run.ts';
import { cells } from '../../src/term/width.ts';
import { fixture } from '../fixtures/resume.ts';
import { createShell, run } from '../front-door.ts';
import { createTestProcess } from '../tui/process.ts';
import { createTestScreen } from '../tui/screen.ts';

describe('help alone', () => {
  test('begins with lines worth typing, from the résumé at hand', async () => {
    const { stdout, status } = await run('help');
    expect(stdout.split('\n').slice(0, 6)).toEqual([
      'Type a line, or press anything underlined. Tab completes.',
      '',
      'Read the résumé',
      'cat about       who this is',
      'ls jobs         the jobs, newest first',
      'cat northlight  the job at North Light',
    ]);
    expect(status).toBe(0);
  });

  test('has five groups, in the margin where there is one', async () => {
    const groups = ['Read the résumé', 'See it run', 'Look around', 'Take it along', 'Make it yours'];
    const rows = (await createShell({ resume }).show('help', 104)).split('\n');
    expect(rows.filter((row) => /^\S/.test(row)).map((row) => row.slice(0, 26).trimEnd())).toEqual([...groups, 'Everything else']);
    for (const row of rows.filter((text) => text !== '')) expect(row.slice(24, 26).trim()).toBe('');
  });

  test('suggests nothing that is not there', async () => {
    const bare = { ...fixture, jobs: [], person: { ...fixture.person, about: [], contacts: {} } };
    const { stdout } = await run('help', { resume: bare });
    for (const absent of ['cat about', 'ls jobs', 'contact', 'the job at']) expect(stdout).not.toContain(absent);
  });

  test('every line it suggests works', async () => {
    const shell = createShell();
    const { stdout } = await shell.run('help');
    const lines = stdout
      .split('\n')
      .flatMap((row) => [row.slice(0, 40), row.slice(40)].flatMap((part) => /^([a-z].*?) {2,}/.exec(part)?.[1] ?? []));
    expect(lines.length).toBeGreaterThan(12);
    for (const line of lines) expect((await shell.run(line)).status, line).toBe(0);
  });

  test('all lists every command once, under its topic', async () => {
    const shell = createShell();
    const names = shell.machine.commands.names().filter((name) => /^[a-z]/.test(name));
    const rows = (await shell.run('help all')).stdout.split('\n');
    for (const name of names)
      expect(
        rows.filter((row) => row.startsWith(`${name} `)),
        name,
      ).toHaveLength(1);
  });

  test.each([20, 40, 80, 160])('fits %d columns', async (columns) => {
    for (const row of (await createShell().show('help', columns)).split('\n')) expect(cells(row)).toBeLessThanOrEqual(columns);
  });

  test.each([
    [80, 24],
    [40, 26],
  ])('fits a terminal of %i×%i with the prompt in view', async (columns, rows) => {
    const process = createTestProcess(['help'], { screen: createTestScreen(columns, rows), machine: createShell().machine });
    await runCommand(help, process);
    expect(process.stdoutText().trimEnd().split('\n').length).toBeLessThanOrEqual(rows - 2);
  });
});

describe('help with a name', () => {
  test('is the usage of a command, a builtin too', async () => {
    expect((await run('help cat')).stdout).toBe((await run('cat --help')).stdout);
    expect((await run('help cd')).stdout).toMatch(/^usage: cd /);
  });

  test('is a topic with summaries', async () => {
    const { stdout } = await run('help text');
    expect(stdout).toMatch(/^Text\n/);
    expect(stdout).toMatch(/^head {2,}\S/m);
    expect((await run('help résumé')).stdout).toMatch(/^The résumé\n/);
  });

  test('all is everything', async () => {
    const { stdout } = await run('help all');
    for (const title of ['The résumé', 'Text', 'The shell']) expect(stdout).toContain(`${title}\n`);
  });

  test.each(['nope', '__proto__', 'toString'])('%s is told to be unknown', async (name) => {
    expect(await run(`help ${name}`)).toEqual({
      stdout: '',
      stderr: `help: no help topics match '${name}'.  Try 'help', or 'apropos ${name}'.\n`,
      status: 1,
    });
  });

  test('several names are told apart by an empty line', async () => {
    expect((await run('help cat cd')).stdout).toBe(`${(await run('help cat')).stdout}\n${(await run('help cd')).stdout}`);
  });
});

describe('help keys', () => {
  test('lists the line editor’s own table', async () => {
    const screen = createTestScreen(60, 24);
    const keys = async () => [
      { chords: 'C-a Home', name: 'beginning-of-line', summary: 'Go to the start of the line' },
      { chords: 'C-_ C-x+C-u', name: 'undo', summary: 'Undo' },
    ];
    const process = { ...createTestProcess(['help', 'keys'], { screen }), tty: { ...screen.tty, keys } };
    expect(await runCommand(help, process)).toBe(0);
    expect(process.stdoutText()).toBe(
      'Keys of the command line\nCtrl-A, Home           Go to the start of the line\nCtrl-_, Ctrl-X Ctrl-U  Undo\n',
    );
  });

  test('says so where there is none', async () => {
    expect(await run('help keys')).toMatchObject({ stderr: 'help: keys: there is no line editor here\n', status: 1 });
  });
});

test('help access tells of the log, the way out, and the plain view', async () => {
  const { stdout } = await run('help access');
  for (const part of ['Terminal output', 'Escape', 'F2', 'plain', 'headings', 'q leaves']) expect(stdout).toContain(part);
});
