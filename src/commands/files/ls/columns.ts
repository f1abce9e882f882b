/** The columns of `ls -C` and `-x`, and the commas of `-m`, to the byte as GNU sets them. */
import { type Line, type Piece, plain } from '../../../term/style.ts';
import { cells } from '../../../term/width.ts';

/** The least that a column takes: a character and two spaces. */
const LEAST = 3;
const GAP = 2;

const widthsFor = (count: number, sizes: readonly number[], down: boolean): readonly number[] => {
  const rows = Math.ceil(sizes.length / count);
  const widths = new Array<number>(count).fill(LEAST);
  sizes.forEach((size, index) => {
    const column = down ? Math.floor(index / rows) : index % count;
    widths[column] = Math.max(widths[column] ?? LEAST, size + (column === count - 1 ? 0 : GAP));
  });
  return widths;
};

const fits = (widths: readonly number[], width: number): boolean => widths.reduce((sum, column) => sum + column, 0) < width;

/** The widths of as many columns as fit. */
const chooseWidths = (sizes: readonly number[], width: number, down: boolean): readonly number[] => {
  for (let count = Math.min(sizes.length, Math.max(1, Math.floor(width / LEAST))); count > 1; count--) {
    const widths = widthsFor(count, sizes, down);
    if (fits(widths, width)) return widths;
  }
  return [0];
};

/** Blanks from one column of the screen to another, with tabs that are `tab` wide among them; none for 0. */
const indent = (from: number, to: number, tab: number): string => {
  let blanks = '';
  for (let at = from; at < to; ) {
    const useTab = tab > 0 && Math.floor(to / tab) > Math.floor((at + 1) / tab);
    blanks += useTab ? '\t' : ' ';
    at += useTab ? tab - (at % tab) : 1;
  }
  return blanks;
};

/** Items in columns, downwards or across. */
export const inRows = (items: readonly Line[], width: number, down: boolean, tab: number): readonly Line[] => {
  const sizes = items.map((item) => cells(plain(item)));
  const widths = chooseWidths(sizes, width, down);
  const rows = Math.ceil(items.length / widths.length);
  return Array.from({ length: rows }, (_, row) => {
    const line: Piece[] = [];
    let at = 0;
    let start = 0;
    widths.forEach((columnWidth, column) => {
      const index = down ? column * rows + row : row * widths.length + column;
      const item = items[index];
      if (item) {
        if (start > at) line.push({ text: indent(at, start, tab) });
        line.push(...item);
        at = start + (sizes[index] ?? 0);
      }
      start += columnWidth;
    });
    return line;
  });
};

/** Items with commas between them, wrapped. */
export const withCommas = (items: readonly Line[], width: number): readonly Line[] => {
  const lines: Piece[][] = [[]];
  let at = 0;
  items.forEach((item, index) => {
    const size = cells(plain(item));
    if (index > 0) {
      const wraps = at + size + GAP >= width;
      lines.at(-1)?.push({ text: wraps ? ',' : ', ' });
      if (wraps) lines.push([]);
      at = wraps ? 0 : at + GAP;
    }
    lines.at(-1)?.push(...item);
    at += size;
  });
  return lines;
};
