/** groups: prints the visitor's groups. */

import { ownerOf } from '../../coreutils/identity.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import { quote } from '../../os/quote.ts';

export default defineCommand({
  name: 'groups',
  summary: 'Print your groups',
  topic: 'system',
  options: {},
  dialect: coreutils,
  operands: [{ name: 'USER', kind: 'text', optional: true, repeat: true }],
  examples: [{ line: 'groups', shows: 'There is one' }],
  statuses: { 1: 'there is no such user' },
  seeAlso: ['id', 'whoami'],
  run: async ({ fs, stdout }, { operands }) => {
    const { name } = ownerOf(fs);
    const stranger = operands.find((operand) => operand !== name);
    if (stranger !== undefined) throw new CommandError(`${quote(stranger)}: no such user`);
    await stdout.write(operands.length === 0 ? `${name}\n` : `${name} : ${name}\n`.repeat(operands.length));
  },
});
