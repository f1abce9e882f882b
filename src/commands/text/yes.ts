/** yes: prints a line until it is stopped. */

import { defineCommand } from '../../os/command.ts';
import { coreutils } from '../../os/operands.ts';

/** Characters written at a time, so that a fast reader is not kept waiting. */
const BATCH = 8192;

export default defineCommand({
  name: 'yes',
  summary: 'Print a line again and again, until stopped',
  topic: 'text',
  options: {},
  dialect: coreutils,
  operands: [{ name: 'STRING', kind: 'text', optional: true, repeat: true }],
  examples: [
    { line: 'yes | head -n 3', shows: 'Three of very many' },
    { line: 'yes no | head -n 1', shows: 'Another word than y' },
  ],
  run: async (process, { operands }) => {
    const line = `${operands.length === 0 ? 'y' : operands.join(' ')}\n`;
    const batch = line.repeat(Math.max(1, Math.floor(BATCH / line.length)));
    for (;;) await process.stdout.write(batch);
  },
});
