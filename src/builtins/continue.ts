/** `continue`: goes on with a loop's next turn (POSIX 2.14, continue). */

import { defineBuiltin } from '../os/builtin.ts';
import { bashLenient } from '../os/operands.ts';
import { loopLevels } from './jobs/number.ts';

export default defineBuiltin({
  name: 'continue',
  summary: 'go on with the next turn of the loop',
  topic: 'shell',
  options: {},
  dialect: bashLenient,
  operands: [{ name: 'LEVELS', kind: 'text', optional: true }],
  rawArguments: true,
  examples: [{ line: 'for i in 1 2 3; do [ $i = 2 ] && continue; echo $i; done', shows: 'leave out one turn' }],
  run: async (process, { operands }, shell) => {
    const levels = await loopLevels(process, operands, shell);
    return levels === 0 ? 0 : shell.continue(levels);
  },
});
