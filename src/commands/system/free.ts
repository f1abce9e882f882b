/** free: prints how much memory this session uses, and how much it may. */
import { humanSize } from '../../coreutils/numbers.ts';
import { defineCommand } from '../../os/command.ts';
import { SESSION_MEMORY } from '../../os/limits.ts';
import { plain } from '../../os/operands.ts';

const options = {
  bytes: { short: 'b', long: 'bytes', summary: 'print bytes instead of units of 1024' },
  human: { short: 'h', long: 'human', summary: 'print sizes as 1.2K or 3M' },
  mega: { short: 'm', long: 'mebi', summary: 'print units of 1024 × 1024 bytes' },
} as const;

export default defineCommand({
  name: 'free',
  summary: 'Print how much memory there is',
  topic: 'system',
  options,
  dialect: plain,
  operands: [],
  description: [
    'Files, variables, pipes and whatever a command holds are counted, a byte a character: no line can use more than all of it.',
  ],
  examples: [{ line: 'free -h', shows: 'What this session may hold', manual: true }],
  seeAlso: ['df', 'du', 'top'],
  linkable: true,
  run: async ({ stdout, memory }, { options: on }) => {
    const used = memory.inSession;
    const show = (bytes: number): string => {
      if (on.human) return humanSize(bytes);
      return String(on.bytes ? bytes : Math.round(bytes / (on.mega ? 1024 ** 2 : 1024)));
    };
    const row = (name: string, cells: readonly string[]): string => `${name.padEnd(7)}${cells.map((cell) => cell.padStart(12)).join('')}\n`;
    await stdout.write(
      row('', ['total', 'used', 'free']) +
        row('Mem:', [SESSION_MEMORY, used, SESSION_MEMORY - used].map(show)) +
        row('Swap:', [0, 0, 0].map(show)),
    );
  },
});
