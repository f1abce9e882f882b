/** printenv: prints environment variables. */

import { defineCommand } from '../../os/command.ts';
import { coreutils } from '../../os/operands.ts';
import { FAILURE, SUCCESS, USAGE } from '../../os/status.ts';

const options = { nul: { short: '0', long: 'null', summary: 'end each line with NUL' } } as const;

export default defineCommand({
  name: 'printenv',
  summary: 'Print environment variables',
  topic: 'system',
  options,
  dialect: { ...coreutils, status: USAGE },
  operands: [{ name: 'NAME', kind: 'variable', optional: true, repeat: true }],
  examples: [{ line: 'printenv HOME USER', shows: 'The values of two' }],
  statuses: { 1: 'a variable is not there' },
  seeAlso: ['env', 'export'],
  run: async ({ env, stdout }, { options: on, operands }) => {
    const end = on.nul ? '\0' : '\n';
    const found =
      operands.length === 0 ? [...env].map(([name, value]) => `${name}=${value}`) : operands.flatMap((name) => env.get(name) ?? []);
    await stdout.write(found.map((text) => text + end).join(''));
    return operands.every((name) => env.has(name)) ? SUCCESS : FAILURE;
  },
});
