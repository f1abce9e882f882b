/** `break`: leaves loops (POSIX 2.14, break). */

import { defineBuiltin } from '../os/builtin.ts';
import { bashLenient } from '../os/operands.ts';
import { loopLevels } from './jobs/number.ts';

export default defineBuiltin({
  name: 'break',
  summary: 'leave the loops around this place',
  topic: 'shell',
  options: {},
  dialect: bashLenient,
  operands: [{ name: 'LEVELS', kind: 'text', optional: true }],
  rawArguments: true,
  examples: [{ line: 'for i in 1 2 3; do [ $i = 2 ] && break; echo $i; done', shows: 'leave a loop early' }],
  run: async (process, { operands }, shell) => {
    const levels = await loopLevels(process, operands, shell);
    return levels === 0 ? 0 : shell.break(levels);
  },
});
