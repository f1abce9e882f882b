/** false: does nothing, unsuccessfully. */
import { defineCommand } from '../../os/command.ts';
import { FAILURE } from '../../os/status.ts';

export default defineCommand({
  name: 'false',
  summary: 'Do nothing, unsuccessfully',
  topic: 'system',
  options: {},
  operands: [{ name: 'ARGUMENT', kind: 'text', optional: true, repeat: true }],
  rawArguments: true,
  examples: [{ line: 'false || echo no', shows: 'It always fails' }],
  statuses: { 1: 'always' },
  seeAlso: ['true'],
  run: async () => FAILURE,
});
