/** rm: removes files. */

import { createConfirm } from '../../coreutils/files/messages.ts';
import { misuse } from '../../coreutils/text/misuse.ts';
import { defineCommand } from '../../os/command.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { SUCCESS } from '../../os/status.ts';
import { plural } from '../../term/say.ts';
import { Remover } from './rm/remove.ts';

const options = {
  directories: { short: 'd', long: 'dir', summary: 'remove empty directories, too' },
  force: { short: 'f', long: 'force', summary: 'mind no file that is not there, and never ask' },
  interactive: { short: 'i', summary: 'ask before each removal' },
  once: { short: 'I', summary: 'ask once before more than three files, or a tree, are removed' },
  recursive: { short: 'r', long: 'recursive', summary: 'remove directories with all that they hold' },
  recursiveToo: { short: 'R', summary: 'as -r' },
  keepRoot: { long: 'preserve-root', summary: 'do not remove /, which is the default' },
  noKeepRoot: { long: 'no-preserve-root', summary: 'take / like any other directory' },
  verbose: { short: 'v', long: 'verbose', summary: 'say what was removed' },
} as const;

type Key = keyof typeof options;

/** The one question of `-I`; true to go on. */
const askOnce = async (process: Process, operands: readonly string[], recursive: boolean): Promise<boolean> => {
  if (operands.length <= 3 && !recursive) return true;
  const { length } = operands;
  const things = plural(length, `${length} argument`, `${length} arguments`);
  return createConfirm(process)(recursive ? `remove ${things} recursively?` : `remove ${things}?`);
};

const remark = async ({ stderr }: Process): Promise<void> => {
  if (!stderr.isTty) return;
  await stderr.write('A career is not removed that easily: the résumé is read-only. What you make yourself can go. Still here: ', {
    role: 'hint',
  });
  await stderr.write('cat about', { role: 'command', run: 'cat about' });
  await stderr.write('\n');
};

const run = async (
  process: Process,
  on: OptionValues<typeof options>,
  order: readonly Key[],
  operands: readonly string[],
): Promise<number> => {
  const mood = order.findLast((key) => key === 'force' || key === 'interactive' || key === 'once');
  const recursive = on.recursive || on.recursiveToo;
  if (operands.length === 0 && mood !== 'force') throw misuse('rm', 'missing operand');
  if (mood === 'once' && !(await askOnce(process, operands, recursive))) return SUCCESS;
  const remover = new Remover(process, {
    recursive,
    directories: on.directories,
    force: mood === 'force',
    verbose: on.verbose,
    keepRoot: order.lastIndexOf('noKeepRoot') <= order.lastIndexOf('keepRoot'),
    confirm: mood === 'interactive' ? createConfirm(process) : undefined,
  });
  for (const operand of operands) await remover.operand(operand);
  if (remover.refused) await remark(process);
  return remover.status;
};

export default defineCommand({
  name: 'rm',
  summary: 'Remove files',
  topic: 'files',
  options,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  description: ['The résumé is read-only and stays; what you made yourself can be removed.'],
  examples: [
    { line: 'touch note && rm -v note', shows: 'Remove a file of your own' },
    { line: 'mkdir -p a/b && rm -r a', shows: 'Remove a directory with what it holds' },
    { line: 'rm -rf jobs; ls jobs', shows: 'The résumé stays' },
  ],
  statuses: { 1: 'a file could not be removed' },
  seeAlso: ['rmdir', 'mv'],
  run: (process, { options: on, order, operands }) => run(process, on, order, operands),
});
