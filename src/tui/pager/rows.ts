/** Lines of any length as rows of the screen (cleaned, tabs expanded, matches marked, broken at the width), and places among them. */
import { clean } from '../../term/clean.ts';
import { type Line, type Piece, plain, type Style } from '../../term/style.ts';
import { cells, graphemes } from '../../term/width.ts';
import type { Document } from './document.ts';

const TAB = 8;

/** Where a pattern matches, in code units: first and the one after the last. */
export type Match = readonly [from: number, to: number];

const styled = (text: string, style: Style | undefined): Piece => (style ? { text, style } : { text });

/** The line with its matches in inverse. */
export const highlight = (line: Line, matches: readonly Match[]): Line => {
  if (matches.length === 0) return line;
  const pieces: Piece[] = [];
  let offset = 0;
  for (const { text, style } of line) {
    let done = 0;
    for (const [from, to] of matches) {
      const [start, end] = [Math.max(done, from - offset), Math.min(text.length, to - offset)];
      if (start >= end) continue;
      pieces.push(styled(text.slice(done, start), style), { text: text.slice(start, end), style: { ...style, inverse: true } });
      done = end;
    }
    pieces.push(styled(text.slice(done), style));
    offset += text.length;
  }
  return pieces.filter(({ text }) => text !== '');
};

/** The line as it may be shown: control characters visible, tabs as spaces up to the next stop. */
export const presentable = (line: Line): Line => {
  let column = 0;
  return line.map(({ text, style }) => {
    const shown = clean(text)
      .split('\t')
      .map((part, index) => {
        const gap = index > 0 ? TAB - (column % TAB) : 0;
        column += gap + cells(part);
        return ' '.repeat(gap) + part;
      });
    return styled(shown.join(''), style);
  });
};

/** A presentable line broken into rows of at most `columns` cells, as a terminal would; an empty line is one empty row. */
export const breakLine = (line: Line, columns: number): Line[] => {
  const rows: Piece[][] = [[]];
  let room = columns;
  for (const { text, style } of line) {
    let held = '';
    const flush = (): void => {
      if (held !== '') rows[rows.length - 1]?.push(styled(held, style));
      held = '';
    };
    for (const grapheme of graphemes(text)) {
      const width = cells(grapheme);
      if (width > room && room < columns) {
        flush();
        rows.push([]);
        room = columns;
      }
      held += grapheme;
      room -= width;
    }
    flush();
  }
  return rows;
};

/** How many rows `breakLine` would make. */
export const rowCount = (line: Line, columns: number): number => {
  const text = plain(line);
  if (/^[\x20-\x7e]*$/.test(text)) return Math.max(1, Math.ceil(text.length / columns));
  return breakLine(presentable(line), columns).length;
};

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
