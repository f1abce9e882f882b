/** sleep: waits. */

import { parseDuration } from '../../coreutils/numbers.ts';
import { defineCommand } from '../../os/command.ts';
import { UsageError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import { quote } from '../../os/quote.ts';

export default defineCommand({
  name: 'sleep',
  summary: 'Wait for a while',
  topic: 'system',
  options: {},
  dialect: coreutils,
  operands: [{ name: 'NUMBER[smhd]', kind: 'text', repeat: true }],
  description: ['NUMBER is in seconds, or in minutes, hours or days with m, h or d. Several add up.'],
  examples: [
    { line: 'sleep 0.1; echo awake', shows: 'A short nap' },
    { line: 'sleep 1h', shows: 'A long one; Ctrl-C ends it', manual: true },
  ],
  statuses: { 1: 'a number is not valid' },
  seeAlso: ['timeout'],
  run: async (process, { operands }) => {
    const total = operands.reduce((sum, operand) => {
      const part = parseDuration(operand);
      if (part === undefined) throw new UsageError(`invalid time interval ${quote(operand)}`);
      return sum + part;
    }, 0);
    await process.host.sleep(total, process.signal);
  },
});
