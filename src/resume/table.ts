/** Rows of cells that line up. */
import { type Line, type Piece, plain } from '../term/style.ts';
import { cells } from '../term/width.ts';

/** One cell: plain text, or pieces. */
export type Cell = string | Line;

const GAP = 2;

const asLine = (cell: Cell): Line => (typeof cell === 'string' ? [{ text: cell }] : cell);
const widthOf = (cell: Cell | undefined): number => (cell === undefined ? 0 : cells(typeof cell === 'string' ? cell : plain(cell)));

/** Each column as wide as its widest cell, two blanks between them, none at the end. `right` names columns set to the right. */
export const tableLines = (rows: readonly (readonly Cell[])[], right: readonly number[] = []): readonly Line[] => {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const widths = Array.from({ length: count }, (_, column) => rows.reduce((width, row) => Math.max(width, widthOf(row[column])), 0));
  return rows.map((row) =>
    row.flatMap((cell, column): Piece[] => {
      const space = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
      const before = (column > 0 ? ' '.repeat(GAP) : '') + (right.includes(column) ? space : '');
      const after = right.includes(column) || row.slice(column + 1).every((next) => widthOf(next) === 0) ? '' : space;
      return [...(before === '' ? [] : [{ text: before }]), ...asLine(cell), ...(after === '' ? [] : [{ text: after }])];
    }),
  );
};
