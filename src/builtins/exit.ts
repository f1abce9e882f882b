/** `exit`: ends the shell (POSIX 2.14, exit). */

import { defineBuiltin } from '../os/builtin.ts';
import { bashNumeric } from '../os/operands.ts';
import { exitStatus } from './jobs/number.ts';

export default defineBuiltin({
  name: 'exit',
  summary: 'end this shell',
  topic: 'shell',
  options: {},
  dialect: bashNumeric,
  operands: [{ name: 'STATUS', kind: 'text', optional: true }],
  rawArguments: true,
  examples: [{ line: '(exit 3); echo $?', shows: 'end a subshell with a status' }],
  run: async (process, { operands: [status] }, shell) => shell.exit(await exitStatus(process, status, shell)),
});
