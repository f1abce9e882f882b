/** How the board looks: tiles of whole cells, the cursor, and the line of the pair that was taken last. */
import type { Ground, Role } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { block, inkOf, sprite, write } from '../stage/paint.ts';
import { COLUMNS, EMPTY, KINDS, lineOf, type Place, placeOf, ROWS } from './board.ts';
import { type Message, type Model, seatOf } from './model.ts';

/** A kind of tile differs from the others by shape as well as colour. */
interface Shape {
  readonly hue: 'good' | 'bad' | 'other' | 'signal' | 'accent';
  /** Where there is room for one character. */
  readonly glyph: string;
  readonly small: readonly string[];
  readonly large: readonly string[];
}

const shape = (hue: Shape['hue'], glyph: string, small: string, large: string): Shape => ({
  hue,
  glyph,
  small: small.split(' '),
  large: large.split(' '),
});

const shapes: readonly Shape[] = [
  shape('bad', '●', '.##. #### .##.', '..###.. ####### ####### ..###..'),
  shape('other', '■', '#### #### ####', '####### ####### ####### #######'),
  shape('accent', '○', '.##. #..# .##.', '.#####. ##...## ##...## .#####.'),
  shape('signal', '□', '#### #..# ####', '####### ##...## ##...## #######'),
  shape('good', '▲', '.##. .##. ####', '...#... ..###.. .#####. #######'),
  shape('signal', '▼', '#### .##. .##.', '####### .#####. ..###.. ...#...'),
  shape('good', '♥', '#..# #### .##.', '.##.##. ####### .#####. ...#...'),
  shape('bad', '✗', '#..# .##. #..#', '##...## ..###.. ..###.. ##...##'),
];

/** Milliseconds for which the line of a pair is shown, and flashes. */
const SHOWN = 900;
const BEAT = 200;

/** The distances of tiles, and the room around them. */
interface Measure extends Place {
  readonly across: number;
  readonly down: number;
}

const measureFor = (columns: number, rows: number): Measure => {
  const down = Math.max(1, Math.min(5, Math.floor((rows + 1) / ROWS)));
  const across = Math.max(2, Math.min(down > 2 ? 2 * down : 3 + 3 * down, Math.floor((columns + 1) / COLUMNS)));
  const spare = (all: number, pitch: number, count: number): number => Math.max(0, Math.floor((all - pitch * count + 1) / 2));
  return { across, down, x: Math.min(2, spare(columns, across, COLUMNS)), y: Math.min(1, spare(rows, down, ROWS)) };
};

/** The rows that a board takes on a canvas of this size. */
export const boardRows = (columns: number, rows: number): number => {
  const { down, y } = measureFor(columns, rows);
  return Math.min(rows, ROWS * down - (down > 2 ? 1 : 0) + 2 * y);
};

const areaOf = (canvas: Canvas<Message>, { across, down, x, y }: Measure, cell: number): Canvas<Message> => {
  const place = placeOf(cell);
  return canvas.region(x + (place.x - 1) * across, y + (place.y - 1) * down, across - 1, down - (down > 2 ? 1 : 0));
};

const drawTile = (area: Canvas, tile: string, on: Ground | undefined): void => {
  const { columns, rows } = area;
  const kind = shapes[KINDS.indexOf(tile)];
  block(area, 0, 0, columns, rows, on ?? (kind ? 'raised' : 'panel'));
  if (!kind) return;
  const rowsOfShape = columns >= 9 && rows >= 4 ? kind.large : columns >= 4 && rows >= 3 ? kind.small : undefined;
  const [x, y] = [Math.floor((columns - (rowsOfShape?.[0]?.length ?? 1)) / 2), Math.floor((rows - (rowsOfShape?.length ?? 1)) / 2)];
  if (rowsOfShape) sprite(area, x, y, rowsOfShape, on ? 'hole' : kind.hue);
  else write(area, x, y, kind.glyph, on ? 'on' : inkOf[kind.hue], true);
};

/** Brackets tell where the cursor is without a colour. */
const drawCursor = (area: Canvas): void => {
  const role: Role = 'bright';
  const y = Math.floor((area.rows - 1) / 2);
  for (const [x, text] of [
    [0, '['],
    [area.columns - 1, ']'],
  ] as const) {
    if (area.columns > 4) block(area, x, 0, 1, area.rows, 'hole');
    write(area, x, y, text, role, true);
  }
};

/** Draws the line of the pair that was taken last, and its two tiles once more. */
const drawTrail = (canvas: Canvas<Message>, model: Model, measure: Measure): void => {
  const { table } = seatOf(model).client;
  const last = table?.last;
  const age = model.world.now - (last?.at ?? Number.NEGATIVE_INFINITY);
  if (!table || !last || age > SHOWN) return;
  const ground: Ground = age < BEAT ? 'ink' : last.side === table.side ? 'accent' : 'other';
  const { across, down } = measure;
  const thick = across > 5 ? 2 : 1;
  const middle = ({ x, y }: Place): Place => ({
    x: Math.min(canvas.columns - thick, Math.max(0, measure.x + (x - 1) * across + Math.floor((across - 1 - thick) / 2))),
    y: Math.min(canvas.rows - 1, Math.max(0, measure.y + (y - 1) * down + Math.floor((down - 1) / 2))),
  });
  const points = (lineOf(last.before, last.pair) ?? []).map(middle);
  points.forEach((to, index) => {
    const from = points[index - 1] ?? to;
    const [left, top] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    block(canvas, left, top, Math.abs(from.x - to.x) + thick, Math.abs(from.y - to.y) + 1, ground);
  });
  for (const cell of last.pair) drawTile(areaOf(canvas, measure, cell), last.before[cell] ?? EMPTY, ground);
};

/** Draws the board of the visitor's match, or the places of one that is not dealt yet. */
export const drawBoard = (whole: Canvas<Message>, model: Model): void => {
  const { client } = seatOf(model);
  const measure = measureFor(whole.columns, whole.rows);
  const columns = COLUMNS * measure.across - 1 + 2 * measure.x;
  const canvas = whole.region(Math.max(0, Math.floor((whole.columns - columns) / 2)), 0, columns);
  const tiles = client.table?.tiles || EMPTY.repeat(COLUMNS * ROWS);
  block(canvas, 0, 0, columns, canvas.rows, 'panel');
  [...tiles].forEach((tile, cell) => {
    const area = areaOf(canvas, measure, cell);
    const isPicked = cell === model.picked || client.claim?.pair.includes(cell);
    if (tile !== EMPTY) drawTile(area, tile, isPicked ? 'accent' : undefined);
    area.tap({ message: { kind: 'tap', cell } });
  });
  drawTrail(canvas, model, measure);
  if (client.table?.isOn) drawCursor(areaOf(canvas, measure, model.cursor));
};
