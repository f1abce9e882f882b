/** hostname: prints the machine's name. */

import { hostName } from '../../coreutils/identity.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';

const options = {
  full: { short: 'f', long: 'fqdn', summary: 'print the name with its domain, of which there is none' },
  address: { short: 'i', long: 'ip-address', summary: 'print the address' },
  short: { short: 's', long: 'short', summary: 'print the name without its domain' },
} as const;

export default defineCommand({
  name: 'hostname',
  summary: 'Print the machine’s name',
  topic: 'system',
  options,
  dialect: { ...coreutils, extra: () => new CommandError('you must be root to change the host name') },
  operands: [],
  examples: [{ line: 'hostname', shows: 'Where you are' }],
  statuses: { 1: 'another name was given' },
  seeAlso: ['uname'],
  run: async ({ fs, stdout }, { options: on }) => {
    await stdout.write(`${on.address ? '127.0.0.1' : hostName(fs)}\n`);
  },
});
