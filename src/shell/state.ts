/** What a shell remembers from one command to the next; a subshell gets a copy. */
import type { FunctionDefinition } from '../syntax/ast.ts';
import type { Descriptors } from './descriptors.ts';
import type { JobTable } from './jobs.ts';
import { inheritedTraps } from './traps.ts';
import type { Variables } from './variables.ts';

/** A function with the text that defined it, into which its tree's spans point. */
export interface ShellFunction {
  readonly definition: FunctionDefinition;
  readonly source: string;
  /** For BASH_SOURCE. */
  readonly file: string;
}

/** A shell execution environment (POSIX 2.12), without its open files. */
export interface ShellState {
  readonly variables: Variables;
  readonly functions: Map<string, ShellFunction>;
  readonly aliases: Map<string, string>;
  /** `set -o` and `shopt` options that are on, by long name. */
  readonly options: Set<string>;
  readonly jobs: JobTable;
  /** `trap` actions by condition. */
  readonly traps: Map<string, string>;
  /** The traps of the shell around a subshell, which `trap` lists until one is set here. */
  outerTraps: ReadonlyMap<string, string> | undefined;
  /** What ends each process substitution that the running commands opened, innermost last; `kept` are the descriptors that go on. */
  readonly ends: ((kept: Descriptors) => Promise<void>)[];
  /** `$1` and on. */
  positional: readonly string[];
  /** `$0`. */
  name: string;
  cwd: string;
  /** Directories that `pushd` left, the last first. */
  directoryStack: readonly string[];
  /** `$?`. */
  status: number;
  /** Of each command in the last pipeline, for PIPESTATUS. */
  pipeStatus: readonly number[];
  /** The status of the last command substitution in the command that runs, which is an assignment's own. */
  substituted: number | undefined;
  /** `$_`: the last word of the last command. */
  lastWord: string;
  /** `$!`. */
  background: number | undefined;
  umask: number;
  /** How far `getopts` has come inside a cluster of letters. */
  optionOffset: number;
  /** Where in its source the command that runs begins, for LINENO. */
  offset: number;
  /** `$BASH_COMMAND`: the text of the simple command that runs, or for which a trap runs. */
  command: string;
  /** Milliseconds since 1970 at which the shell began, for SECONDS. */
  readonly started: number;
}

/** The state of a subshell: everything as it is here, apart from here on(POSIX 2.12). */
export const cloneState = (state: ShellState): ShellState => ({
  ...state,
  variables: state.variables.clone(),
  functions: new Map(state.functions),
  aliases: new Map(state.aliases),
  options: new Set(state.options),
  jobs: state.jobs.clone(),
  traps: inheritedTraps(state),
  outerTraps: state.outerTraps ?? new Map(state.traps),
  ends: [],
});
