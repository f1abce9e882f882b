/** The rows of pr's pages: filled downwards, across or from several sources, and their cells joined. */
import { HELD_LINES, type LineSource } from '../../../coreutils/lines.ts';

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

/** A row's cells, absent where a column has ended. */
export type Cells = readonly (string | undefined)[];

const take = async (source: LineSource, count: number): Promise<string[]> => {
  const lines: string[] = [];
  while (lines.length < count) {
    const line = await source.next();
    if (line === undefined) break;
    lines.push(line);
  }
  return lines;
};

/** The next page's rows, filled downwards; a last page has its columns balanced. Empty at the end. */
export const fillDown = async (source: LineSource, rows: number, columns: number): Promise<Cells[]> => {
  const lines = await take(source, Math.min(HELD_LINES, rows * columns));
  const height = (column: number): number => Math.floor(lines.length / columns) + (column < lines.length % columns ? 1 : 0);
  const starts = Array.from({ length: columns }, (_, column) =>
    Array.from({ length: column }, (_, before) => height(before)).reduce((sum, each) => sum + each, 0),
  );
  return Array.from({ length: height(0) }, (_, row) =>
    starts.map((start, column) => (row < height(column) ? lines[start + row] : undefined)),
  );
};

/** The next page's rows, filled row by row. */
export const fillAcross = async (source: LineSource, rows: number, columns: number): Promise<Cells[]> => {
  const lines = await take(source, Math.min(HELD_LINES, rows * columns));
  return Array.from({ length: Math.ceil(lines.length / columns) }, (_, row) => lines.slice(row * columns, (row + 1) * columns));
};

/** The next page's rows, a column for each source. */
export const fillParallel = async (sources: readonly LineSource[], rows: number): Promise<Cells[]> => {
  const page: Cells[] = [];
  while (page.length < rows) {
    const row: (string | undefined)[] = [];
    for (const source of sources) row.push(await source.next());
    if (row.every((cell) => cell === undefined)) break;
    page.push(row);
  }
  return page;
};
