/** How lines fill a page of pr: downwards, across, or from several files at once. */
import { HELD_LINES } from '../../../coreutils/text/held.ts';
import type { LineSource } from '../../../coreutils/text/pull.ts';

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
