/** man, whatis, apropos: pages from the commands' own facts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import man from '../../src/commands/system/man.ts';
import { defineCommand } from '../../src/os/command.ts';
import { manualLines, manualPage } from '../../src/os/man.ts';
import { runCommand } from '../../src/os/run.ts';
import { plain } from '../../src/term/style.ts';
import { cells } from '../../src/term/width.ts';
import { createShell, run } from '../front-door.ts';
import { createTestProcess } from '../tui/process.ts';
import { createTestScreen, settle } from '../tui/screen.ts';

const lamp = defineCommand({
  name: 'lamp',
  summary: 'Light the lamp',
  topic: 'files',
  options: {
    bright: { short: 'b', long: 'bright', summary: 'as bright as it goes' },
    colour: { long: 'colour', value: 'NAME', summary: 'in this colour' },
    number: { short: 'n', value: 'N', summary: 'this many' },
  },
  operands: [{ name: 'ISLAND', kind: 'text', optional: true, repeat: true }],
  description: ['Lights the lamp of each island.', 'Without one, of this one.'],
  examples: [{ line: 'lamp -b far', shows: 'A bright lamp far away' }],
  statuses: { 1: 'there was no oil' },
  seeAlso: ['ls', 'cat'],
  run: () => Promise.resolve(),
});

const page = `LAMP(1)               cvsh manual                LAMP(1)

NAME
   lamp – Light the lamp

SYNOPSIS
   lamp [OPTION…] [ISLAND…]

DESCRIPTION
   Lights the lamp of each island.

   Without one, of this one.

OPTIONS
   -b, --bright   as bright as it goes.
   --colour=NAME  in this colour.
   -n N           this many.

EXIT STATUS
   0  success.
   1  there was no oil.
   2  wrong usage.

EXAMPLES
   lamp -b far  A bright lamp far away.

SEE ALSO
   man ls, man cat`;

describe('a page', () => {
  test('has its sections in the order of man(7)', () => {
    expect(manualLines(manualPage(lamp), 'cvsh manual', 56).map(plain).join('\n')).toBe(page);
  });

  test('of any command fits any width', async () => {
    const { machine } = createShell();
    const all = await Promise.all(machine.commands.names().map((name) => machine.commands.find(name)));
    const pages = all.filter((command) => command !== undefined).map(manualPage);
    fc.assert(
      fc.property(fc.constantFrom(...pages), fc.integer({ min: 20, max: 200 }), (any, columns) => {
        for (const row of manualLines(any, 'cvsh manual', columns)) expect(cells(plain(row))).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

describe('man in a pipe', () => {
  test('prints the page as text', async () => {
    const { stdout, status } = await run('man less');
    expect(stdout).toMatch(/^LESS\(1\) +cvsh manual +LESS\(1\)\n\nNAME\n {7}less – Read text a screen at a time\n/);
    expect(status).toBe(0);
  });

  test('a section number makes no difference', async () => {
    expect(await run('man 1 less')).toEqual(await run('man less'));
  });

  test('builtins have pages, and so does the whole', async () => {
    expect((await run('man cd')).stdout).toContain('CD(1)');
    expect((await run('man cvsh')).stdout).toContain('cvsh – a résumé that is a shell');
  });

  test.each([
    ['man', 1, "man: What manual page do you want?\nFor example, try 'man cvsh', or 'help' for a list.\n"],
    ['man nope', 16, 'No manual entry for nope\n'],
    ['man __proto__', 16, 'No manual entry for __proto__\n'],
    ['whatis nope', 16, 'nope: nothing appropriate.\n'],
    ['apropos xyzzy', 16, 'xyzzy: nothing appropriate.\n'],
    ['man -k xyzzy', 16, 'xyzzy: nothing appropriate.\n'],
  ])('%s fails with %d', async (line, status, stderr) => {
    expect(await run(line)).toEqual({ stdout: '', stderr, status });
  });

  test('of several names the known ones are printed', async () => {
    const { stdout, stderr, status } = await run('man nope less');
    expect(stdout).toContain('LESS(1)');
    expect([stderr, status]).toEqual(['No manual entry for nope\n', 16]);
  });
});

describe('whatis and apropos', () => {
  test('whatis tells each name in a line', async () => {
    expect((await run('whatis more less')).stdout).toBe(
      'less (1)  - Read text a screen at a time\nmore (1)  - Read text a screen at a time, and leave at its end\n',
    );
    expect(await run('man -f less')).toEqual(await run('whatis less'));
  });

  test('apropos finds words in names and summaries, in any letter case', async () => {
    const { stdout } = await run('apropos SCREEN');
    expect(stdout).toContain('less (1)');
    expect(await run('man -k SCREEN')).toMatchObject({ stdout });
  });

  test('each wants a word', async () => {
    expect((await run('whatis')).status).toBe(2);
    expect((await run('apropos')).status).toBe(2);
    expect((await run('man -k')).status).toBe(2);
  });
});

describe('man on a terminal', () => {
  test('opens the pager, searches, resizes, and gives the screen back', async () => {
    const { machine } = createShell();
    const screen = createTestScreen(60, 10);
    // What it loads is there at once from now on.
    await Promise.all([
      machine.commands.find('less'),
      import('../../src/tui/pager.ts'),
      import('../../src/pattern/regex.ts'),
      import('../../src/pattern/limits.ts'),
    ]);
    const done = runCommand(man, createTestProcess(['man', 'less'], { screen, machine }));
    await settle();
    await settle();
    expect(screen.rows()[0]).toContain('LESS(1)');
    expect(screen.rows()[9]).toContain('less(1) lines 1–9/');
    for (const key of '/EXIT STATUS\r') await screen.type(key);
    expect(screen.rows()[0]?.trim()).toBe('EXIT STATUS');
    await screen.resize(30, 10);
    expect(screen.rows().every((row) => cells(row) <= 30)).toBe(true);
    await screen.type('q');
    expect(await done).toBe(0);
    expect(screen.buffer()).toBe('normal');
  });
});
