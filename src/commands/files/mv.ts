/** mv: moves and renames files. */

import {
  destinationArity,
  destinationDialect,
  destinationOperands,
  destinationOptions,
  readDestination,
} from '../../coreutils/destination.ts';
import { statOperand } from '../../coreutils/files.ts';
import { defineCommand } from '../../os/command.ts';
import type { Process } from '../../os/process.ts';
import { quoteFile } from '../../os/quote.ts';
import { createConfirm, guard, warn } from '../../os/report.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import type { Inode } from '../../os/vfs.ts';

const options = {
  force: { short: 'f', long: 'force', summary: 'never ask' },
  interactive: { short: 'i', long: 'interactive', summary: 'ask before a file is overwritten' },
  noClobber: { short: 'n', long: 'no-clobber', summary: 'overwrite no file' },
  update: { short: 'u', long: 'update', summary: 'overwrite older files only' },
  verbose: { short: 'v', long: 'verbose', summary: 'say what was moved' },
  ...destinationOptions,
} as const;

type Overwrite = 'force' | 'interactive' | 'noClobber' | 'update' | undefined;

/** Whether a file may take the place of another; asks when it should. */
type MayReplace = (source: Inode, there: Inode, target: string) => Promise<boolean>;

const mayReplace = (process: Process, overwrite: Overwrite): MayReplace => {
  const confirm = createConfirm(process);
  return async (source, there, target) => {
    if (overwrite === 'noClobber') return false;
    if (overwrite === 'update') return source.mtime > there.mtime;
    return overwrite !== 'interactive' || confirm(`overwrite ${quoteFile(target)}?`);
  };
};

/** Why the move cannot be, in mv's words; undefined when it may be tried. */
const refusalOf = (process: Process, source: string, inode: Inode, target: string): string | undefined => {
  const to = process.resolve(target);
  const there = process.fs.find(to);
  const [from, onto] = [quoteFile(source), quoteFile(target)];
  if (there === inode) return `${from} and ${onto} are the same file`;
  if (`${to}/`.startsWith(`${process.resolve(source)}/`)) return `cannot move ${from} to a subdirectory of itself, ${onto}`;
  if (there?.kind === 'directory' && inode.kind !== 'directory') return `cannot overwrite directory ${onto} with non-directory`;
  if (there && there.kind !== 'directory' && inode.kind === 'directory')
    return `cannot overwrite non-directory ${onto} with directory ${from}`;
  return undefined;
};

/** Moves one source; false when it could not be. */
const move = async (process: Process, source: string, target: string, may: MayReplace, verbose: boolean): Promise<boolean> => {
  const inode = await guard(process, `cannot stat ${quoteFile(source)}`, () => statOperand(process, source));
  if (!inode) return false;
  const problem = refusalOf(process, source, inode, target);
  if (problem !== undefined) {
    await warn(process, problem);
    return false;
  }
  const there = process.fs.find(process.resolve(target));
  if (there && !(await may(inode, there, target))) return true;
  const what = `cannot move ${quoteFile(source)} to ${quoteFile(target)}`;
  if ((await guard(process, what, () => process.fs.rename(process.resolve(source), process.resolve(target)))) === false) return false;
  if (verbose) await process.stdout.write(`renamed ${quoteFile(source)} -> ${quoteFile(target)}\n`);
  return true;
};

export default defineCommand({
  name: 'mv',
  summary: 'Move and rename files',
  topic: 'files',
  options,
  dialect: destinationDialect,
  operands: destinationOperands,
  arity: destinationArity,
  description: ['When DESTINATION is a directory, the files go into it. The résumé itself stays where it is.'],
  examples: [{ line: 'touch a && mv -v a b', shows: 'Give a file another name' }],
  statuses: { 1: 'a file could not be moved' },
  seeAlso: ['cp', 'rm'],
  run: async (process, { options: on, order, operands }) => {
    const { sources, targetOf } = readDestination(process, operands, on);
    const overwrite = order.findLast((key) => key === 'force' || key === 'interactive' || key === 'noClobber' || key === 'update');
    const may = mayReplace(process, overwrite);
    let status = SUCCESS;
    for (const source of sources) {
      await process.pace();
      if (!(await move(process, source, targetOf(source), may, on.verbose))) status = FAILURE;
    }
    return status;
  },
});
