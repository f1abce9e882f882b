/** The kernel alone: a shell of three toy commands over a toy tree, without a collection, a product, or a word of either. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Builtin, type BuiltinRegistry, defineBuiltin } from '../src/os/builtin.ts';
import { type Command, defineCommand } from '../src/os/command.ts';
import { defineExtension, Extensions } from '../src/os/extensions.ts';
import { CommandError } from '../src/os/failure.ts';
import type { Host } from '../src/os/host.ts';
import { openInputs, readInputs } from '../src/os/inputs.ts';
import { listingOf } from '../src/os/listing.ts';
import type { CommandRegistry } from '../src/os/registry.ts';
import { createBuffer, emptyReader } from '../src/os/stream.ts';
import { FileSystem } from '../src/os/vfs.ts';
import { createSession, type Session } from '../src/shell/session.ts';
import { kernel, layerOf, root } from './imports.ts';

/** A host that can do nothing but wait. */
const host: Host = {
  kind: 'test',
  now: () => 0,
  random: () => 0.5,
  zoneOffset: () => 0,
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
  sleep: async (_milliseconds, signal) => {
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  },
  storage: { get: () => undefined, set: () => false, remove: () => {}, keys: () => [] },
  languages: [],
  reducedMotion: () => false,
  report: (error) => {
    throw error;
  },
};

/** What this machine has besides, which no part of the kernel knows. */
const owner = defineExtension<string>('owner');

const say = defineCommand({
  name: 'say',
  summary: 'say words, and to whom they belong',
  topic: 'toys',
  options: { owned: { short: 'o', long: 'owned', summary: 'say the owner first' } },
  operands: [{ name: 'WORD', kind: 'text', optional: true, repeat: true }],
  examples: [{ line: 'say hello', shows: 'say it' }],
  run: ({ stdout, extensions }, { options, operands }) =>
    stdout.write(`${[...(options.owned ? [extensions.get(owner)] : []), ...operands].join(' ')}\n`),
});

const count = defineCommand({
  name: 'count',
  summary: 'count the lines of files',
  topic: 'toys',
  options: {},
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [{ line: 'count words', shows: 'how many there are' }],
  run: async (process, { operands }) => {
    const inputs = openInputs(process, operands);
    await process.stdout.write(`${(await readInputs(process, inputs)).split('\n').length - 1}\n`);
    return inputs.status;
  },
});

const doze = defineCommand({
  name: 'doze',
  summary: 'wait until somebody stops it',
  topic: 'toys',
  options: { break: { short: 'b', summary: 'break at once' } },
  operands: [],
  examples: [{ line: 'doze', shows: 'that it waits', manual: true }],
  run: async ({ host: { sleep }, signal }, { options }) => {
    if (options.break) throw new CommandError('broken', 3);
    for (;;) await sleep(1000, signal);
  },
});

/** The least that a script needs of a shell's own. */
const kill = defineBuiltin({
  name: 'kill',
  summary: 'stop a job',
  topic: 'shell',
  options: {},
  operands: [{ name: 'JOB', kind: 'job' }],
  examples: [{ line: 'doze & kill %1', shows: 'stop it' }],
  run: async (_process, { operands: [spec = ''] }, shell) => {
    const job = shell.findJob(spec);
    if (!job) throw new CommandError(`${spec}: no such job`);
    job.stop(143);
    await job.finished;
  },
});

const commands = new Map<string, Command>([say, count, doze].map((command) => [command.name, command]));
const builtins = new Map<string, Builtin>([[kill.name, kill]]);

const commandRegistry: CommandRegistry = {
  names: () => [...commands.keys()].sort(),
  has: (name) => commands.has(name),
  find: async (name) => commands.get(name),
  listings: async () => [...commands.values()].map(listingOf),
};
const builtinRegistry: BuiltinRegistry = { has: (name) => builtins.has(name), find: (name) => builtins.get(name) };

const createShell = (): Session => {
  const fs = new FileSystem(() => 0, new Map([['lore', ['/toys/verse', '/toys/tale']]]));
  fs.install('/toys/tale', 'once\nupon\na time\n', { readOnly: true });
  fs.install('/toys/verse', 'rose\nviolet\n', { readOnly: true });
  fs.installDevice('/dev/null', 'null');
  fs.installDirectory('/home');
  return createSession({
    fs,
    host,
    commands: commandRegistry,
    builtins: builtinRegistry,
    extensions: new Extensions().with(owner, 'Ada'),
    env: new Map([['PATH', '/bin']]),
    cwd: '/home',
    shell: 'toysh',
    history: { entries: () => [], clear: () => {} },
    interactive: false,
  });
};

/** Runs lines one after the other in one shell; answers what the last one did. */
const run = async (...lines: readonly string[]) => {
  const session = createShell();
  const outcomes = [];
  for (const line of lines) {
    const [stdout, stderr] = [createBuffer(), createBuffer()];
    const status = await session.run(line, { stdin: emptyReader, stdout, stderr }).finished;
    outcomes.push({ out: stdout.text(), err: stderr.text(), status });
  }
  return outcomes.at(-1);
};

describe('a shell of three toy commands', () => {
  it.each([
    ['say hello', 'hello\n'],
    ['say one | count', '1\n'],
    ['say a; say b && say c || say d', 'a\nb\nc\n'],
    ['say kept > note; say more >> note; count note', '2\n'],
    ['count < /toys/tale', '3\n'],
    ['say /toys/*', '/toys/tale /toys/verse\n'],
    ['say {a,b}{1..3}', 'a1 a2 a3 b1 b2 b3\n'],
    ['for f in /toys/*; do count "$f"; done', '3\n2\n'],
    ['x=2; while [[ $x > 0 ]]; do say $x; x=$((x - 1)); done', '2\n1\n'],
    ['f() { say "$2" "$1"; }; f world hello | count', '1\n'],
    ['case $(say tale) in t*) say fits;; *) say fails;; esac', 'fits\n'],
    ['say "$(count /toys/tale)" ${nothing:-none} $((6 * 7))', '3 none 42\n'],
    ['count << END\na\nb\nEND', '2\n'],
    ['(x=1; say in $x); say out $x', 'in 1\nout\n'],
    // What the machine has besides: a bare name that stands for files, and a value that only the command knows.
    ['count lore', '5\n'],
    ['count < LORE', '5\n'],
    ['say -o owns it', 'Ada owns it\n'],
    ['sh -c "say inside"; toysh -c "say too"', 'inside\ntoo\n'],
  ])('%s', async (line, out) => {
    expect(await run(line)).toEqual({ out, err: '', status: 0 });
  });

  it('derives the help of a command from its definition', async () => {
    const { out = '', status } = (await run('say --help')) ?? {};
    expect(out).toMatch(/^usage: say \[OPTION…\] \[WORD…\]\nsay words, and to whom they belong\.\n/);
    expect(out).toContain('-o, --owned');
    expect(status).toBe(0);
  });

  it.each([
    ['doze -b; say $?', '3\n', 'doze: broken\n', 0],
    ['doze -b', '', 'doze: broken\n', 3],
    ['count nothing', '0\n', 'count: nothing: No such file or directory\n', 1],
    ['say x > /toys/tale', '', 'toysh: /toys/tale: Read-only file system\n', 1],
    ['nonsense', '', 'nonsense: command not found\n', 127],
  ])('tells what goes wrong: %s', async (line, out, err, status) => {
    expect(await run(line)).toEqual({ out, err, status });
  });

  it('tells wrong usage and bad syntax, with where it is', async () => {
    expect(await run('say --nonsense')).toMatchObject({
      out: '',
      err: expect.stringContaining("unrecognized option '--nonsense'"),
      status: 2,
    });
    expect(await run('say | | count')).toMatchObject({ err: expect.stringMatching(/^toysh: syntax error .*\n.*\n {8}\^\n$/), status: 2 });
  });

  it('stops at Ctrl-C, in a pipe and a loop too, and goes on with the next line', async () => {
    const session = createShell();
    for (const line of ['doze', 'doze | count', 'while say x > /dev/null; do doze; done']) {
      const io = { stdin: emptyReader, stdout: createBuffer(), stderr: createBuffer() };
      const running = session.run(line, io);
      await host.breathe();
      running.stop();
      expect(await running.finished).toBe(130);
      expect(io.stdout.text() + io.stderr.text()).toBe('');
    }
    expect(await session.run('say on', { stdin: emptyReader, stdout: createBuffer(), stderr: createBuffer() }).finished).toBe(0);
  });

  it('keeps jobs in the background, and its state, from line to line', async () => {
    expect(await run('x=kept', 'doze &', 'say $x $!', 'kill %1')).toEqual({ out: '', err: '', status: 0 });
    const session = createShell();
    const io = () => ({ stdin: emptyReader, stdout: createBuffer(), stderr: createBuffer() });
    await session.run('doze &', io()).finished;
    expect(session.jobs.map(({ number, source, state }) => [number, source, state])).toEqual([[1, 'doze', 'running']]);
    await session.run('kill %1', io()).finished;
    expect(session.reap().map(({ status }) => status)).toEqual([143]);
    expect(session.jobs).toEqual([]);
  });
});

describe('the kernel', () => {
  it('compiles without the rest', () => {
    const files = execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'src/tsconfig.kernel.json', '--listFiles'], {
      cwd: root,
      encoding: 'utf8',
    });
    const own = files.split('\n').filter((file) => file.startsWith(`${root}/`) && !file.includes('/node_modules/'));
    expect([...new Set(own.map((file) => layerOf(relative(root, file))))].sort()).toEqual([...kernel, 'platform.d.ts'].sort());
  });

  it('is all that this file stands on', () => {
    const imported = [...readFileSync(import.meta.filename, 'utf8').matchAll(/ from '\.\.\/(.+)'/g)].map(([, file = '']) => layerOf(file));
    expect(imported.filter((layer) => !kernel.includes(layer))).toEqual([]);
  });
});
