/** mkdir: makes directories. */

import { type ModeChange, parseMode } from '../../coreutils/mode.ts';
import { defineCommand } from '../../os/command.ts';
import { UsageError, VfsError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import type { Process } from '../../os/process.ts';
import { quote, quoteFile } from '../../os/quote.ts';
import { guard } from '../../os/report.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';

const options = {
  mode: { short: 'm', long: 'mode', value: 'MODE', summary: 'give the directory these permissions, as chmod takes them' },
  parents: { short: 'p', long: 'parents', summary: 'make the directories on the way, too, and mind none that exist' },
  verbose: { short: 'v', long: 'verbose', summary: 'say what was made' },
} as const;

/** How directories are made. */
interface MakeRules {
  readonly process: Process;
  readonly mode: number;
  readonly verbose: boolean;
}

const make = async ({ process, mode, verbose }: MakeRules, name: string, path: string): Promise<void> => {
  process.fs.makeDirectory(path, mode);
  if (verbose) await process.stdout.write(`mkdir: created directory ${quoteFile(name)}\n`);
};

/** Makes each directory of the path that is not there. */
const makeParents = async (rules: MakeRules, operand: string): Promise<void> => {
  const { process } = rules;
  const lead = operand.startsWith('/') ? '/' : '';
  const parts = operand.split('/').filter((part) => part !== '');
  for (let count = 1; count <= parts.length; count++) {
    const name = lead + parts.slice(0, count).join('/');
    const inode = process.fs.find(process.resolve(name));
    if (!inode) await make({ ...rules, mode: count < parts.length ? 0o777 & ~process.umask : rules.mode }, name, process.resolve(name));
    else if (inode.kind !== 'directory') throw new VfsError(count < parts.length ? 'ENOTDIR' : 'EEXIST');
  }
};

const readMode = (text: string | undefined, umask: number): number => {
  if (text === undefined) return 0o777 & ~umask;
  const change: ModeChange | undefined = parseMode(text, umask);
  if (!change) throw new UsageError(`invalid mode ${quote(text)}`);
  return change(0o777, true);
};

export default defineCommand({
  name: 'mkdir',
  summary: 'Make directories',
  topic: 'files',
  options,
  dialect: coreutils,
  operands: [{ name: 'DIRECTORY', kind: 'directory', repeat: true }],
  description: ['The résumé itself cannot be changed; there is room next to it, and in /tmp. What you make is gone with the page.'],
  examples: [
    { line: 'mkdir notes && ls -d notes', shows: 'A place of your own' },
    { line: 'mkdir -p a/b/c && find a', shows: 'Three at once' },
  ],
  statuses: { 1: 'a directory could not be made' },
  seeAlso: ['rmdir', 'touch'],
  run: async (process, { options: on, operands }) => {
    const rules = { process, mode: readMode(on.mode, process.umask), verbose: on.verbose };
    let status = SUCCESS;
    for (const operand of operands) {
      const made = await guard(process, `cannot create directory ${quote(operand)}`, () => {
        if (operand === '') throw new VfsError('ENOENT');
        return on.parents ? makeParents(rules, operand) : make(rules, operand, process.resolve(operand));
      });
      if (made === false) status = FAILURE;
    }
    return status;
  },
});
