/** The running shell as its builtins see it. */

/** A job, as `jobs` lists it. */
export interface JobView {
  readonly number: number;
  /** The process number, as `$!` has it. */
  readonly id: number;
  readonly source: string;
  readonly state: 'running' | 'done';
  readonly status: number | undefined;
  /** Resolves to the exit status. */
  readonly finished: Promise<number>;
  stop(status: number): void;
}

/** What can be said of a variable: it is given to commands, it is not to change, how its values are formed, what kind it is. */
export type Attribute = 'export' | 'readonly' | 'integer' | 'lower' | 'upper' | 'capital' | 'reference' | 'indexed' | 'associative';

/** A variable, as builtins see it. */
export interface VariableView {
  readonly exported: boolean;
  readonly readonly: boolean;
  readonly integer?: boolean;
  readonly reference?: boolean;
  readonly array?: 'indexed' | 'associative' | undefined;
}

/** What a command word means here, in the order in which the shell looks (POSIX 2.9.1.1). */
export type Meaning =
  | { readonly kind: 'alias'; readonly text: string }
  | { readonly kind: 'keyword' | 'function' | 'builtin' }
  | { readonly kind: 'file'; readonly path: string };

/** The shell's state that builtins may change. The interpreter implements it. */
export interface ShellPort {
  readonly cwd: string;
  changeDirectory(path: string): void;
  /** Directories that `pushd` left, the last first. */
  directoryStack: readonly string[];
  /** The value of a variable, or of one element where the name is `a[1]`; so it is in the members below. */
  get(name: string): string | undefined;
  /** Throws CommandError for a read-only variable. */
  set(name: string, value: string): void;
  /** `name+=value`. */
  append(name: string, value: string): void;
  unset(name: string): void;
  /** Makes an array of the values; from a number on, it keeps its other elements. */
  setArray(name: string, values: readonly string[], from?: number): void;
  /** Does the assignment of an array that an operand is, in the form `name=(…)`; false when it is none. */
  assignArray(operand: string): Promise<boolean>;
  readonly variables: ReadonlyMap<string, VariableView>;
  /** The variable as `declare -p` prints it, and as `set` does (undefined when it has no value), without the newline. */
  declaration(name: string): Promise<string | undefined>;
  assignment(name: string): Promise<string | undefined>;
  mark(name: string, attribute: Attribute, on: boolean): void;
  /** Does something to the variable of that name outside all functions, whatever hides it. */
  global(name: string, act: () => Promise<void>): Promise<void>;
  /** Makes `name` local to the running function; false outside one. */
  local(name: string, value: string | undefined): boolean;
  readonly aliases: Map<string, string>;
  /** Functions by name. */
  readonly functions: ReadonlyMap<string, unknown>;
  /** A function laid out as bash prints it, without a newline at the end; empty for one that is not there. */
  functionText(name: string): Promise<string>;
  unsetFunction(name: string): void;
  /** `set -o` options that are on, by long name. */
  readonly options: Set<string>;
  /** Positional parameters, `$1` first. */
  arguments: readonly string[];
  readonly jobs: readonly JobView[];
  /** The job that `%1`, `%%`, `%NAME` or a process number means. */
  findJob(spec: string): JobView | undefined;
  /** Takes a finished job off the list. */
  forgetJob(job: JobView): void;
  /** Every meaning of a command word, the one that counts first. */
  meanings(name: string): readonly Meaning[];
  /** Spells a text so that the shell reads it back as one word. */
  quote(text: string): string;
  /** The value of an arithmetic expression; throws CommandError. */
  arithmetic(text: string): bigint;
  /** Runs a command in this very shell, as if typed, without looking among functions. */
  call(argv: readonly string[]): Promise<number>;
  /** `trap` actions by condition. */
  readonly traps: ReadonlyMap<string, string>;
  /** In a subshell that has set none yet, those of the shell around it. */
  readonly outerTraps: ReadonlyMap<string, string> | undefined;
  /** An undefined `action` takes the trap off. */
  setTrap(condition: string, action: string | undefined): void;
  /** Lets a signal come to this very shell, which may end it; by name, without SIG. */
  raise(signal: string): Promise<void>;
  /** The same for the shell around all subshells, once the running command ends. */
  signalShell(signal: string): void;
  readonly isSubshell: boolean;
  /** Bits that new files do not get. */
  umask: number;
  /** How far `getopts` has come inside a cluster of letters. */
  optionOffset: number;
  /** Runs source text in this very shell. */
  evaluate(source: string): Promise<number>;
  /** Runs source text with other positional parameters, until it ends or returns. */
  source(text: string, args: readonly string[], file: string): Promise<number>;
  /** Leaves loops, a function or the shell; each throws and never answers. */
  break(levels: number, status?: number): never;
  continue(levels: number): never;
  return(status: number): never;
  exit(status: number): never;
  /** How many loops run here, and whether a function or sourced file does. */
  readonly loopDepth: number;
  readonly callDepth: number;
  /** Whether a function runs here, so that variables can be local to it. */
  readonly inFunction: boolean;
  readonly status: number;
  /** The line editor's history, oldest first. */
  readonly history: { entries(): readonly string[]; clear(): void };
}
