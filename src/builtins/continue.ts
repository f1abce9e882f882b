/** `continue`: goes on with a loop's next turn (POSIX 2.14, continue). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import { numeric } from './jobs/number.ts';

export default defineBuiltin({
  name: 'continue',
  summary: 'go on with the next turn of the loop',
  topic: 'shell',
  options: {},
  operands: [{ name: 'LEVELS', kind: 'text', optional: true }],
  rawArguments: true,
  examples: [{ line: 'for i in 1 2 3; do [ $i = 2 ] && continue; echo $i; done', shows: 'leave out one turn' }],
  run: async ({ stderr }, { operands: [levels = '1'] }, shell) => {
    if (shell.loopDepth === 0) {
      await stderr.write(`${"continue: only meaningful in a `for', `while', or `until' loop"}\n`, { role: 'bad' });
      return 0;
    }
    const count = numeric(levels);
    if (count < 1) throw new CommandError(`${levels}: loop count out of range`);
    return shell.continue(count);
  },
});
