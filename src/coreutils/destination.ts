/** Where `cp` and `mv` put each of their sources (POSIX XCU cp and mv, synopsis forms). */

import { CommandError, UsageError } from '../os/failure.ts';
import { type Arity, coreutils, type Dialect, type OperandTable } from '../os/operands.ts';
import type { OptionSpec, OptionValues } from '../os/options.ts';
import { joinPath } from '../os/path.ts';
import type { Process } from '../os/process.ts';
import { quoteFile } from '../os/quote.ts';
import { lastComponent } from './files.ts';

/** The options that choose the destination. */
export const destinationOptions = {
  target: { short: 't', long: 'target-directory', value: 'DIRECTORY', kind: 'directory', summary: 'put all into DIRECTORY' },
  noTarget: { short: 'T', long: 'no-target-directory', summary: 'take the last operand as a name, never as a directory to put things in' },
} as const satisfies Record<string, OptionSpec>;

/** The operands that both take. */
export const destinationOperands = [
  { name: 'SOURCE', kind: 'file', repeat: true, called: 'file operand' },
  { name: 'DESTINATION', kind: 'file', called: 'destination file operand' },
] as const satisfies OperandTable;

/** How many of them the options let through. */
export const destinationArity = ({
  options: { target, noTarget },
}: {
  readonly options: OptionValues<typeof destinationOptions>;
}): Partial<Arity> => (target !== undefined ? { least: 1 } : noTarget ? { most: 2 } : {});

/** How both tell wrong usage: their operands are files' names. */
export const destinationDialect: Dialect = {
  ...coreutils,
  missing: (called, last) => new UsageError(last === undefined ? `missing ${called}` : `missing ${called} after ${quoteFile(last)}`),
  extra: (operand) => new UsageError(`extra operand ${quoteFile(operand)}`),
};

/** Sources, and what the last operand or `-t` makes of them. */
export interface Destination {
  readonly sources: readonly string[];
  /** The name that a source called `name` gets, as the visitor would write it. */
  targetOf(name: string): string;
}

const isDirectory = (process: Process, operand: string): boolean =>
  operand !== '' && process.fs.find(process.resolve(operand))?.kind === 'directory';

const into = (directory: string, sources: readonly string[]): Destination => ({
  sources,
  targetOf: (name) => joinPath(directory, lastComponent(name)),
});

const notDirectory = (process: Process, operand: string): CommandError => {
  const why = process.fs.find(process.resolve(operand)) ? 'Not a directory' : 'No such file or directory';
  return new CommandError(`target ${quoteFile(operand)}: ${why}`);
};

/** Reads the operands, of which `destinationArity` let enough through; throws a CommandError when they make no sense together. */
export const readDestination = (
  process: Process,
  operands: readonly string[],
  { target, noTarget }: { readonly target: string | undefined; readonly noTarget: boolean },
): Destination => {
  if (target !== undefined) {
    if (noTarget) throw new CommandError('cannot combine --target-directory (-t) and --no-target-directory (-T)');
    if (!isDirectory(process, target)) throw notDirectory(process, target);
    return into(target, operands);
  }
  const last = operands.at(-1) ?? '';
  if (!noTarget && isDirectory(process, last)) return into(last, operands.slice(0, -1));
  if (operands.length > 2) throw notDirectory(process, last);
  return { sources: operands.slice(0, 1), targetOf: () => last };
};
