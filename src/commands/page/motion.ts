/** `motion`: whether things move on the screen. */

import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { unavailable } from '../../os/report.ts';

export default defineCommand({
  name: 'motion',
  summary: 'Still what moves, or let it move',
  topic: 'page',
  options: {},
  operands: [{ name: 'MODE', kind: ['auto', 'reduced', 'full'], optional: true }],
  description: [
    '`auto` does as the system asks; `reduced` makes exhibits go in steps, at Space or Enter; `full` lets them move. The choice is kept in this browser.',
  ],
  examples: [{ line: 'motion reduced', shows: 'exhibits that wait for a key at each step', manual: true }],
  run: async ({ host, stdout }, { operands: [mode] }) => {
    const preferences = host.preferences ?? unavailable('choosing motion', 'REDUCED_MOTION=1 in the environment stills the exhibits');
    if (mode === undefined) return stdout.write(`${preferences.get('motion')}\n`);
    if (!preferences.set('motion', mode)) throw new CommandError(`${mode}: one of auto, reduced, full is needed`);
  },
});
