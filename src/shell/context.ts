/** Where a tree runs: the runtime under the shell, the shell's state, its open files, and the job it belongs to. */
import type { BuiltinRegistry } from '../os/builtin.ts';
import type { Extensions } from '../os/extensions.ts';
import type { Host } from '../os/host.ts';
import { CALL_DEPTH, LimitError } from '../os/limits.ts';
import type { Redirections } from '../os/process.ts';
import type { CommandRegistry } from '../os/registry.ts';
import type { Pace } from '../os/stream.ts';
import type { Tty } from '../os/tty.ts';
import type { FileSystem } from '../os/vfs.ts';
import type { Command, Script } from '../syntax/ast.ts';
import type { Line } from '../term/style.ts';
import { asInput, type Descriptors, type OpenFile } from './descriptors.ts';
import type { Pacer } from './pace.ts';
import { cloneState, type ShellState } from './state.ts';
import type { Entry } from './variables.ts';

/** The line editor's history, as `history` shows it. */
export interface HistoryPort {
  /** Oldest first. */
  entries(): readonly string[];
  clear(): void;
}

/** The interpreter, for what stands below it: expansion, processes and builtins run trees and commands by this. */
export interface Runner {
  script(script: Script, context: Context): Promise<number>;
  command(command: Command, context: Context): Promise<number>;
  /** Parses and runs text in this very shell. */
  source(text: string, context: Context): Promise<number>;
  /** Runs a command by its expanded words. `functions` false leaves functions out, as `command` does. */
  call(argv: readonly string[], context: Context, functions?: boolean): Promise<number>;
}

/** What does not change while a session lasts. */
export interface Runtime {
  readonly fs: FileSystem;
  readonly host: Host;
  readonly extensions: Extensions;
  readonly commands: CommandRegistry;
  readonly builtins: BuiltinRegistry;
  readonly history: HistoryPort;
  /** The shell's name. */
  readonly shell: string;
  readonly pacer: Pacer;
  readonly runner: Runner;
  /** `$$`. */
  readonly id: number;
  nextId(): number;
  /** Signals that subshells have sent to the shell itself, and that it has not had yet. */
  readonly pending: string[];
  /** What runs in the background, in whatever subshell it was started. */
  readonly live: Set<AbortController>;
  /** How many stages of pipelines run. */
  readonly processes: { count: number };
  /** Whether a person types the lines: faults drop the line and never end the shell. */
  readonly interactive: boolean;
  /** What `NAME: command not found` may have meant; `source` is the text in which it stands. */
  suggest(name: string, source: string): Suggestion | undefined;
}

/** What a name that no command has may have meant. */
export interface Suggestion {
  /** What to add to the error; undefined where nothing is near. */
  readonly hint: string | undefined;
  /** What stands in its place where a person reads it on so many columns. */
  lines(columns: number): readonly Line[];
}

/** A line, or a background job of it: what is stopped together. */
export interface JobContext {
  readonly signal: AbortSignal;
  readonly pace: Pace;
  readonly tty: Tty | undefined;
  /** What /dev/tty stands for. */
  readonly terminal: OpenFile | undefined;
  /** Tells that a bound was met by too many at once, and stops the job whole, or the rest of it would go on forking. */
  exceed(error: LimitError): void;
  /** In the background: what ends it, with all that it started in turn. */
  readonly controller: AbortController | undefined;
}

/** `name=(…)` or `name+=(…)`, expanded. */
export interface ArrayAssignment {
  readonly name: string;
  readonly append: boolean;
  readonly entries: readonly Entry[];
}

/** A call that has not ended. */
export interface Frame {
  /** The function's name, or `source`. */
  readonly name: string;
  /** The file in which it stands. */
  readonly file: string;
  /** The line from which it was called. */
  readonly line: number;
}

/** Where a tree runs. */
export interface Context {
  readonly runtime: Runtime;
  readonly state: ShellState;
  readonly descriptors: Descriptors;
  readonly job: JobContext;
  /** The text into which the tree's spans point. */
  readonly source: string;
  /** A condition, or the left of `&&` or `||`: a failure here is not one for `errexit`. */
  readonly tested: boolean;
  /** Calls, subshells and substitutions around this place. */
  readonly depth: number;
  readonly loops: number;
  /** Functions and sourced files around this place. */
  readonly calls: number;
  readonly subshell: boolean;
  /** The arrays that the running command's operands assign, by the operand's text (`declare a=(…)`). */
  readonly arrays: ReadonlyMap<string, ArrayAssignment> | undefined;
  /** The functions and sourced files that run, innermost first. */
  readonly frames: readonly Frame[];
  readonly subshells: number;
  /** `$BASHPID` of a subshell. */
  readonly shellId: number | undefined;
  /** The conditions whose traps run around this place. */
  readonly trapping: ReadonlySet<string>;
  /** In a trap: `$?` when it began, with which a bare `exit` ends. */
  readonly trapStatus: number | undefined;
  /** `$LINENO` in a trap: the line of the command for which it runs. */
  readonly line: number | undefined;
}

/** The context one call deeper; throws LimitError at the bound. */
export const deeper = (context: Context): Context => {
  if (context.depth >= CALL_DEPTH) throw new LimitError('call depth', CALL_DEPTH);
  return { ...context, depth: context.depth + 1 };
};

/** The context of a subshell: its own state and descriptors. */
export const subshellContext = (context: Context): Context => ({
  ...deeper(context),
  state: cloneState(context.state),
  descriptors: new Map(context.descriptors),
  loops: 0,
  subshell: true,
  subshells: context.subshells + 1,
  shellId: context.runtime.nextId(),
});

/** The context of what can be stopped apart from its job. */
const stoppable = (context: Context, own: AbortSignal): Context => {
  const signal = AbortSignal.any([own, context.job.signal]);
  return { ...context, job: { ...context.job, signal, pace: context.runtime.pacer.pace(signal) } };
};

/** The context with some streams and variables replaced, as a parent process does for its child. */
export const redirected = (context: Context, { stdin, stdout, stderr, env, clearEnv, signal }: Redirections): Context => {
  const child = signal ? stoppable(subshellContext(context), signal) : subshellContext(context);
  const { descriptors, state } = child;
  if (stdin) descriptors.set(0, { reader: asInput(stdin) });
  if (stdout) descriptors.set(1, { writer: stdout });
  if (stderr) descriptors.set(2, { writer: stderr });
  if (clearEnv) for (const name of state.variables.exported().keys()) state.variables.mark(name, 'export', false);
  for (const [name, value] of env ?? []) {
    state.variables.set(name, value);
    state.variables.mark(name, 'export', true);
  }
  return child;
};
