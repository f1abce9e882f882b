/** ln: says that there are no links. */

import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';

const options = {
  force: { short: 'f', long: 'force', summary: 'remove a file that is in the way' },
  symbolic: { short: 's', long: 'symbolic', summary: 'make a symbolic link' },
} as const;

export default defineCommand({
  name: 'ln',
  summary: 'Say that there are no links here',
  topic: 'files',
  options,
  dialect: coreutils,
  operands: [
    { name: 'TARGET', kind: 'file' },
    { name: 'NAME', kind: 'file', optional: true },
  ],
  description: [
    'This file system has neither symbolic nor hard links. A copy serves, and any entry of the résumé is found by its bare name from anywhere.',
  ],
  examples: [{ line: 'ln -s resume.txt here', shows: 'What it says' }],
  statuses: { 1: 'always' },
  seeAlso: ['cp'],
  run: () => {
    throw new CommandError('links are not supported here; a copy serves: cp TARGET NAME');
  },
});
