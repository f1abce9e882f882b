/** diff: compares files line by line. */

import { defineCommand } from '../../os/command.ts';
import { diffutils } from '../../os/operands.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import { Differ, readOperands } from './diff/differ.ts';
import { options, readRules } from './diff/options.ts';

/** `-u5` is an old way to say `-U5`. */
const modernize = (args: readonly string[]): readonly string[] =>
  args.map((arg) =>
    arg.replace(
      /^-([a-zA-Z]*)([uc])(\d+)$/,
      (_, before: string, letter: string, lines: string) => `-${before}${letter.toUpperCase()}${lines}`,
    ),
  );

export default defineCommand({
  name: 'diff',
  summary: 'Compare files line by line',
  topic: 'files',
  options,
  dialect: diffutils,
  operands: [
    { name: 'FILE1', kind: 'file' },
    { name: 'FILE2', kind: 'file' },
  ],
  description: [
    'Lines only in FILE1 are marked < or -, those only in FILE2 > or +. When one operand is a directory, the file of the other’s name in it is compared.',
  ],
  rewrite: modernize,
  examples: [
    { line: 'diff -u about resume.txt', shows: 'How one text became another' },
    { line: 'diff -y about resume.txt', shows: 'Both beside each other' },
    { line: 'mkdir /tmp/new; diff -rq jobs /tmp/new', shows: 'Which files differ' },
  ],
  statuses: { 1: 'the files differ', 2: 'a file could not be read' },
  seeAlso: ['cmp', 'comm'],
  run: async (process, { options: on, operands: [first, second] }) => {
    const rules = readRules(on, process.stdout.isTty ? process.stdout.columns : undefined);
    const given = process.args.filter((arg) => arg !== first && arg !== second);
    const differ = new Differ(process, rules, ['diff', ...given].join(' '));
    const [left, right] = await readOperands(process, first, second, rules.absent);
    await differ.pair(left, right, false);
    return differ.differs ? FAILURE : SUCCESS;
  },
});
