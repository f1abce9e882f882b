/** less and more: the pager on a terminal, cat without one. */
import { describe, expect, test } from 'vitest';
import less from '../../src/commands/text/less.ts';
import more from '../../src/commands/text/more.ts';
import type { Command } from '../../src/os/command.ts';
import { runCommand } from '../../src/os/run.ts';
import { createPipe, type Reader } from '../../src/os/stream.ts';
import { createShell, run } from '../front-door.ts';
import { createTestProcess, type ProcessParts } from '../tui/process.ts';
import { createTestScreen, settle } from '../tui/screen.ts';

const numbered = (count: number): string => Array.from({ length: count }, (_, index) => `line ${index + 1}\n`).join('');

const files = { '/home/long': numbered(50), '/home/short': 'a\nb\n', '/home/code': 'if (x) {\n  y(1);\n}\n' };

const opened = async (command: Command, args: readonly string[], parts: ProcessParts = {}) => {
  const screen = createTestScreen(50, 8);
  const process = createTestProcess([command.name, ...args], { files, ...parts, screen });
  const ended: { status?: number } = {};
  void runCommand(command, process).then((status) => {
    ended.status = status;
  });
  // The pager and the pattern engine are loaded when they are asked for.
  await import('../../src/tui/pager.ts');
  await import('../../src/pattern/regex.ts');
  await settle();
  return { screen, process, ended };
};

describe('less on a terminal', () => {
  test('fills the screen, and q leaves it', async () => {
    const { screen, ended } = await opened(less, ['long']);
    expect(screen.rows()[0]?.trimEnd()).toBe('line 1');
    expect(screen.rows()[7]).toContain('long lines 1–7/50 14%');
    await screen.type('q');
    expect(ended.status).toBe(0);
    expect(screen.buffer()).toBe('normal');
  });

  test.each<[args: readonly string[], row: string]>([
    [['+G', 'long'], 'line 44'],
    [['+20g', 'long'], 'line 20'],
    [['+/line 3[0-9]', 'long'], 'line 30'],
    [['-p', 'LINE 9', '-i', 'long'], 'line 1'],
    [['-p', 'line 9', '-i', 'long'], 'line 9'],
    [['-N', 'long'], '      1 line 1'],
  ])('%j begins with «%s»', async (args, row) => {
    const { screen } = await opened(less, args);
    expect(screen.rows()[0]?.trimEnd()).toBe(row);
  });

  test('a pattern is an extended regular expression, every match of which is marked', async () => {
    const { screen } = await opened(less, ['code']);
    for (const key of '/[xy]|[0-9]\r') await screen.type(key);
    expect([screen.inverse(4, 0), screen.inverse(2, 1), screen.inverse(4, 1), screen.inverse(3, 1)]).toEqual([true, true, true, false]);
  });

  test('a pattern that is none is told in the prompt', async () => {
    const { screen } = await opened(less, ['code']);
    for (const key of '/(\r') await screen.type(key);
    expect(screen.rows()[7]).toMatch(/unmatched/i);
  });

  test('a pattern that would take for ever finds nothing, and the pager lives on', async () => {
    const { screen } = await opened(less, ['long'], { files: { '/home/long': `${'a'.repeat(5_000)}\n` } });
    for (const key of '/(a*)*\\1b\r') await screen.type(key);
    expect(screen.rows()[7]).toContain('Pattern not found');
  });

  test('-F only prints what fits', async () => {
    const { screen, process, ended } = await opened(less, ['-F', 'short']);
    expect(process.stdoutText()).toBe('a\nb\n');
    expect(ended.status).toBe(0);
    expect(screen.buffer()).toBe('normal');
    expect((await opened(less, ['-F', 'long'])).screen.buffer()).toBe('alternate');
  });

  test('-E leaves when going on at the end', async () => {
    const { screen, ended } = await opened(less, ['-E', 'short']);
    await screen.type(' ');
    expect(ended.status).toBe(0);
  });

  test('what cannot be read is told, and the rest is shown', async () => {
    const { screen, process, ended } = await opened(less, ['nope', 'short']);
    expect(process.stderrText()).toBe('less: nope: No such file or directory\n');
    expect(screen.rows()[0]?.trimEnd()).toBe('a');
    await screen.type('q');
    expect(ended.status).toBe(0);
    expect((await opened(less, ['nope'])).ended.status).toBe(1);
  });

  test('without a file it wants a pipe', async () => {
    const stdin: Reader = { isTty: true, read: () => Promise.resolve(null), close: () => {} };
    const { process, ended } = await opened(less, [], { stdin });
    expect(process.stderrText()).toContain('Missing filename');
    expect(ended.status).toBe(1);
  });

  test('of a pipe it shows what has come', async () => {
    const { reader, writer } = createPipe(new AbortController().signal, () => undefined);
    const { screen } = await opened(less, [], { stdin: reader });
    await writer.write('one\n');
    await settle();
    expect(screen.rows()[0]?.trimEnd()).toBe('one');
  });

  test('an entry of the résumé is set for the width', async () => {
    const { machine } = createShell();
    const { screen } = await opened(less, ['northlight'], { machine });
    const text = screen.text();
    expect(text).toContain('Keeper of Lamps');
    expect(text).toContain('ACTIVE');
  });
});

describe('more', () => {
  test('prints what fits and pages what does not, up to the end', async () => {
    expect((await opened(more, ['short'])).process.stdoutText()).toBe('a\nb\n');
    const { screen, ended } = await opened(more, ['long']);
    await screen.type('G');
    expect(ended.status).toBeUndefined();
    await screen.type(' ');
    expect(ended.status).toBe(0);
  });
});

describe('without a terminal', () => {
  test.each([
    ['less about | head -n 1', 'cat about | head -n 1'],
    ['more about jobs/dock | cat', 'cat about jobs/dock | cat'],
    ['printf "a\\nb\\n" | less', 'printf "a\\nb\\n"'],
    ['seq 100000 | less | tail -n 1', 'echo 100000'],
  ])('%s is as %s', async (line, same) => {
    expect(await run(line)).toEqual(await run(same));
  });

  test('a file that is not there is status 1', async () => {
    expect(await run('less nope | cat; less nope > /tmp/x')).toMatchObject({ status: 1 });
  });
});
