/** env: prints the environment, or runs a command in another one. */

import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import { quote } from '../../os/quote.ts';

const options = {
  ignore: { short: 'i', long: 'ignore-environment', summary: 'begin with an empty environment' },
  unset: { short: 'u', long: 'unset', value: 'NAME', repeat: true, kind: 'variable', summary: 'take NAME out' },
  nul: { short: '0', long: 'null', summary: 'end each line with NUL' },
} as const;

/** A command cannot be run as it was asked for. */
const CANNOT = 125;

const assignment = /^([^=]+)=(.*)$/s;

/** What stands before the command: `-` for `-i`, then assignments. */
const splitOperands = (
  operands: readonly string[],
): { readonly assigned: readonly (readonly [string, string])[]; readonly command: readonly string[] } => {
  const at = operands.findIndex((operand) => !assignment.test(operand));
  const end = at < 0 ? operands.length : at;
  const assigned = operands.slice(0, end).map((operand) => {
    const [, name = '', value = ''] = assignment.exec(operand) ?? [];
    return [name, value] as const;
  });
  return { assigned, command: operands.slice(end) };
};

/** A lone hyphen is an old way to say -i. */
const modernize = (args: readonly string[]): readonly string[] =>
  args.map((arg, index) => (arg === '-' && args.slice(0, index).every((before) => before.startsWith('-')) ? '-i' : arg));

export default defineCommand({
  name: 'env',
  summary: 'Print the environment, or run a command in another one',
  topic: 'system',
  options,
  dialect: { ...coreutils, status: CANNOT },
  operands: [
    { name: 'NAME=VALUE', kind: 'text', optional: true, repeat: true },
    { name: 'COMMAND', kind: 'command', optional: true },
    { name: 'ARGUMENT', kind: 'file', optional: true, repeat: true },
  ],
  inOrder: true,
  rewrite: modernize,
  examples: [
    { line: 'env | sort', shows: 'What there is' },
    { line: 'env TZ=Asia/Singapore date +%Z', shows: 'A variable for one command' },
    { line: 'env -i A=1 env', shows: 'Nothing but what is given' },
  ],
  statuses: { 127: 'there is no such command' },
  seeAlso: ['printenv', 'export'],
  run: async (process, { options: on, operands }) => {
    const { assigned, command } = splitOperands(operands);
    const bad = on.unset.find((name) => name === '' || name.includes('='));
    if (bad !== undefined) throw new CommandError(`cannot unset ${quote(bad)}: Invalid argument`, CANNOT);
    const environment = new Map(on.ignore ? [] : process.env);
    for (const name of on.unset) environment.delete(name);
    for (const [name, value] of assigned) environment.set(name, value);
    if (command.length > 0) {
      if (on.nul) throw new CommandError('cannot specify --null (-0) with command', CANNOT);
      return process.spawn(command, { env: environment, clearEnv: true });
    }
    const end = on.nul ? '\0' : '\n';
    await process.stdout.write([...environment].map(([name, value]) => `${name}=${value}${end}`).join(''));
    return 0;
  },
});
