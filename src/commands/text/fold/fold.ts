/** Folding of one line of bytes to a width, as GNU fold does it. */

/** How columns are counted, and where lines may break. */
export interface FoldRules {
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
export const foldLine = (line: string, { width, bytes, spaces }: FoldRules): string[] => {
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
