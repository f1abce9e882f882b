/** Where `cp` and `mv` put each of their sources (POSIX XCU cp and mv, synopsis forms). */
import { CommandError } from '../../os/failure.ts';
import type { OptionSpec } from '../../os/options.ts';
import { joinPath } from '../../os/path.ts';
import type { Process } from '../../os/process.ts';
import { misuse } from '../text/misuse.ts';
import { quoteFile } from '../text/quote.ts';
import { lastComponent } from './operand.ts';

/** The options that choose the destination. */
export const destinationOptions = {
  target: { short: 't', long: 'target-directory', value: 'DIRECTORY', kind: 'directory', summary: 'put all into DIRECTORY' },
  noTarget: { short: 'T', long: 'no-target-directory', summary: 'take the last operand as a name, never as a directory to put things in' },
} as const satisfies Record<string, OptionSpec>;

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

/** Reads the operands; throws a CommandError when they make no sense together. */
export const readDestination = (
  process: Process,
  operands: readonly string[],
  { target, noTarget }: { readonly target: string | undefined; readonly noTarget: boolean },
): Destination => {
  const { name } = process;
  const [first] = operands;
  if (first === undefined) throw misuse(name, 'missing file operand');
  if (target !== undefined) {
    if (noTarget) throw new CommandError('cannot combine --target-directory (-t) and --no-target-directory (-T)');
    if (!isDirectory(process, target)) throw notDirectory(process, target);
    return into(target, operands);
  }
  const last = operands.at(-1) ?? '';
  if (operands.length === 1) throw misuse(name, `missing destination file operand after ${quoteFile(first)}`);
  if (noTarget && operands.length > 2) throw misuse(name, `extra operand ${quoteFile(operands[2] ?? '')}`);
  if (!noTarget && isDirectory(process, last)) return into(last, operands.slice(0, -1));
  if (operands.length > 2) throw notDirectory(process, last);
  return { sources: [first], targetOf: () => last };
};
