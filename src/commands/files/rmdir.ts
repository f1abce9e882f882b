/** rmdir: removes empty directories. */

import { defineCommand } from '../../os/command.ts';
import { VfsError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import type { Process } from '../../os/process.ts';
import { quoteFile } from '../../os/quote.ts';
import { attempt, warn } from '../../os/report.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';

const options = {
  ignoreFilled: { long: 'ignore-fail-on-non-empty', summary: 'mind no directory that is not empty' },
  parents: { short: 'p', long: 'parents', summary: 'remove the directories on the way, too: a/b, then a' },
  verbose: { short: 'v', long: 'verbose', summary: 'say what is removed' },
} as const;

/** The operand, then with `parents` each directory above it. */
const stepsOf = (operand: string, parents: boolean): readonly string[] => {
  const steps = [operand];
  if (!parents) return steps;
  for (let at = operand.replace(/\/+$/, '').lastIndexOf('/'); at > 0; at = operand.lastIndexOf('/', at - 1))
    steps.push(operand.slice(0, at));
  return steps;
};

const remove = (process: Process, name: string): VfsError | void =>
  name === '' ? new VfsError('ENOENT') : attempt(() => process.fs.removeDirectory(process.resolve(name)));

export default defineCommand({
  name: 'rmdir',
  summary: 'Remove empty directories',
  topic: 'files',
  options,
  dialect: coreutils,
  operands: [{ name: 'DIRECTORY', kind: 'directory', repeat: true }],
  examples: [{ line: 'mkdir -p a/b && rmdir -pv a/b', shows: 'Make and remove' }],
  statuses: { 1: 'a directory could not be removed' },
  seeAlso: ['rm', 'mkdir'],
  run: async (process, { options: on, operands }) => {
    let status = SUCCESS;
    for (const operand of operands) {
      for (const name of stepsOf(operand, on.parents)) {
        if (on.verbose) await process.stdout.write(`rmdir: removing directory, ${quoteFile(name)}\n`);
        const refusal = remove(process, name);
        if (!refusal) continue;
        if (on.ignoreFilled && refusal.code === 'ENOTEMPTY') break;
        status = FAILURE;
        await warn(process, `failed to remove ${name === operand ? '' : 'directory '}${quoteFile(name)}: ${refusal.message}`);
        break;
      }
    }
    return status;
  },
});
