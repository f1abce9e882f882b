/** What a command is: one definition from which usage, help, manual, completion and highlighting all derive. */
import type { OperandKind, OptionTable, Parsed } from './options.ts';
import type { Process } from './process.ts';

/** An operand, as the synopsis names it. */
export interface OperandSpec {
  /** In capitals, e.g. `FILE`. */
  readonly name: string;
  readonly kind: OperandKind;
  readonly optional?: boolean;
  readonly repeat?: boolean;
}

/** A line that a test runs, and what it is good for. */
export interface Example {
  readonly line: string;
  /** A sentence without a full stop. */
  readonly shows: string;
  /** Left to read, not run by the tests: it waits for keys, a real clock or the outside. */
  readonly manual?: true;
}

/** The parts of a definition that do not run. */
export interface CommandFacts<T extends OptionTable = OptionTable> {
  readonly name: string;
  /** A sentence without a full stop, for `whatis` and completion. */
  readonly summary: string;
  /** Where a list of commands has it: a word. */
  readonly topic: string;
  /** The manual's section, 1 unless given (man-pages(7)). */
  readonly section?: number;
  readonly options: T;
  readonly operands: readonly OperandSpec[];
  /** Paragraphs for the manual. */
  readonly description?: readonly string[];
  /** At least one. */
  readonly examples: readonly Example[];
  /** Statuses other than 0, with their meaning. */
  readonly statuses?: Readonly<Record<number, string>>;
  readonly seeAlso?: readonly string[];
  /** Options end at the first operand (`env`, `xargs`, `nice`-like). */
  readonly inOrder?: boolean;
  /** Arguments are the command's own business (`echo`, `test`, `find`, `expr`): `operands` gets them all, `--help` too unless it is alone. */
  readonly rawArguments?: boolean;
  /** A link may run it without Enter: it prints what the machine has, changes nothing and ends by itself. */
  readonly linkable?: boolean;
  /** Without a file, or with `-`, it reads standard input. */
  readonly filter?: boolean;
  /** Whether its name alone does something worth a click; unless given, what is linkable and takes no operand does. */
  readonly runsAlone?: boolean;
}

/** What `run` gets of the arguments. */
export type Arguments<T extends OptionTable> = Parsed<T>;

/** A command that cannot change the shell. Its status is what `run` resolves to; nothing means 0. */
export interface Command<T extends OptionTable = OptionTable> extends CommandFacts<T> {
  run(process: Process, args: Arguments<T>): Promise<number | void>;
}

/** Defines a command; see CommandFacts for what each part becomes. */
export const defineCommand = <const T extends OptionTable>(command: Command<T>): Command => command as unknown as Command;
