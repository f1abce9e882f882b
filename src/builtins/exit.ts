/** `exit`: ends the shell (POSIX 2.14, exit). */
import { defineBuiltin } from '../os/builtin.ts';
import { exitStatus } from './jobs/number.ts';

export default defineBuiltin({
  name: 'exit',
  summary: 'end this shell',
  topic: 'shell',
  options: {},
  operands: [{ name: 'STATUS', kind: 'text', optional: true }],
  rawArguments: true,
  examples: [{ line: '(exit 3); echo $?', shows: 'end a subshell with a status' }],
  run: async ({ stderr }, { operands: [status] }, shell) => {
    if (status === undefined) return shell.exit(shell.status);
    if (/^\s*[-+]?\d{1,18}\s*$/.test(status)) return shell.exit(exitStatus(status));
    await stderr.write(`exit: ${status}: numeric argument required\n`, { role: 'bad' });
    return shell.exit(2);
  },
});
