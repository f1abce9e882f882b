/** true: does nothing, successfully. */
import { defineCommand } from '../../os/command.ts';

export default defineCommand({
  name: 'true',
  summary: 'Do nothing, successfully',
  topic: 'system',
  options: {},
  operands: [{ name: 'ARGUMENT', kind: 'text', optional: true, repeat: true }],
  rawArguments: true,
  examples: [{ line: 'true && echo yes', shows: 'It always succeeds' }],
  seeAlso: ['false'],
  run: async () => 0,
});
