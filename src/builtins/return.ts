/** `return`: ends a function or a sourced file (POSIX 2.14, return). */

import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import { bashNumeric } from '../os/operands.ts';
import { exitStatus } from './jobs/number.ts';

export default defineBuiltin({
  name: 'return',
  summary: 'end a function or a sourced file',
  topic: 'shell',
  options: {},
  dialect: bashNumeric,
  operands: [{ name: 'STATUS', kind: 'text', optional: true }],
  rawArguments: true,
  examples: [{ line: 'is_even() { return $(($1 % 2)); }; is_even 4 && echo even', shows: 'answer by a status' }],
  run: async (process, { operands: [status] }, shell) => {
    if (shell.callDepth === 0) throw new CommandError("can only `return' from a function or sourced script", 2);
    return shell.return(await exitStatus(process, status, shell));
  },
});
