/** Tabs of a line to spaces, and spaces to tabs, by GNU's rules. */
import type { TabStops } from '../../../coreutils/text/tabs.ts';

const isBlank = (byte: string): boolean => byte === ' ' || byte === '\t';

/** The line with each tab (with `initial`, each before the first other character) as spaces. */
export const expandTabs = (line: string, stops: TabStops, initial: boolean): string => {
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
export const unexpandTabs = (line: string, stops: TabStops, all: boolean): string => {
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
