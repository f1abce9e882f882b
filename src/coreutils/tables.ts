/** Tables: rows of cells that line up. */
import type { Writer } from '../os/stream.ts';
import { type Line, type Piece, plain } from '../term/style.ts';
import { cells, truncate } from '../term/width.ts';

/** One cell: plain text, or pieces. */
export type Cell = string | Line;

export interface TableOptions {
  /** Columns set to the right, counted from 0. */
  readonly right?: readonly number[];
  /** Columns to leave out, the first one first, while a row is wider than `columns` cells. */
  readonly drop?: readonly number[];
  readonly columns?: number;
}

const GAP = 2;

const asLine = (cell: Cell): Line => (typeof cell === 'string' ? [{ text: cell }] : cell);
const widthOf = (cell: Cell | undefined): number => (cell === undefined ? 0 : cells(typeof cell === 'string' ? cell : plain(cell)));

const widthsOf = (rows: readonly (readonly Cell[])[]): readonly number[] => {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: count }, (_, column) => rows.reduce((width, row) => Math.max(width, widthOf(row[column])), 0));
};

/** The columns that are kept. */
const chosen = (widths: readonly number[], { drop = [], columns = Number.POSITIVE_INFINITY }: TableOptions): readonly number[] => {
  let kept = widths.map((_, column) => column);
  for (const column of drop) {
    if (kept.reduce((sum, at) => sum + (widths[at] ?? 0) + GAP, -GAP) <= columns) break;
    kept = kept.filter((at) => at !== column);
  }
  return kept;
};

/** The row cut to fit, with an ellipsis where something is missing. */
export const cutRow = (row: Line, columns: number): Line => {
  if (cells(plain(row)) <= columns) return row;
  const pieces: Piece[] = [];
  let room = columns - 1;
  for (const piece of row) {
    const text = truncate(piece.text, room);
    pieces.push({ ...piece, text });
    room -= cells(text);
    if (text !== piece.text) break;
  }
  return [...pieces, { text: '…' }];
};

/** Each column as wide as its widest cell, two blanks between them, none at a row's end; what is wider than `columns` is cut. */
export const tableLines = (rows: readonly (readonly Cell[])[], options: TableOptions = {}): readonly Line[] => {
  const widths = widthsOf(rows);
  const kept = chosen(widths, options);
  return rows.map((row) => {
    const pieces: Piece[] = [];
    let space = 0;
    for (const column of kept) {
      const cell = row[column];
      const missing = (widths[column] ?? 0) - widthOf(cell);
      const before = options.right?.includes(column) ? missing : 0;
      if (cell !== undefined && widthOf(cell) > 0) {
        if (space + before > 0) pieces.push({ text: ' '.repeat(space + before) });
        for (const piece of asLine(cell)) pieces.push(piece);
        space = missing - before + GAP;
      } else space += missing + GAP;
    }
    return cutRow(pieces, options.columns ?? Number.POSITIVE_INFINITY);
  });
};

/** The table's lines; elsewhere than on a terminal it is always whole. */
export const tableFor = (
  { isTty, columns }: Writer,
  rows: readonly (readonly Cell[])[],
  options: Omit<TableOptions, 'columns'> = {},
): readonly Line[] => tableLines(rows, isTty ? { ...options, columns } : options);
