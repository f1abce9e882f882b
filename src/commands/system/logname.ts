/** logname: prints the name under which the visitor came in. */

import { ownerOf } from '../../coreutils/files/owner.ts';
import { extraOperand } from '../../coreutils/text/misuse.ts';
import { defineCommand } from '../../os/command.ts';

export default defineCommand({
  name: 'logname',
  summary: 'Print the name under which you came in',
  topic: 'system',
  options: {},
  operands: [],
  examples: [{ line: 'logname', shows: 'Your name here' }],
  seeAlso: ['whoami', 'id'],
  run: async ({ fs, stdout }, { operands: [extra] }) => {
    if (extra !== undefined) throw extraOperand('logname', extra);
    await stdout.write(`${ownerOf(fs).name}\n`);
  },
});
