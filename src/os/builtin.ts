/** What a builtin is: a command that may change the shell, through the port below. */
import type { Arguments, CommandFacts } from './command.ts';
import type { OptionTable } from './options.ts';
import type { Process } from './process.ts';
import type { ShellPort } from './shell-port.ts';

/** A command run inside the shell itself; otherwise as Command. */
export interface Builtin<T extends OptionTable = OptionTable> extends CommandFacts<T> {
  /** A special builtin (POSIX 2.14): assignments before it last. */
  readonly special?: boolean;
  run(process: Process, args: Arguments<T>, shell: ShellPort): Promise<number | void>;
}

/** Defines a builtin. */
export const defineBuiltin = <const T extends OptionTable>(builtin: Builtin<T>): Builtin => builtin as unknown as Builtin;

/** The builtins that exist, by name. */
export interface BuiltinRegistry {
  has(name: string): boolean;
  /** The definition, at once if it is loaded; undefined for an unknown name. Rejects when its code cannot be loaded. */
  find(name: string): Builtin | Promise<Builtin> | undefined;
}
