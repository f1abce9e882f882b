/** Places in a document as rows of the screen see them, and how far one is from another. */
import type { Document } from './document.ts';
import { rowCount } from './rows.ts';

/** A row: a line of the document, and which of the rows it is broken into. */
export interface Position {
  readonly line: number;
  readonly row: number;
}

/** How a document lies on the screen. */
export interface Geometry {
  readonly document: Document;
  /** Cells for text, without the line numbers. */
  readonly columns: number;
  /** Rows for text. */
  readonly rows: number;
  /** Long lines are cut off rather than broken. */
  readonly chop: boolean;
}

/** The first row of all. */
export const start: Position = { line: 0, row: 0 };

/** Rows that a line takes. */
const height = ({ document, columns, chop }: Geometry, index: number): number =>
  chop ? 1 : rowCount(document.line(index), Math.max(1, columns));

/** Whether `a` comes before `b`. */
const before = (a: Position, b: Position): boolean => a.line < b.line || (a.line === b.line && a.row < b.row);

/** `count` rows up from a place, at most to the first one. */
export const up = (geometry: Geometry, from: Position, count: number): Position => {
  let { line, row } = from;
  while (count > row) {
    if (line === 0) return start;
    count -= row + 1;
    line--;
    row = height(geometry, line) - 1;
  }
  return { line, row: row - count };
};

/** `count` rows down from a place, at most to one past the last row. */
export const down = (geometry: Geometry, from: Position, count: number): Position => {
  let { line, row } = from;
  while (line < geometry.document.count) {
    const left = height(geometry, line) - row;
    if (count < left) return { line, row: row + count };
    count -= left;
    line++;
    row = 0;
  }
  return { line, row: 0 };
};

/** The place from which the last row of all is the last one on the screen. */
export const bottom = (geometry: Geometry): Position => up(geometry, { line: geometry.document.count, row: 0 }, geometry.rows);

/** The nearest place from which the screen is full, and which exists at this width. */
export const clamped = (geometry: Geometry, { line, row }: Position): Position => {
  const place = { line, row: Math.min(row, Math.max(0, height(geometry, line) - 1)) };
  const last = bottom(geometry);
  return before(last, place) ? last : place;
};
