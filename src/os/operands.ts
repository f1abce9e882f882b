/** Operands: a command's table of them, how many it takes, and how a wrong number is told in its dialect. */
import { CommandError, LineError, UsageError } from './failure.ts';
import type { OperandKind, OptionTable, Parsed } from './options.ts';
import { quote } from './quote.ts';
import { USAGE } from './status.ts';

/** An operand, as the synopsis names it. */
export interface OperandSpec {
  /** In capitals, e.g. `FILE`. */
  readonly name: string;
  readonly kind: OperandKind;
  readonly optional?: boolean;
  readonly repeat?: boolean;
  /** What a message calls it when it is missing, e.g. `file operand`; `operand` unless given. */
  readonly called?: string;
}

export type OperandTable = readonly OperandSpec[];

/** The operands that a table lets through, by place, as far as places tell them apart. */
export type OperandValues<S extends OperandTable> = S extends readonly [infer First, ...infer Rest extends OperandTable]
  ? First extends { optional: true }
    ? S extends readonly { optional: true; repeat?: false }[]
      ? readonly [string?, ...OperandValues<Rest>]
      : readonly string[]
    : First extends { repeat: true }
      ? readonly [string, ...string[], ...OperandValues<Rest>]
      : readonly [string, ...OperandValues<Rest>]
  : S extends readonly []
    ? readonly []
    : readonly string[];

/** How many operands there may be. */
export interface Arity {
  readonly least: number;
  readonly most: number;
  /** Ends the message that some, but too few, are given. */
  readonly tooFew?: string;
  /** Ends the message that one too many is given. */
  readonly tooMany?: string;
}

/** How a family of commands tells wrong usage. */
export interface Dialect {
  /** The exit status of wrong usage. */
  readonly status: number;
  /** `called` is missing after the operand `last`, if any was given. */
  missing(called: string, last: string | undefined, name: string): Error;
  /** `operand` is the first too many; undefined where such operands are let through. */
  extra(operand: string, operands: readonly string[]): Error | undefined;
  /** What follows the message on standard error. */
  hint(name: string, synopsis: string): string;
}

const tryHelp = (name: string): string => `Try '${name} --help' for more information.\n`;

/** GNU's wording with the synopsis, and POSIX's status for wrong usage: that of all commands which name no other. */
export const plain: Dialect = {
  status: USAGE,
  missing: (called, last) => new UsageError(last === undefined ? `missing ${called}` : `missing ${called} after ${quote(last)}`),
  extra: (operand) => new UsageError(`extra operand ${quote(operand)}`),
  hint: (name, synopsis) => `usage: ${synopsis}\n${tryHelp(name)}`,
};

/** GNU coreutils. */
export const coreutils: Dialect = { ...plain, status: 1, hint: tryHelp };

/** GNU diffutils: they quote as in ASCII, and name the command where no operand was given. */
export const diffutils: Dialect = {
  status: USAGE,
  missing: (called, last, name) => new UsageError(`missing ${called} after '${last ?? name}'`),
  extra: (operand) => new UsageError(`extra operand '${operand}'`),
  hint: (name) => `${name}: ${tryHelp(name)}`,
};

/** Whether a text is the whole number that a builtin takes: of at most 18 digits. */
export const isNumber = (text: string): boolean => /^\s*[-+]?\d{1,18}\s*$/.test(text);

/** bash's builtins. */
export const bash: Dialect = {
  status: USAGE,
  missing: () => new UsageError(''),
  extra: () => new CommandError('too many arguments'),
  hint: (name, synopsis) => `${name}: usage: ${synopsis}\n`,
};

/** bash's builtins that take a number: they look at it first. */
export const bashNumeric: Dialect = {
  ...bash,
  extra: (_operand, [first = '']) => (isNumber(first) ? new LineError('too many arguments') : undefined),
};

/** bash's builtins that pay no heed to further operands. */
export const bashLenient: Dialect = { ...bash, extra: () => undefined };

/** What of a definition says which operands it takes. */
export interface Taking {
  readonly name: string;
  readonly operands: OperandTable;
  readonly dialect?: Dialect;
  readonly arity?: (parsed: Parsed<OptionTable>) => Partial<Arity>;
}

/** How many operands a table lets through. */
const arityOf = (table: OperandTable): Arity => ({
  least: table.filter(({ optional }) => !optional).length,
  most: table.some(({ repeat }) => repeat) ? Number.POSITIVE_INFINITY : table.length,
});

const explained = (error: Error, why: string | undefined): Error => {
  if (why !== undefined) error.message += why;
  return error;
};

/** Throws what the command's dialect says when there are too few or too many operands. */
export const checkOperands = ({ name, operands: table, dialect = plain, arity }: Taking, parsed: Parsed<OptionTable>): void => {
  const { operands } = parsed;
  const { least, most, tooFew, tooMany } = { ...arityOf(table), ...arity?.(parsed) };
  const given = operands.length;
  if (given < least) {
    const called = table.filter(({ optional }) => !optional)[given]?.called ?? 'operand';
    throw explained(dialect.missing(called, operands.at(-1), name), given > 0 ? tooFew : undefined);
  }
  const extra = given > most ? dialect.extra(operands[most] ?? '', operands) : undefined;
  if (extra) throw explained(extra, given === most + 1 ? tooMany : undefined);
};
