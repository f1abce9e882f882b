/** How the board looks: tiles of squares, the cursor, and the line of the pair that was taken last. */
import type { Ground } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { block, type Hue, inkOf, ring, shape, squares, write } from '../stage/paint.ts';
import { COLUMNS, EMPTY, KINDS, lineOf, type Place, placeOf, ROWS } from './board.ts';
import { type Message, type Model, seatOf } from './model.ts';

/** Kinds of tiles differ by shape as well as colour. */
interface Shape {
  readonly hue: Hue;
  /** Where there is room for one character. */
  readonly glyph: string;
  /** Seven rows of seven squares, two hexadecimal digits each. */
  readonly rows: string;
}

const kind = (hue: Hue, glyph: string, rows: string): Shape => ({ hue, glyph, rows });

const shapes: readonly Shape[] = [
  kind('bad', '●', '3e7f7f7f7f7f3e'),
  kind('other', '■', '7f7f7f7f7f7f7f'),
  kind('accent', '◆', '083e7f7f7f3e08'),
  kind('other', '+', '1c1c7f7f7f1c1c'),
  kind('good', '▲', '081c1c3e3e7f7f'),
  kind('signal', '▼', '7f7f3e3e1c1c08'),
  kind('good', '♥', '637f7f7f3e1c08'),
  kind('bad', '✗', '63773e1c3e7763'),
];

/** Milliseconds for which the line of a pair is shown, and flashes. */
const SHOWN = 900;
const BEAT = 200;

/** Where tiles stand: `y`, `down` and `height` are squares, of which a cell has two. */
interface Measure extends Place {
  readonly across: number;
  readonly down: number;
  readonly width: number;
  readonly height: number;
  readonly isTurned: boolean;
  /** Squares of a shape; none where it is a letter. */
  readonly side: 7 | 6 | 0;
}

const measureFor = (columns: number, rows: number, isTurned: boolean): Measure => {
  const [wide, high] = isTurned ? [ROWS, COLUMNS] : [COLUMNS, ROWS];
  const margin = (room: number, taken: number): number => (room > taken + 1 ? 1 : 0);
  for (const [tile, side] of [
    [9, 7],
    [6, 6],
  ] as const) {
    const pitch = tile + 1;
    const [across, down] = [wide * pitch - 1, high * pitch - 1];
    if (across > columns || down > 2 * rows) continue;
    const place = { x: margin(columns, across), y: margin(2 * rows, down) };
    return { ...place, across: pitch, down: pitch, width: tile, height: tile, isTurned, side };
  }
  const down = 2 * Math.max(1, Math.min(3, Math.floor(rows / high)));
  const across = Math.max(2, Math.min(2 * down + 2, Math.floor((columns + 1) / wide)));
  return { x: 0, y: 0, across, down, width: across - 1, height: down - (down > 2 ? 1 : 0), isTurned, side: 0 };
};

/** The rows that a board takes on a canvas of this size. */
export const boardRows = (columns: number, rows: number, isTurned: boolean): number => {
  const { down, y } = measureFor(columns, rows, isTurned);
  return Math.min(rows, Math.ceil(((isTurned ? COLUMNS : ROWS) * down - 1 + 2 * y) / 2));
};

/** The top left square of a place's tile. */
const cornerOf = ({ x, y, across, down, isTurned }: Measure, place: Place): Place => {
  const [column, row] = isTurned ? [place.y, place.x] : [place.x, place.y];
  return { x: x + (column - 1) * across, y: y + (row - 1) * down };
};

/** Draws a tile; `on` is its ground when it is picked or taken. */
const drawTile = (canvas: Canvas, measure: Measure, { x, y }: Place, tile: string, on: Ground | undefined): void => {
  const { width, height, side } = measure;
  const look = shapes[KINDS.indexOf(tile)];
  if (!look) return;
  // A shape without a margin would hide its ground.
  const isBare = side === width;
  squares(canvas, x, y, width, height, isBare ? 'panel' : (on ?? 'raised'));
  if (isBare && on) ring(canvas, x, y, width, height, on, true);
  const inset = Math.floor((width - side) / 2);
  if (side !== 0) shape(canvas, x + inset, y + inset, look.rows, side, on && !isBare ? 'hole' : look.hue);
  else write(canvas, x + Math.floor((width - 1) / 2), Math.floor(y / 2) + Math.floor((height - 1) / 4), look.glyph, inkOf[look.hue], true);
};

const drawCursor = (canvas: Canvas, measure: Measure, place: Place): void => {
  const { width, height, side } = measure;
  if (side > 0) {
    ring(canvas, place.x, place.y, width, height, 'ink', false);
    return;
  }
  const row = Math.floor(place.y / 2) + Math.floor((height - 1) / 4);
  for (const [text, x] of [
    ['[', place.x],
    [']', place.x + width - 1],
  ] as const)
    write(canvas, x, row, text, 'bright', true);
};

/** Draws the line of the pair that was taken last, and its two tiles once more. */
const drawTrail = (canvas: Canvas, model: Model, measure: Measure): void => {
  const { table } = seatOf(model).client;
  const last = table?.last;
  const age = model.world.now - (last?.at ?? Number.NEGATIVE_INFINITY);
  if (!table || !last || age > SHOWN) return;
  const ground: Ground = age < BEAT ? 'ink' : last.side === table.side ? 'accent' : 'other';
  const thick = measure.side === 6 ? 2 : 1;
  const within = (value: number, room: number): number => Math.min(room - thick, Math.max(0, value));
  const points = (lineOf(last.before, last.pair) ?? []).map((place) => {
    const { x, y } = cornerOf(measure, place);
    return {
      x: within(x + Math.floor((measure.width - thick) / 2), canvas.columns),
      y: within(y + Math.floor((measure.height - thick) / 2), 2 * canvas.rows),
    };
  });
  points.forEach((to, index) => {
    const from = points[index - 1] ?? to;
    const [left, top] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    squares(canvas, left, top, Math.abs(from.x - to.x) + thick, Math.abs(from.y - to.y) + thick, ground);
  });
  for (const cell of last.pair) drawTile(canvas, measure, cornerOf(measure, placeOf(cell)), last.before[cell] ?? EMPTY, ground);
};

/** Draws the board of the visitor's match, or the places of one that is not dealt yet. */
export const drawBoard = (whole: Canvas<Message>, model: Model): void => {
  const { client } = seatOf(model);
  const measure = measureFor(whole.columns, whole.rows, model.isTurned);
  const columns = (model.isTurned ? ROWS : COLUMNS) * measure.across - 1 + 2 * measure.x;
  const canvas = whole.region(Math.max(0, Math.floor((whole.columns - columns) / 2)), 0, columns);
  const tiles = client.table?.tiles || EMPTY.repeat(COLUMNS * ROWS);
  block(canvas, 0, 0, columns, canvas.rows, 'panel');
  [...tiles].forEach((tile, cell) => {
    const corner = cornerOf(measure, placeOf(cell));
    const isPicked = cell === model.picked || client.claim?.pair.includes(cell);
    drawTile(canvas, measure, corner, tile, isPicked ? 'accent' : undefined);
    canvas.region(corner.x, Math.floor(corner.y / 2), measure.width, Math.ceil(measure.height / 2)).tap({ message: { kind: 'tap', cell } });
  });
  if (client.table?.isOn) drawCursor(canvas, measure, cornerOf(measure, placeOf(model.cursor)));
  drawTrail(canvas, model, measure);
};
