/** The running shell as its builtins see it. */

/** A job, as `jobs` lists it. */
export interface JobView {
  readonly number: number;
  readonly source: string;
  readonly state: 'running' | 'done';
  readonly status: number | undefined;
  /** Resolves to the exit status. */
  readonly finished: Promise<number>;
  stop(status: number): void;
}

/** The shell's state that builtins may change. The interpreter implements it. */
export interface ShellPort {
  readonly cwd: string;
  changeDirectory(path: string): void;
  get(name: string): string | undefined;
  /** Throws CommandError for a read-only variable. */
  set(name: string, value: string): void;
  unset(name: string): void;
  readonly variables: ReadonlyMap<string, { readonly value: string; readonly exported: boolean; readonly readonly: boolean }>;
  mark(name: string, attribute: 'export' | 'readonly', on: boolean): void;
  /** Makes `name` local to the running function; false outside one. */
  local(name: string, value: string | undefined): boolean;
  readonly aliases: Map<string, string>;
  /** Function names to their source text. */
  readonly functions: ReadonlyMap<string, string>;
  unsetFunction(name: string): void;
  /** `set -o` options that are on, by long name. */
  readonly options: Set<string>;
  /** Positional parameters, `$1` first. */
  arguments: readonly string[];
  readonly jobs: readonly JobView[];
  /** Runs source text in this very shell. */
  evaluate(source: string): Promise<number>;
  /** Runs source text with other positional parameters, until it ends or returns. */
  source(text: string, args: readonly string[]): Promise<number>;
  /** Leaves loops, a function or the shell; each throws and never answers. */
  break(levels: number): never;
  continue(levels: number): never;
  return(status: number): never;
  exit(status: number): never;
  /** How many loops run here, and whether a function or sourced file does. */
  readonly loopDepth: number;
  readonly callDepth: number;
  readonly status: number;
  /** The line editor's history, oldest first. */
  readonly history: { entries(): readonly string[]; clear(): void };
}
