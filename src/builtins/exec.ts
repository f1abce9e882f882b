/** `exec`: lets a command take the shell's place, or redirects the shell itself (POSIX 2.14, exec). */
import { defineBuiltin } from '../os/builtin.ts';

export default defineBuiltin({
  name: 'exec',
  summary: 'let a command take the place of the shell, or redirect the shell itself',
  topic: 'shell',
  options: {},
  operands: [
    { name: 'COMMAND', kind: 'command', optional: true },
    { name: 'ARGUMENT', kind: 'text', optional: true, repeat: true },
  ],
  inOrder: true,
  examples: [{ line: '(exec > /tmp/log; echo hidden; pwd); cat /tmp/log', shows: 'send all further output to a file' }],
  run: async (_process, { operands }, shell) => (operands.length === 0 ? 0 : shell.exit(await shell.call(operands))),
});
