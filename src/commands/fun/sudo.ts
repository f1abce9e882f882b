/** sudo: answers those who ask for more rights than a reader needs. */

import { defineCommand } from '../../os/command.ts';
import { UsageError } from '../../os/failure.ts';
import { plain } from '../../os/operands.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';

export default defineCommand({
  name: 'sudo',
  summary: 'Ask for more rights than a reader needs',
  topic: 'fun',
  options: {},
  dialect: { ...plain, missing: () => new UsageError(''), hint: (_name, synopsis) => `usage: ${synopsis}\n` },
  operands: [
    { name: 'COMMAND', kind: 'command' },
    { name: 'ARGUMENT', kind: 'file', optional: true, repeat: true },
  ],
  rawArguments: true,
  description: [
    'Nothing here needs it: every file of the résumé can be read by everyone, and written by nobody. It runs nothing, with one exception.',
  ],
  examples: [{ line: 'sudo make me a sandwich', shows: 'The exception' }],
  statuses: { 1: 'refused', 2: 'no command was given' },
  seeAlso: ['make', 'whoami', 'hire'],
  run: async ({ stdout, stderr, env }, { operands }) => {
    if (operands.join(' ') === 'make me a sandwich') {
      await stdout.write('Okay. 🥪\n');
      return SUCCESS;
    }
    await stderr.write(
      `${env.get('USER') ?? 'visitor'} is not in the sudoers file. This incident will be reported to nobody: nothing is tracked here.\n`,
    );
    await stderr.write(
      `Everything can be read without it: try ${operands[0] === 'rm' ? 'ls' : 'whoami'}. To change something in this person’s life: hire\n`,
    );
    return FAILURE;
  },
});
