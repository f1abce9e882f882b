/** dirname: takes the last component off names. */

import { misuse } from '../../coreutils/text/misuse.ts';
import { defineCommand } from '../../os/command.ts';

const options = { zero: { short: 'z', long: 'zero', summary: 'end each name with NUL' } } as const;

const directoryOf = (name: string): string => {
  const trimmed = name.replace(/(?<=.)\/+$/, '');
  const slash = trimmed.lastIndexOf('/');
  if (slash < 0) return '.';
  return trimmed.slice(0, slash).replace(/\/+$/, '') || '/';
};

export default defineCommand({
  name: 'dirname',
  summary: 'Take the last component off names',
  topic: 'files',
  options,
  operands: [{ name: 'NAME', kind: 'file', repeat: true }],
  examples: [{ line: 'dirname jobs/first', shows: 'The directory alone' }],
  seeAlso: ['basename', 'realpath'],
  linkable: true,
  run: async (process, { options: on, operands }) => {
    if (operands.length === 0) throw misuse('dirname', 'missing operand');
    await process.stdout.write(operands.map((name) => directoryOf(name) + (on.zero ? '\0' : '\n')).join(''));
  },
});
