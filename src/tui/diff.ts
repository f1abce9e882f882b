/** From one frame to the next: the shortest sensible output that changes the terminal from the one into the other. */
import { cursorTo, eraseRight, eraseScreen, hideCursor, paint, showCursor } from '../term/ansi.ts';
import type { Style } from '../term/style.ts';
import { Canvas, type Cell } from './canvas.ts';

/** Cells that did not change are sent again rather than jumped over when they are as few as a jump's own length. */
const GAP = 6;

const sameStyle = (a: Style | undefined, b: Style | undefined): boolean =>
  a === b ||
  (a?.role === b?.role &&
    a?.ground === b?.ground &&
    a?.half === b?.half &&
    a?.sample?.text === b?.sample?.text &&
    a?.sample?.ground === b?.sample?.ground &&
    !a?.bold === !b?.bold &&
    !a?.underline === !b?.underline &&
    !a?.inverse === !b?.inverse &&
    a?.run === b?.run &&
    a?.href === b?.href);

const sameCell = (a: Cell, b: Cell): boolean => a === b || (a.text === b.text && sameStyle(a.style, b.style));

/** The stretches of row `y` that differ, from their first column up to the one after their last. */
const changes = (before: Canvas, after: Canvas, y: number): [from: number, to: number][] => {
  const found: [number, number][] = [];
  for (let x = 0; x < after.columns; x++) {
    if (sameCell(before.at(x, y), after.at(x, y))) continue;
    const last = found[found.length - 1];
    if (last && x - last[1] <= GAP) last[1] = x + 1;
    else found.push([x, x + 1]);
  }
  return found;
};

/** A stretch must not begin or end inside a wide grapheme. */
const whole = (after: Canvas, y: number, from: number, to: number): [from: number, to: number] => [
  after.at(from, y).text === '' ? from - 1 : from,
  to < after.columns && after.at(to, y).text === '' ? to + 1 : to,
];

/** The column from which the row is empty up to its right edge. */
const contentEnd = (canvas: Canvas, y: number): number => {
  let end = canvas.columns;
  while (end > 0 && sameCell(canvas.at(end - 1, y), { text: ' ', style: undefined })) end--;
  return end;
};

const drawRow = (before: Canvas, after: Canvas, y: number): string => {
  const end = contentEnd(after, y);
  let output = '';
  for (const change of changes(before, after, y)) {
    const [from, to] = whole(after, y, ...change);
    const drawn = after.pieces(y, from, Math.min(to, end)).map(paint).join('');
    // Erased cells, unlike written spaces, are left out when a user copies the row.
    output += cursorTo(y, from) + drawn + (to > end ? eraseRight : '');
  }
  return output;
};

/** The trusted output that shows `after` where `before` is shown; without `before`, or at another size, on an erased screen. */
export const diff = (before: Canvas | undefined, after: Canvas): string => {
  const kept = before?.columns === after.columns && before.rows === after.rows ? before : undefined;
  const from = kept ?? Canvas.blank(after.columns, after.rows);
  let output = kept ? '' : hideCursor + eraseScreen;
  for (let y = 0; y < after.rows; y++) output += drawRow(from, after, y);
  const { cursor } = after;
  if (!cursor) return kept?.cursor ? hideCursor + output : output;
  const moved = output !== '' || kept?.cursor?.x !== cursor.x || kept.cursor.y !== cursor.y;
  return moved ? output + cursorTo(cursor.y, cursor.x) + showCursor : output;
};
