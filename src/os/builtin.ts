/** What a builtin is: a command that may change the shell, through the port below. */
import type { Arguments, CommandFacts } from './command.ts';
import { type Arity, bash, type OperandTable, type OperandValues } from './operands.ts';
import type { OptionTable, Parsed } from './options.ts';
import type { Process } from './process.ts';
import type { ShellPort } from './shell-port.ts';

/** What a builtin is beside a command's facts. */
interface BuiltinFacts<T extends OptionTable, O extends OperandTable = OperandTable> extends CommandFacts<T, O> {
  /** A special builtin (POSIX 2.14): assignments before it last. */
  readonly special?: boolean;
}

/** A command run inside the shell itself; otherwise as Command. */
export interface Builtin<T extends OptionTable = OptionTable> extends BuiltinFacts<T> {
  readonly arity?: (parsed: Parsed<T>) => Partial<Arity>;
  run(process: Process, args: Arguments<T>, shell: ShellPort): Promise<number | void>;
}

/** As FixedCommand. */
interface FixedBuiltin<T extends OptionTable, O extends OperandTable> extends BuiltinFacts<T, O> {
  run(process: Process, args: Arguments<T, OperandValues<O>>, shell: ShellPort): Promise<number | void>;
}

/** As VariedCommand. */
interface VariedBuiltin<T extends OptionTable> extends BuiltinFacts<T> {
  readonly arity: (parsed: Parsed<T>) => Partial<Arity>;
  run(process: Process, args: Arguments<T>, shell: ShellPort): Promise<number | void>;
}

/** Defines a builtin, which tells wrong usage as bash does unless it says otherwise. */
export function defineBuiltin<const T extends OptionTable>(builtin: VariedBuiltin<T>): Builtin;
export function defineBuiltin<const T extends OptionTable, const O extends OperandTable>(builtin: FixedBuiltin<T, O>): Builtin;
export function defineBuiltin(builtin: object): Builtin {
  return { dialect: bash, ...builtin } as Builtin;
}

/** The builtins that exist, by name. */
export interface BuiltinRegistry {
  has(name: string): boolean;
  /** The definition, at once if it is loaded; undefined for an unknown name. Rejects when its code cannot be loaded. */
  find(name: string): Builtin | Promise<Builtin> | undefined;
}
