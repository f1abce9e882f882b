/** What a session starts from: its parts, the runtime that they make, and the first state. */
import type { BuiltinRegistry } from '../os/builtin.ts';
import { Extensions } from '../os/extensions.ts';
import type { Host } from '../os/host.ts';
import type { CommandRegistry } from '../os/registry.ts';
import { firstOptions } from '../os/shell-options.ts';
import type { FileSystem } from '../os/vfs.ts';
import { runCommand, runFunction } from './command.ts';
import type { HistoryPort, Runner, Runtime, Suggestion } from './context.ts';
import { invoke } from './invoke.ts';
import { JobTable } from './jobs.ts';
import { createPacer } from './pace.ts';
import { runScript, runSource } from './script.ts';
import type { ShellState } from './state.ts';
import { Variables } from './variables.ts';

/** Everything that a session is made of. */
export interface SessionParts {
  readonly fs: FileSystem;
  readonly host: Host;
  readonly commands: CommandRegistry;
  readonly builtins: BuiltinRegistry;
  /** The environment: HOME, USER, PATH and so on; all of it is exported. */
  readonly env: ReadonlyMap<string, string>;
  /** Absolute. */
  readonly cwd: string;
  readonly history: HistoryPort;
  /** Whether a person types the lines. */
  readonly interactive: boolean;
  /** What to add to `NAME: command not found`, if anything. */
  readonly suggest?: (name: string, source: string) => Suggestion | undefined;
  /** What its programs find here besides; nothing unless given. */
  readonly extensions?: Extensions;
  /** What the shell is called, in front of its messages and in the first line of its scripts; `sh` unless given. */
  readonly shell?: string;
  /** `$0`; the shell's own name unless given. */
  readonly name?: string;
  /** `$1` and on. */
  readonly arguments?: readonly string[];
}

const runner: Runner = {
  script: runScript,
  command: runCommand,
  source: runSource,
  call: (argv, context, functions = true) => invoke(argv, context, functions ? runFunction : undefined),
};

/** What a shell is called that nobody named (POSIX `sh`). */
const SHELL = 'sh';

/** The shell's own process number; its children count on from there. */
const SHELL_ID = 1000;

/** The runtime under a session. */
export const createRuntime = (parts: SessionParts): Runtime => {
  let id = SHELL_ID;
  return {
    ...parts,
    shell: parts.shell ?? SHELL,
    extensions: parts.extensions ?? new Extensions(),
    pacer: createPacer(parts.host),
    runner,
    id: SHELL_ID,
    nextId: () => ++id,
    live: new Set(),
    pending: [],
    processes: { count: 0 },
    suggest: (name, source) => parts.suggest?.(name, source),
  };
};

/** The state of a shell that has just begun. */
export const createState = ({ env, cwd, fs, host, shell = SHELL, name = shell, arguments: positional = [] }: SessionParts): ShellState => {
  const variables = new Variables(
    [...env].map(([key, value]) => [key, { value, exported: true, readonly: false }] as const),
    fs.ledger.open(),
  );
  variables.set('IFS', ' \t\n');
  variables.set('OPTIND', '1');
  variables.set('PS4', '+ ');
  variables.set('PWD', cwd);
  variables.mark('PWD', 'export', true);
  return {
    variables,
    functions: new Map(),
    aliases: new Map(),
    options: new Set(firstOptions),
    jobs: new JobTable(),
    traps: new Map(),
    outerTraps: undefined,
    ends: [],
    positional,
    name,
    cwd,
    directoryStack: [],
    status: 0,
    pipeStatus: [0],
    substituted: undefined,
    lastWord: `/bin/${shell}`,
    background: undefined,
    umask: 0o022,
    optionOffset: 0,
    offset: 0,
    command: '',
    started: host.now(),
  };
};
