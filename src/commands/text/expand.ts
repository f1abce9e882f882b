/** expand: turns tabs into spaces. */

import { fromBytes, toBytes } from '../../coreutils/text/bytes.ts';
import { transformLines } from '../../coreutils/text/lines.ts';
import { parseTabs } from '../../coreutils/text/tabs.ts';
import { defineCommand } from '../../os/command.ts';
import { expandTabs } from './expand/tabs.ts';

export default defineCommand({
  name: 'expand',
  summary: 'Turn tabs into spaces',
  topic: 'text',
  options: {
    initial: { short: 'i', long: 'initial', summary: 'only tabs before the first other character' },
    tabs: {
      short: 't',
      long: 'tabs',
      value: 'LIST',
      number: true,
      summary: 'have tabs every N columns instead of 8, or at the columns of a list',
    },
  },
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [{ line: "printf 'a\\tb\\n' | expand -t 4", shows: 'Stops every four columns' }],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['unexpand'],
  linkable: true,
  run: (process, { options: on, operands }) => {
    const stops = parseTabs(on.tabs ?? '8');
    return transformLines(process, operands, (line) => fromBytes(expandTabs(toBytes(line), stops, on.initial)));
  },
});
