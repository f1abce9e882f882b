/** One row of pr's output: cells side by side, set apart by tabs and spaces as GNU does it. */

/** How cells become rows. */
export interface RowRules {
  /** Columns of a cell; what is longer is cut. Undefined: cells are as long as they are. */
  readonly width: number | undefined;
  readonly separator: string;
}

const nextStop = (column: number): number => column + 8 - (column % 8);

/** Tabs to spaces, from column 0. */
const expand = (text: string): string => {
  let out = '';
  for (const character of text) out += character === '\t' ? ' '.repeat(nextStop(out.length) - out.length) : character;
  return out;
};

/** White space up to column `goal`: tabs while they save something. */
const blanks = (from: number, goal: number): string => {
  let text = '';
  while (goal - from > 1 && nextStop(from) <= goal) {
    text += '\t';
    from = nextStop(from);
  }
  return text + ' '.repeat(goal - from);
};

/** Runs of spaces to tabs; the text stands at `column`. */
const unexpand = (text: string, column: number): string =>
  text.replace(/ +/g, (run, at: number) => blanks(column + at, column + at + run.length));

/** Joins cells from column `start` on; an absent one is empty, and nothing follows the last that is there. */
export const joinCells = (cells: readonly (string | undefined)[], { width, separator }: RowRules, start = 0): string => {
  const last = cells.findLastIndex((cell) => cell !== undefined);
  let text = '';
  let column = start;
  for (const [i, cell] of cells.slice(0, last + 1).entries()) {
    const expanded = expand(cell ?? '');
    const shown = width === undefined ? expanded : expanded.slice(0, width);
    const padded = i === last ? shown.trimEnd() : (width === undefined ? shown : shown.padEnd(width)) + separator;
    text += unexpand(padded, column);
    column += padded.length;
  }
  return text;
};
