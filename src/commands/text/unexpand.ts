/** unexpand: turns runs of spaces into tabs. */

import { fromBytes, toBytes } from '../../coreutils/text/bytes.ts';
import { transformLines } from '../../coreutils/text/lines.ts';
import { parseTabs } from '../../coreutils/text/tabs.ts';
import { defineCommand } from '../../os/command.ts';
import { unexpandTabs } from './expand/tabs.ts';

export default defineCommand({
  name: 'unexpand',
  summary: 'Turn spaces into tabs',
  topic: 'text',
  options: {
    all: { short: 'a', long: 'all', summary: 'all runs of blanks, not only those before the first other character' },
    firstOnly: { long: 'first-only', summary: 'only leading blanks, whatever -a or -t say' },
    tabs: { short: 't', long: 'tabs', value: 'LIST', summary: 'have tabs every N columns instead of 8; turns on -a' },
  },
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [{ line: "printf '        a\\n' | unexpand", shows: 'Eight spaces become a tab' }],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['expand'],
  linkable: true,
  run: (process, { options: on, operands }) => {
    const stops = parseTabs(on.tabs ?? '8');
    const all = (on.all || on.tabs !== undefined) && !on.firstOnly;
    return transformLines(process, operands, (line) => fromBytes(unexpandTabs(toBytes(line), stops, all)));
  },
});
