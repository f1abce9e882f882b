/** dirname: takes the last component off names. */

import { defineCommand } from '../../os/command.ts';
import { coreutils } from '../../os/operands.ts';

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
  dialect: coreutils,
  operands: [{ name: 'NAME', kind: 'file', repeat: true }],
  examples: [{ line: 'dirname jobs/first', shows: 'The directory alone' }],
  seeAlso: ['basename', 'realpath'],
  linkable: true,
  run: async (process, { options: on, operands }) => {
    await process.stdout.write(operands.map((name) => directoryOf(name) + (on.zero ? '\0' : '\n')).join(''));
  },
});
