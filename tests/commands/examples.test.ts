import { describe, expect, test } from 'vitest';
import { resume } from '../../data/resume.ts';
import type { Command } from '../../src/os/command.ts';
import { createShell } from '../front-door.ts';

const { machine } = createShell({ resume });
const commands = await Promise.all(machine.commands.names().map((name) => machine.commands.find(name)));
const known = commands.filter((command): command is Command => command !== undefined);
const examples = known.flatMap((command) =>
  command.examples
    .filter(({ manual }) => !manual)
    .map(({ line }) => ({ line, statuses: [0, ...Object.keys(command.statuses ?? {}).map(Number)] })),
);

test('every name has a command', () => {
  expect(known.map(({ name }) => name)).toEqual(machine.commands.names());
});

describe.each(known.map((command) => [command.name, command] as const))('%s', (_name, { summary, examples: given }) => {
  test('is told in a sentence without a full stop, and by an example', () => {
    expect(summary).toMatch(/[^.\s]$/);
    expect(given.length).toBeGreaterThan(0);
    for (const { shows } of given) expect(shows).toMatch(/[^.\s]$/);
  });
});

test.each(examples)('$line does what its command promises', async ({ line, statuses }) => {
  const { stderr, status } = await createShell({ resume }).run(line);
  expect({ line, stderr, status }).toEqual({ line, stderr, status: statuses.includes(status) ? status : 0 });
  expect(stderr).not.toMatch(/internal error|usage:/);
});
