/** make: builds the two things that there are rules for. */

import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { plain } from '../../os/operands.ts';
import { USAGE } from '../../os/status.ts';

export default defineCommand({
  name: 'make',
  summary: 'Build what there is a rule for',
  topic: 'fun',
  options: {},
  dialect: {
    ...plain,
    missing: () => new CommandError('*** No targets specified and no makefile found. Try: make hire', USAGE),
  },
  operands: [{ name: 'TARGET', kind: ['hire', 'me'], repeat: true }],
  description: ['There is a rule for hire. For a sandwich one has to ask with authority.'],
  examples: [{ line: 'make hire', shows: 'What to do first' }],
  statuses: { 2: 'there is no rule for it' },
  seeAlso: ['hire', 'sudo'],
  run: async (process, { operands }) => {
    const [target] = operands;
    if (target === 'hire') return process.spawn(['hire']);
    if (operands.join(' ') === 'me a sandwich')
      throw new CommandError('*** Make it yourself. (Unless you are somebody: sudo make me a sandwich)', 2);
    throw new CommandError(`*** No rule to make target '${target}'. Try: make hire`, 2);
  },
});
