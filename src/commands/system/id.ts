/** id: prints who the visitor is to the system. */

import { type Owner, ownerOf } from '../../coreutils/identity.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import { quote } from '../../os/quote.ts';

const options = {
  group: { short: 'g', long: 'group', summary: 'print the group only' },
  groups: { short: 'G', long: 'groups', summary: 'print all groups, of which there is one' },
  name: { short: 'n', long: 'name', summary: 'with -u, -g or -G, print a name, not a number' },
  real: { short: 'r', long: 'real', summary: 'with -u, -g or -G, the real one, which it is anyway' },
  user: { short: 'u', long: 'user', summary: 'print the user only' },
  zero: { short: 'z', long: 'zero', summary: 'end in NUL, not a newline' },
} as const;

const describe = (on: OptionValues<typeof options>, { name, id }: Owner): string => {
  const one = on.user || on.group || on.groups;
  if ([on.user, on.group, on.groups].filter(Boolean).length > 1) throw new CommandError('cannot print "only" of more than one choice');
  if (!one && (on.name || on.real)) throw new CommandError('cannot print only names or real IDs in default format');
  return one ? (on.name ? name : String(id)) : `uid=${id}(${name}) gid=${id}(${name}) groups=${id}(${name})`;
};

export default defineCommand({
  name: 'id',
  summary: 'Print who you are to the system',
  topic: 'system',
  options,
  dialect: coreutils,
  operands: [{ name: 'USER', kind: 'text', optional: true }],
  examples: [
    { line: 'id', shows: 'User and groups' },
    { line: 'id -un', shows: 'The name alone' },
  ],
  statuses: { 1: 'there is no such user' },
  seeAlso: ['whoami', 'groups'],
  run: async (process, { options: on, operands: [user] }) => {
    const owner = ownerOf(process.fs);
    if (user !== undefined && user !== owner.name && user !== String(owner.id)) throw new CommandError(`${quote(user)}: no such user`);
    await process.stdout.write(describe(on, owner) + (on.zero ? '\0' : '\n'));
  },
});
