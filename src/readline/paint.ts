/** The shortest honest way from one screen of the editor to the next, as one string for the terminal. */
import { cursorColumn, cursorDown, cursorUp, eraseBelow, paint as paintPiece } from '../term/ansi.ts';
import type { Piece, Style } from '../term/style.ts';
import { blankScreen, type Cell, type EditorScreen, type Position } from './screen.ts';

const sameStyle = (a: Style = {}, b: Style = {}): boolean =>
  a === b ||
  (a.role === b.role &&
    a.bold === b.bold &&
    a.underline === b.underline &&
    a.inverse === b.inverse &&
    a.run === b.run &&
    a.href === b.href);

const sameCell = (a: Cell, b: Cell | undefined): boolean => b !== undefined && a.text === b.text && sameStyle(a.style, b.style);

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.width, 0);

/** A row, and a cell in it by its index: where two screens part. */
interface Place {
  readonly row: number;
  readonly cell: number;
}

const firstDifference = (previous: EditorScreen, next: EditorScreen): Place | undefined => {
  for (const [row, { cells, soft }] of next.rows.entries()) {
    const before = previous.rows[row];
    if (before?.soft !== soft) return { row, cell: 0 };
    const cell = cells.findIndex((each, index) => !sameCell(each, before.cells[index]));
    if (cell >= 0) return { row, cell };
    if (before.cells.length > cells.length) return { row, cell: cells.length };
  }
  const last = next.rows.length - 1;
  return previous.rows.length > next.rows.length ? { row: last, cell: next.rows[last]?.cells.length ?? 0 } : undefined;
};

/** Back by a cell where the terminal must wrap by itself, or where the cursor could only stand beyond the row. */
const withRun = ({ rows }: EditorScreen, { row, cell }: Place, columns: number): Place => {
  const cells = rows[row]?.cells ?? [];
  if (cell > 0 && widthOf(cells.slice(0, cell)) >= columns) return { row, cell: cell - 1 };
  return cell === 0 && rows[row]?.soft ? { row: row - 1, cell: Math.max(0, (rows[row - 1]?.cells.length ?? 0) - 1) } : { row, cell };
};

const move = (from: Position, to: Position): string => {
  if (from.row === to.row && from.column === to.column) return '';
  return cursorUp(from.row - to.row) + cursorDown(to.row - from.row) + cursorColumn(to.column);
};

/** Cells of one look become one piece. */
const printed = (cells: readonly Cell[]): string => {
  const pieces: Piece[] = [];
  for (const { text, style } of cells) {
    const last = pieces.at(-1);
    if (last && sameStyle(last.style, style)) pieces[pieces.length - 1] = { ...last, text: last.text + text };
    else pieces.push(style ? { text, style } : { text });
  }
  return pieces.map(paintPiece).join('');
};

/** The rows from `start` on, and where that leaves the cursor. */
const printFrom = ({ rows }: EditorScreen, start: Place): { ansi: string; end: Position } => {
  let ansi = '';
  for (let row = start.row; row < rows.length; row++) {
    const each = rows[row];
    if (!each) break;
    if (row > start.row && !each.soft) ansi += '\r\n';
    ansi += printed(row === start.row ? each.cells.slice(start.cell) : each.cells);
  }
  return { ansi, end: { row: rows.length - 1, column: widthOf(rows.at(-1)?.cells ?? []) } };
};

const holdsMore = ({ rows }: EditorScreen, { row, cell }: Place): boolean => rows.length > row + 1 || (rows[row]?.cells.length ?? 0) > cell;

/**
 * What turns `previous`, as it stands on a terminal of `columns`, into `next`. It moves only relative to the cursor, and
 * lets the terminal scroll by itself at its bottom, so that what stands above is never touched.
 */
export const paint = (previous: EditorScreen, next: EditorScreen, columns: number): string => {
  const difference = firstDifference(previous, next);
  if (!difference) return move(previous.cursor, next.cursor);
  const start = withRun(next, difference, columns);
  const opensRow = start.cell === 0 && start.row > 0;
  const at = opensRow
    ? { row: start.row - 1, column: 0 }
    : { row: start.row, column: widthOf((next.rows[start.row]?.cells ?? []).slice(0, start.cell)) };
  const erase = holdsMore(previous, start) ? eraseBelow : '';
  const { ansi, end } = printFrom(next, start);
  return move(previous.cursor, at) + (opensRow ? '\r\n' : '') + erase + ansi + move(end, next.cursor);
};

/** Takes the screen away; the cursor ends where its first row began. */
export const erase = ({ cursor }: EditorScreen): string => move(cursor, blankScreen.cursor) + eraseBelow;
