/** What a command is: one definition from which usage, help, manual, completion and highlighting all derive. */
import type { Arity, Dialect, OperandTable, OperandValues } from './operands.ts';
import type { OptionTable, Parsed } from './options.ts';
import type { Process } from './process.ts';

/** A line that a test runs, and what it is good for. */
export interface Example {
  readonly line: string;
  /** A sentence without a full stop. */
  readonly shows: string;
  /** Left to read, not run by the tests: it waits for keys, a real clock or the outside. */
  readonly manual?: true;
}

/** The parts of a definition that do not run. */
export interface CommandFacts<T extends OptionTable = OptionTable, O extends OperandTable = OperandTable> {
  readonly name: string;
  /** A sentence without a full stop, for `whatis` and completion. */
  readonly summary: string;
  /** Where a list of commands has it: a word. */
  readonly topic: string;
  /** The manual's section, 1 unless given (man-pages(7)). */
  readonly section?: number;
  readonly options: T;
  /** Enforced before the command runs; see `arity` and `dialect`. */
  readonly operands: O;
  /** How wrong usage is told, and its status: GNU's wording, the synopsis and 2 unless given. */
  readonly dialect?: Dialect;
  /** Paragraphs for the manual. */
  readonly description?: readonly string[];
  /** At least one. */
  readonly examples: readonly Example[];
  /** Statuses other than 0, with their meaning. */
  readonly statuses?: Readonly<Record<number, string>>;
  readonly seeAlso?: readonly string[];
  /** Options end at the first operand (`env`, `xargs`, `nice`-like). */
  readonly inOrder?: boolean;
  /** Options are the command's own business (`echo`, `test`, `find`, `expr`): every argument is an operand, `--help` too unless it is alone. */
  readonly rawArguments?: boolean;
  /** The arguments as the parser is to take them, where some are spelt in an old way (`diff -u5`) or only look like options (`seq -1 5`). */
  readonly rewrite?: (args: readonly string[]) => readonly string[];
  /** A link may run it without Enter: it prints what the machine has, changes nothing and ends by itself. */
  readonly linkable?: boolean;
  /** Without a file, or with `-`, it reads standard input. */
  readonly filter?: boolean;
  /** Whether its name alone does something worth a click; unless given, what is linkable and takes no operand does. */
  readonly runsAlone?: boolean;
}

/** What `run` gets of the arguments. */
export interface Arguments<T extends OptionTable, V extends readonly (string | undefined)[] = readonly string[]>
  extends Omit<Parsed<T>, 'operands'> {
  readonly operands: V;
}

/** A command that cannot change the shell. Its status is what `run` resolves to; nothing means 0. */
export interface Command<T extends OptionTable = OptionTable> extends CommandFacts<T> {
  readonly arity?: (parsed: Parsed<T>) => Partial<Arity>;
  run(process: Process, args: Arguments<T>): Promise<number | void>;
}

/** A definition whose table alone says how many operands there may be. */
export interface FixedCommand<T extends OptionTable, O extends OperandTable> extends CommandFacts<T, O> {
  run(process: Process, args: Arguments<T, OperandValues<O>>): Promise<number | void>;
}

/** A definition in which options change how many operands there may be: what `arity` leaves out is as the table says. */
export interface VariedCommand<T extends OptionTable> extends CommandFacts<T> {
  readonly arity: (parsed: Parsed<T>) => Partial<Arity>;
  run(process: Process, args: Arguments<T>): Promise<number | void>;
}

/** Defines a command; see CommandFacts for what each part becomes. */
export function defineCommand<const T extends OptionTable>(command: VariedCommand<T>): Command;
export function defineCommand<const T extends OptionTable, const O extends OperandTable>(command: FixedCommand<T, O>): Command;
export function defineCommand(command: unknown): Command {
  return command as Command;
}
