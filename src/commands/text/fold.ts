/** fold: wraps lines to a width. */
import { fromBytes, toBytes } from '../../coreutils/bytes.ts';
import { transformLines } from '../../coreutils/lines.ts';
import { parseWhole } from '../../coreutils/numbers.ts';
import { defineCommand } from '../../os/command.ts';
import { coreutils } from '../../os/operands.ts';

/** How columns are counted, and where lines may break. */
interface FoldRules {
  readonly width: number;
  /** Counts bytes: tabs, backspaces and carriage returns are as wide as anything else. */
  readonly bytes: boolean;
  /** Breaks after the last blank that fits, if there is one. */
  readonly spaces: boolean;
}

const advance = (column: number, byte: string, bytes: boolean): number => {
  if (bytes) return column + 1;
  if (byte === '\b') return Math.max(0, column - 1);
  if (byte === '\r') return 0;
  return byte === '\t' ? column + 8 - (column % 8) : column + 1;
};

/** The index after the last blank of `line` in [from, to); 0 where there is none. */
const afterBlank = (line: string, from: number, to: number): number => {
  for (let i = to - 1; i >= from; i--) if (line[i] === ' ' || line[i] === '\t') return i + 1;
  return 0;
};

/** The parts into which a line falls. */
const foldLine = (line: string, { width, bytes, spaces }: FoldRules): string[] => {
  const parts: string[] = [];
  let start = 0;
  let column = 0;
  for (let i = 0; i < line.length; ) {
    const next = advance(column, line.charAt(i), bytes);
    if (next <= width || i === start) {
      // Something wider than the line still has to go somewhere.
      column = next;
      i++;
      continue;
    }
    const end = (spaces && afterBlank(line, start, i)) || i;
    parts.push(line.slice(start, end));
    start = end;
    column = 0;
    i = end;
  }
  parts.push(line.slice(start));
  return parts;
};

export default defineCommand({
  name: 'fold',
  summary: 'Wrap lines to a width',
  topic: 'text',
  options: {
    bytes: { short: 'b', long: 'bytes', summary: 'count bytes rather than columns' },
    spaces: { short: 's', long: 'spaces', summary: 'break after spaces' },
    width: { short: 'w', long: 'width', value: 'WIDTH', number: true, summary: 'use WIDTH columns instead of 80' },
  },
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [
    { line: 'fold -s -w 40 about', shows: 'For a narrow page' },
    { line: 'echo abcdef | fold -w 2', shows: 'Two letters a line' },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['fmt'],
  linkable: true,
  filter: true,
  run: (process, { options: on, operands }) => {
    const width = parseWhole(on.width ?? '80', 1, 'invalid number of columns');
    const rules = { width, bytes: on.bytes, spaces: on.spaces };
    return transformLines(process, operands, (line) => foldLine(toBytes(line), rules).map(fromBytes).join('\n'));
  },
});
