/** A process for the tests of programs: its files, its terminal and its commands are what the test gives. */

import { extensionsOf } from '../../src/app/extensions.ts';
import type { Machine } from '../../src/app/machine.ts';
import { HOME } from '../../src/app/prompt.ts';
import type { Command } from '../../src/os/command.ts';
import type { Host } from '../../src/os/host.ts';
import { listingOf } from '../../src/os/listing.ts';
import { resolvePath } from '../../src/os/path.ts';
import type { Process } from '../../src/os/process.ts';
import { runCommand } from '../../src/os/run.ts';
import { createBuffer, emptyReader, type Reader, textReader, type Writer } from '../../src/os/stream.ts';
import { FileSystem } from '../../src/os/vfs.ts';
import { fixture } from '../fixtures/resume.ts';
import { fakeHost, type TestScreen } from './screen.ts';

/** What a test may choose; the rest is empty. */
export interface ProcessParts {
  readonly screen?: TestScreen;
  readonly host?: Host;
  readonly stdin?: Reader;
  /** What LANG says; English if left out. */
  readonly language?: string;
  /** Contents of files by absolute path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly commands?: readonly Command[];
  /** Whose files and commands it sees, instead. */
  readonly machine?: Machine;
}

/** A process, and what it printed. */
export interface TestProcess extends Process {
  stdoutText(): string;
  stderrText(): string;
  /** The commands that were spawned, as lines. */
  readonly spawned: string[];
}

const onTerminal = (writer: Writer, screen: TestScreen): Writer => ({
  ...writer,
  isTty: true,
  get columns() {
    return screen.tty.size.columns;
  },
});

/** A process called `name` with the given arguments; on a terminal when there is a screen. */
export const createTestProcess = (argv: readonly string[], parts: ProcessParts = {}): TestProcess => {
  const { screen, host = fakeHost(), stdin = emptyReader, files = {}, commands = [] } = parts;
  const [name = 'test', ...args] = argv;
  const fs = parts.machine?.fs ?? new FileSystem(() => 0);
  for (const [path, text] of Object.entries(files)) fs.install(path, text);
  const cwd = parts.machine ? HOME : '/home';
  const stdout = createBuffer();
  const stderr = createBuffer();
  const spawned: string[] = [];
  const table = new Map(commands.map((command) => [command.name, command]));
  return {
    name,
    args,
    id: 1,
    cwd,
    env: new Map([['HOME', cwd], ...(parts.language === undefined ? [] : ([['LANG', parts.language]] as const))]),
    umask: 0o022,
    stdin,
    stdout: screen ? onTerminal(stdout, screen) : stdout,
    stderr,
    fs,
    memory: fs.ledger.open(),
    extensions: extensionsOf(fixture),
    host,
    tty: screen?.tty,
    signal: screen?.job.signal ?? new AbortController().signal,
    commands: parts.machine?.commands ?? {
      names: () => [...table.keys()].sort(),
      has: (wanted) => table.has(wanted),
      find: (wanted) => Promise.resolve(table.get(wanted)),
      listings: () => Promise.resolve([...table.values()].map(listingOf)),
    },
    pace: () => undefined,
    resolve: (path) => resolvePath(cwd, path),
    open: (path) => textReader(fs.readFile(resolvePath(cwd, path))),
    create: () => stdout,
    spawn: (spawnedArgv) => {
      spawned.push(spawnedArgv.join(' '));
      return Promise.resolve(0);
    },
    shell: () => Promise.resolve(0),
    spawned,
    stdoutText: () => stdout.text(),
    stderrText: () => stderr.text(),
  };
};

/** Runs a command by its definition and answers what it printed and its status. */
export const runTest = async (
  command: Command,
  args: readonly string[],
  parts: ProcessParts = {},
): Promise<{ readonly out: string; readonly err: string; readonly status: number }> => {
  const process = createTestProcess([command.name, ...args], { commands: [command], ...parts });
  const status = await runCommand(command, process);
  return { out: process.stdoutText(), err: process.stderrText(), status };
};
