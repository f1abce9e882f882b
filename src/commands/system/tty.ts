/** tty: prints the terminal's name. */

import { defineCommand } from '../../os/command.ts';
import { coreutils } from '../../os/operands.ts';
import { FAILURE, SUCCESS, USAGE } from '../../os/status.ts';

const options = { silent: { short: 's', long: 'silent', summary: 'print nothing, answer by the status' } } as const;

export default defineCommand({
  name: 'tty',
  summary: 'Print the terminal’s name',
  topic: 'system',
  options,
  dialect: { ...coreutils, status: USAGE },
  operands: [],
  examples: [{ line: 'tty -s || echo no terminal', shows: 'Ask without printing' }],
  statuses: { 1: 'standard input is no terminal' },
  seeAlso: ['test'],
  run: async ({ stdin, stdout }, { options: on }) => {
    if (!on.silent) await stdout.write(stdin.isTty ? '/dev/tty\n' : `not a tty\n`);
    return stdin.isTty ? SUCCESS : FAILURE;
  },
});
