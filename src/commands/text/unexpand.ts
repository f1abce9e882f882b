/** unexpand: turns runs of spaces into tabs. */
import { fromBytes, toBytes } from '../../coreutils/bytes.ts';
import { transformLines } from '../../coreutils/lines.ts';
import { parseTabs, type TabStops } from '../../coreutils/tabs.ts';
import { defineCommand } from '../../os/command.ts';
import { coreutils } from '../../os/operands.ts';

const isBlank = (byte: string): boolean => byte === ' ' || byte === '\t';

/** Where an unexpanding line stands. */
interface State {
  column: number;
  pending: string[];
  previousBlank: boolean;
  /** A single blank just before a stop stays a blank until more follow. */
  loneBlank: boolean;
}

/** Takes a blank; answers the tab to write, undefined to wait for more, or `last` beyond the last stop. */
const takeBlank = (state: State, byte: string, stops: TabStops): string | 'last' | undefined => {
  const next = stops(state.column);
  if (next === undefined) return 'last';
  if (byte === '\t') {
    state.column = next;
    if (state.pending.length > 0) state.pending[0] = '\t';
  } else {
    state.column++;
    if (!(state.previousBlank && state.column === next)) {
      if (state.column === next) state.loneBlank = true;
      state.pending.push(byte);
      state.previousBlank = true;
      return undefined;
    }
    state.pending[0] = '\t';
  }
  state.pending.length = state.loneBlank ? Math.min(1, state.pending.length) : 0;
  return '\t';
};

const flush = (state: State): string => {
  if (state.pending.length > 1 && state.loneBlank) state.pending[0] = '\t';
  const text = state.pending.join('');
  state.pending = [];
  state.loneBlank = false;
  return text;
};

/** The line with runs of blanks (without `all`, those before the first other character) as tabs. */
const unexpandTabs = (line: string, stops: TabStops, all: boolean): string => {
  const state: State = { column: 0, pending: [], previousBlank: true, loneBlank: false };
  let out = '';
  for (let i = 0; i < line.length; i++) {
    let byte = line.charAt(i);
    const blank = isBlank(byte);
    if (blank) {
      const taken = takeBlank(state, byte, stops);
      if (taken === undefined) continue;
      if (taken === 'last') return out + flush(state) + line.slice(i);
      byte = taken;
    } else state.column = byte === '\b' ? Math.max(0, state.column - 1) : state.column + 1;
    out += flush(state) + byte;
    state.previousBlank = blank;
    if (!all && !blank) return out + line.slice(i + 1);
  }
  return out + flush(state);
};

export default defineCommand({
  name: 'unexpand',
  summary: 'Turn spaces into tabs',
  topic: 'text',
  options: {
    all: { short: 'a', long: 'all', summary: 'all runs of blanks, not only those before the first other character' },
    firstOnly: { long: 'first-only', summary: 'only leading blanks, whatever -a or -t say' },
    tabs: { short: 't', long: 'tabs', value: 'LIST', summary: 'have tabs every N columns instead of 8; turns on -a' },
  },
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [{ line: "printf '        a\\n' | unexpand", shows: 'Eight spaces become a tab' }],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['expand'],
  linkable: true,
  filter: true,
  run: (process, { options: on, operands }) => {
    const stops = parseTabs(on.tabs ?? '8');
    const all = (on.all || on.tabs !== undefined) && !on.firstOnly;
    return transformLines(process, operands, (line) => fromBytes(unexpandTabs(toBytes(line), stops, all)));
  },
});
