/** The few drawings that programs share: bars, charts, tables, paragraphs. */
import { wrap } from '../term/layout.ts';
import { type Line, line, type Style } from '../term/style.ts';
import { cells } from '../term/width.ts';
import type { Canvas } from './canvas.ts';

/** Left eighths of a cell (U+2588–258F), none to all. */
const eighthsAcross = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];
/** Lower eighths of a cell (U+2581–2588), none to all. */
const eighthsUp = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** A bar of `columns` cells filled to `fraction` (0 to 1), to an eighth of a cell. */
export const bar = (fraction: number, columns: number): string => {
  const eighths = Math.round(clamp(Number.isNaN(fraction) ? 0 : fraction, 0, 1) * columns * 8);
  const full = Math.floor(eighths / 8);
  return full === columns ? '█'.repeat(columns) : ('█'.repeat(full) + eighthsAcross[eighths % 8]).padEnd(columns);
};

/** What a gauge shows beside its bar. */
export interface GaugeLabels {
  readonly label?: string;
  /** Cells kept for the label, so that gauges below each other line up. */
  readonly labelColumns?: number;
  /** At the right, e.g. `41 %`. */
  readonly value?: string;
  readonly style?: Style;
}

/** A row with a label, a bar filled to `fraction`, and a value. */
export const gauge = (
  canvas: Canvas,
  y: number,
  fraction: number,
  { label = '', labelColumns, value = '', style }: GaugeLabels = {},
): void => {
  const left = label === '' && labelColumns === undefined ? 0 : (labelColumns ?? cells(label)) + 1;
  canvas.region(0, y, left, 1).put(0, 0, label);
  const right = value === '' ? canvas.columns : canvas.right(y, value) - 1;
  const columns = Math.max(0, right - left);
  const filled = bar(fraction, columns);
  canvas.put(left, y, '░'.repeat(columns), { role: 'muted' });
  canvas.put(left, y, filled.trimEnd(), style ?? { role: 'good' });
};

/** The newest of `values` that fit, oldest first, as bars over the whole region; one row makes a sparkline. `top` is the value of a full bar. */
export const chart = (canvas: Canvas, values: readonly number[], style: Style = { role: 'accent' }, top?: number): void => {
  const shown = values.slice(-canvas.columns);
  const full = top ?? shown.reduce((most, value) => Math.max(most, value), 0);
  shown.forEach((value, x) => {
    const eighths = full > 0 ? Math.round(clamp(value / full, 0, 1) * canvas.rows * 8) : 0;
    for (let y = 0; y < canvas.rows; y++) {
      const glyph = eighthsUp[clamp(eighths - (canvas.rows - 1 - y) * 8, 0, 8)] ?? ' ';
      if (glyph !== ' ') canvas.put(x, y, glyph, style);
    }
  });
};

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** This one takes the room that is left, or gives way when there is too little. */
  readonly flexible?: boolean;
}

/** A cell of a table: its text, and how it looks if it is not plain. */
export type TableCell = string | readonly [text: string, style: Style];

const textOf = (cell: TableCell | undefined): string => (typeof cell === 'string' ? cell : (cell?.[0] ?? ''));

const widths = (columns: readonly Column[], rows: readonly (readonly TableCell[])[], room: number): number[] => {
  const natural = columns.map(({ title }, index) => rows.reduce((most, row) => Math.max(most, cells(textOf(row[index]))), cells(title)));
  const total = natural.reduce((sum, width) => sum + width, 0) + 2 * (columns.length - 1);
  return natural.map((width, index) => (columns[index]?.flexible ? Math.max(0, width + room - total) : width));
};

/** A table with its titles in the first row; what does not fit is cut off. Row `selected` is shown in inverse. */
export const table = (canvas: Canvas, columns: readonly Column[], rows: readonly (readonly TableCell[])[], selected?: number): void => {
  const size = widths(columns, rows, canvas.columns);
  const drawRow = (y: number, row: readonly TableCell[], style?: Style): void => {
    let x = 0;
    columns.forEach(({ align }, index) => {
      const width = size[index] ?? 0;
      const cell = row[index] ?? '';
      const look = style ?? (typeof cell === 'string' ? undefined : cell[1]);
      const area = canvas.region(x, y, width, 1);
      if (align === 'right') area.right(0, textOf(cell), look);
      else area.put(0, 0, textOf(cell), look);
      x += width + 2;
    });
  };
  drawRow(
    0,
    columns.map(({ title }) => title),
    { role: 'muted' },
  );
  rows.slice(0, canvas.rows - 1).forEach((row, index) => {
    if (index === selected) canvas.region(0, index + 1, canvas.columns, 1).fill(' ', { inverse: true });
    drawRow(index + 1, row, index === selected ? { inverse: true } : undefined);
  });
};

/** Paragraphs wrapped by words, with an empty row between them; answers the row after the last one. */
export const prose = (canvas: Canvas, y: number, paragraphs: readonly (string | Line)[], style?: Style): number => {
  for (const paragraph of paragraphs) {
    for (const row of wrap(typeof paragraph === 'string' ? line(paragraph, style) : paragraph, canvas.columns)) canvas.line(0, y++, row);
    y++;
  }
  return y;
};

/** The region in `count` columns side by side, `gap` cells apart. */
export const across = <Message>(canvas: Canvas<Message>, count: number, gap = 1): Canvas<Message>[] => {
  const edge = (index: number): number => Math.round((index * (canvas.columns + gap)) / count);
  return Array.from({ length: count }, (_, index) => canvas.region(edge(index), 0, edge(index + 1) - gap - edge(index)));
};

/** The region in `count` rows below each other, `gap` cells apart. */
export const down = <Message>(canvas: Canvas<Message>, count: number, gap = 0): Canvas<Message>[] => {
  const edge = (index: number): number => Math.round((index * (canvas.rows + gap)) / count);
  return Array.from({ length: count }, (_, index) => canvas.region(0, edge(index), canvas.columns, edge(index + 1) - gap - edge(index)));
};
