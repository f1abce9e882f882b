/** ssh: tells that one is there already. */
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';

export default defineCommand({
  name: 'ssh',
  summary: 'Log in where you are logged in already',
  topic: 'fun',
  options: {},
  operands: [
    { name: 'HOST', kind: 'file', optional: true },
    { name: 'COMMAND', kind: 'command', optional: true, repeat: true },
  ],
  rawArguments: true,
  description: ['There is no other machine: this shell runs on yours, and no request leaves it.'],
  examples: [{ line: 'ssh example.org', shows: 'Why you need not', manual: true }],
  statuses: { 255: 'no connection, always' },
  seeAlso: ['who', 'cat'],
  run: ({ fs }, { operands }) => {
    const host = operands.filter((word) => !word.startsWith('-')).at(-1) ?? '';
    const name = host.slice(host.indexOf('@') + 1);
    const way = fs.lookUp(name).length > 0 ? `cat ${name}` : 'ls';
    throw new CommandError(
      `${name === '' ? '' : `connect to host ${name} port 22: `}no network here, and you are logged in already, on your own machine. Try: ${way}`,
      255,
    );
  },
});
