/** `shift`: drops the first positional parameters (POSIX 2.14, shift). */

import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import { bashNumeric } from '../os/operands.ts';
import { numeric } from './jobs/number.ts';

export default defineBuiltin({
  name: 'shift',
  summary: 'drop the first positional parameters',
  topic: 'shell',
  options: {},
  dialect: bashNumeric,
  operands: [{ name: 'COUNT', kind: 'text', optional: true }],
  rawArguments: true,
  examples: [{ line: 'set -- a b c; shift; echo $1', shows: 'go on to the next parameter' }],
  run: async (_process, { operands: [text = '1'] }, shell) => {
    const count = numeric(text);
    if (count < 0) throw new CommandError(`${text}: shift count out of range`);
    if (count > shell.arguments.length) return 1;
    shell.arguments = shell.arguments.slice(count);
    return 0;
  },
});
