/** logname: prints the name under which the visitor came in. */

import { ownerOf } from '../../coreutils/identity.ts';
import { defineCommand } from '../../os/command.ts';
import { coreutils } from '../../os/operands.ts';

export default defineCommand({
  name: 'logname',
  summary: 'Print the name under which you came in',
  topic: 'system',
  options: {},
  dialect: coreutils,
  operands: [],
  examples: [{ line: 'logname', shows: 'Your name here' }],
  seeAlso: ['whoami', 'id'],
  run: async ({ fs, stdout }, _args) => {
    await stdout.write(`${ownerOf(fs).name}\n`);
  },
});
