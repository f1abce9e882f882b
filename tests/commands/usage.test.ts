/** Wrong usage: every command and builtin holds to its own table of operands, and tells in its family's words what is wrong. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Builtin } from '../../src/os/builtin.ts';
import type { Command } from '../../src/os/command.ts';
import { plain } from '../../src/os/operands.ts';
import { type Outcome, run } from '../front-door.ts';

type Definition = Command | Builtin;

const files = import.meta.glob<Definition>(
  ['../../src/commands/*/*.ts', '../../src/career/commands/*.ts', '../../src/exhibits/*.ts', '../../src/builtins/*.ts'],
  { import: 'default' },
);

let definitions: readonly Definition[] = [];
beforeAll(async () => {
  const all = await Promise.all(Object.values(files).map((load) => load()));
  // Some have nothing to work on in this résumé, and are not there.
  const { stdout } = await run(
    `for name in ${all.map(({ name }) => name).join(' ')}; do type "$name" > /dev/null 2>&1 && echo "$name"; done`,
  );
  const there = new Set(stdout.split('\n'));
  definitions = all.filter(({ name }) => there.has(name));
}, 60_000);

const leastOf = ({ operands }: Definition): number => operands.filter(({ optional }) => !optional).length;

const endless = ({ operands }: Definition): boolean => operands.some(({ repeat }) => repeat);

/** In a shell of its own, whose line nothing before it has changed. */
const call = ({ name }: Definition, count: number): Promise<Outcome> => run([name, ...Array.from({ length: count }, () => '1')].join(' '));

describe('a table of operands', () => {
  test('is there for most commands to break', () => {
    expect(definitions.length).toBeGreaterThan(150);
    expect(definitions.filter((it) => leastOf(it) > 0).length).toBeGreaterThan(40);
    expect(definitions.filter((it) => !endless(it)).length).toBeGreaterThan(60);
  });

  test('lets nothing run with too few', async () => {
    const outcomes = [];
    for (const definition of definitions) if (leastOf(definition) > 0) outcomes.push([definition.name, await call(definition, 0)] as const);
    const ran = outcomes.filter(([, { stdout, stderr, status }]) => stdout !== '' || stderr === '' || status === 0);
    expect(ran.map(([name]) => name)).toEqual([]);
  });

  test('lets nothing run with too many, but for builtins that bash lets', async () => {
    const outcomes = [];
    for (const definition of definitions) {
      const { name, operands, dialect = plain } = definition;
      if (endless(definition) || !dialect.extra('1', ['1', '1'])) continue;
      outcomes.push([name, await call(definition, operands.length + 1)] as const);
    }
    const ran = outcomes.filter(([, { stdout, stderr, status }]) => stdout !== '' || stderr === '' || status === 0);
    expect(ran.map(([name]) => name)).toEqual([]);
  });
});

describe('our own commands say it with the synopsis, and status 2', () => {
  test.each([
    ['whatis', 2, "whatis: whatis what?\nusage: whatis NAME…\nTry 'whatis --help' for more information.\n"],
    ['plain now', 2, "plain: extra operand ‘now’\nusage: plain\nTry 'plain --help' for more information.\n"],
    ['theme dark light', 2, "theme: extra operand ‘light’\nusage: theme [OPTION…] [NAME]\nTry 'theme --help' for more information.\n"],
    ['download', 2, "download: missing operand\nusage: download FORM\nTry 'download --help' for more information.\n"],
    ['grep', 2, "grep: missing pattern\nusage: grep [OPTION…] PATTERNS [FILE…]\nTry 'grep --help' for more information.\n"],
    ['awk', 2, "awk: missing program\nusage: awk [OPTION…] PROGRAM [FILE…]\nTry 'awk --help' for more information.\n"],
  ])('%s', async (line, status, stderr) => {
    expect(await run(line)).toEqual({ stdout: '', stderr, status });
  });
});

describe('builtins say it as bash does', () => {
  test.each([
    ['cd a b', 1, 'cd: too many arguments\n'],
    ['unalias', 2, 'unalias: usage: unalias [OPTION…] NAME…\n'],
    ['source', 2, 'source: filename argument required\nsource: usage: source FILE [ARGUMENT…]\n'],
    ['popd x', 2, 'popd: x: invalid argument\npopd: usage: popd [-n] [+N|-N]\n'],
    ['let', 1, 'let: expression expected\n'],
    ['shift 1 2; echo no', 1, 'shift: too many arguments\n'],
    ['[', 2, "[: missing `]'\n"],
  ])('%s', async (line, status, stderr) => {
    expect(await run(line)).toEqual({ stdout: '', stderr, status });
  });

  test('and say nothing of what bash lets through', async () => {
    expect(await run('pwd x y')).toMatchObject({ stderr: '', status: 0 });
  });
});
