/** clear: clears the screen. */
import { defineCommand } from '../../os/command.ts';

const options = { keep: { short: 'x', summary: 'keep what has scrolled off the screen' } } as const;

export default defineCommand({
  name: 'clear',
  summary: 'Clear the screen',
  topic: 'system',
  options,
  operands: [],
  description: ['Ctrl-L does it, too, and keeps the line that is being typed.'],
  examples: [{ line: 'clear', shows: 'An empty screen' }],
  seeAlso: ['history'],
  run: async ({ tty }, { options: { keep } }) => {
    await tty?.clear(!keep);
  },
});
