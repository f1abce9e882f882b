/** expand: turns tabs into spaces. */
import { fromBytes, toBytes } from '../../coreutils/bytes.ts';
import { transformLines } from '../../coreutils/lines.ts';
import { parseTabs, type TabStops } from '../../coreutils/tabs.ts';
import { defineCommand } from '../../os/command.ts';
import { coreutils } from '../../os/operands.ts';

const isBlank = (byte: string): boolean => byte === ' ' || byte === '\t';

/** The line with each tab (with `initial`, each before the first other character) as spaces. */
const expandTabs = (line: string, stops: TabStops, initial: boolean): string => {
  let column = 0;
  let converts = true;
  let out = '';
  for (const byte of line) {
    if (converts && byte === '\t') {
      const next = stops(column) ?? column + 1;
      out += ' '.repeat(next - column);
      column = next;
      continue;
    }
    column = byte === '\b' ? Math.max(0, column - 1) : column + 1;
    converts &&= !initial || isBlank(byte);
    out += byte;
  }
  return out;
};

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
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [{ line: "printf 'a\\tb\\n' | expand -t 4", shows: 'Stops every four columns' }],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['unexpand'],
  linkable: true,
  filter: true,
  run: (process, { options: on, operands }) => {
    const stops = parseTabs(on.tabs ?? '8');
    return transformLines(process, operands, (line) => fromBytes(expandTabs(toBytes(line), stops, on.initial)));
  },
});
