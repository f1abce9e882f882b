/** The last rows of a program: its keys, as many as fit, each of which a tap presses. */
import { cells } from '../term/width.ts';
import type { Canvas } from './canvas.ts';
import { chordLabel } from './label.ts';
import type { Binding } from './program.ts';

/** More rows than this would crowd the program out of a small screen. */
const MAX_ROWS = 2;
const GAP = 2;

interface Item {
  readonly label: string;
  readonly summary: string;
  readonly chord: string;
}

const itemCells = ({ label, summary }: Item): number => cells(label) + 1 + cells(summary) + GAP;

/** The items in rows no wider than `columns`. */
const pack = (items: readonly Item[], columns: number): Item[][] => {
  const rows: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const row = rows[rows.length - 1];
    if (row && itemCells(item) <= room) row.push(item);
    else {
      rows.push([item]);
      room = columns + GAP;
    }
    room -= itemCells(item);
  }
  return rows;
};

/**
 * The footer's rows. The runner's `own` keys, among them help and leave, are always there; of the program's, those at the
 * table's end give way when there is no room.
 */
export const footerItems = (
  bindings: readonly Binding<unknown>[],
  own: readonly Binding<unknown>[],
  columns: number,
): readonly (readonly Item[])[] => {
  const items = (table: readonly Binding<unknown>[]): Item[] =>
    table
      .filter(({ quiet }) => !quiet)
      .map(({ chords: [chord = ''], label = chordLabel(chord), summary, short = summary }) => ({
        chord,
        label,
        summary: short,
      }));
  const shown = items(bindings);
  let rows = pack([...shown, ...items(own)], columns);
  while (rows.length > MAX_ROWS && shown.length > 0) {
    shown.pop();
    rows = pack([...shown, ...items(own)], columns);
  }
  return rows;
};

/** Draws the footer from the canvas's top on. */
export const drawFooter = (rows: readonly (readonly Item[])[], canvas: Canvas<unknown>): void => {
  rows.forEach((items, y) => {
    let x = 0;
    for (const item of items) {
      const after = canvas.put(canvas.put(x, y, item.label, { role: 'accent', bold: true }) + 1, y, item.summary, { role: 'muted' });
      canvas.region(x, y, after - x, 1).tap({ chord: item.chord });
      x = after + GAP;
    }
  });
};
