/** The manual's examples on somebody else's résumé: none may need what only ours has. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/os/command.ts';
import { other } from '../fixtures/others.ts';
import { createShell } from '../front-door.ts';

const resume = other('Arabic');
const { machine } = createShell({ resume });
const commands = await Promise.all(machine.commands.names().map((name) => machine.commands.find(name)));
const examples = commands
  .filter((command): command is Command => command !== undefined)
  .flatMap(({ examples: given, statuses = {} }) =>
    given.filter(({ manual }) => !manual).map(({ line }) => ({ line, statuses: [0, ...Object.keys(statuses).map(Number)] })),
  );

describe('on an Arabic résumé', () => {
  test.each(examples)('$line', async ({ line, statuses }) => {
    const { stderr, status } = await createShell({ resume }).run(line);
    expect({ line, stderr, known: statuses.includes(status) }).toEqual({ line, stderr, known: true });
    expect(stderr).not.toMatch(/No such file|command not found|internal error|usage:|not in the résumé/);
  });

  test('no command’s own page names an employer of ours', async () => {
    const { stdout } = await createShell({ resume }).run(`for i in $(ls /usr/bin); do $i --help 2> /dev/null | cat; done < /dev/null`);
    expect(stdout.length).toBeGreaterThan(10_000);
    expect(stdout).not.toMatch(/\b(tiktok|shopee|grab|tokopedia|mywishes|telkom|gunadarma)\b/i);
  });
});
