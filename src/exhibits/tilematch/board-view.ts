/** How the board looks: tiles, cursor, and the line of the pair that was taken last. */
import type { Role, Style } from '../../term/style.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { COLUMNS, EMPTY, KINDS, lineOf, type Place, placeOf, ROWS } from './board.ts';
import type { Client } from './client.ts';
import { type Message, type Model, seatOf } from './model.ts';

/** A kind of tile differs from the others by shape as well as colour. */
const shapes: readonly (readonly [string, Role])[] = [
  ['●', 'bad'],
  ['■', 'link'],
  ['▲', 'good'],
  ['▼', 'warn'],
  ['◆', 'accent'],
  ['★', 'string'],
  ['✚', 'heading'],
  ['✿', 'operator'],
];

/** Milliseconds for which the line of a pair is shown. */
const SHOWN = 900;

/** Cells of a tile. */
interface Measure {
  readonly width: number;
  readonly height: number;
  /** Of the ring around the board, where lines may run. */
  readonly ring: number;
}

const measures: readonly Measure[] = [
  { width: 7, height: 3, ring: 3 },
  { width: 4, height: 2, ring: 2 },
  { width: 4, height: 1, ring: 2 },
];

const columnsOf = ({ width, ring }: Measure): number => COLUMNS * width + 2 * ring;
const rowsOf = ({ height }: Measure): number => ROWS * height + 2;

const measureFor = (columns: number, rows: number): Measure =>
  measures.find((measure) => columnsOf(measure) <= columns && rowsOf(measure) <= rows) ?? (measures[measures.length - 1] as Measure);

/** The rows that a board takes on a canvas of this size. */
export const boardRows = (columns: number, rows: number): number => rowsOf(measureFor(columns, rows));

const along = (at: number, size: number, count: number, ring: number): number => {
  if (at < 1) return Math.floor(ring / 2);
  if (at > count) return ring + count * size + Math.floor(ring / 2);
  return ring + (at - 1) * size + Math.floor(size / 2);
};

const centre = ({ x, y }: Place, { width, height, ring }: Measure): Place => ({
  x: along(x, width, COLUMNS, ring),
  y: along(y, height, ROWS, 1),
});

const drawStroke = (canvas: Canvas, from: Place, to: Place, style: Style): void => {
  const [dx, dy] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)];
  for (let { x, y } = from; x !== to.x || y !== to.y; x += dx, y += dy) canvas.put(x, y, dx === 0 ? '│' : '─', style);
};

const corner = (before: Place, at: Place, after: Place): string => {
  const [up, left] = [before.y < at.y || after.y < at.y, before.x < at.x || after.x < at.x];
  if (up) return left ? '╯' : '╰';
  return left ? '╮' : '╭';
};

const drawTrail = (canvas: Canvas, { table }: Client, now: number, measure: Measure): void => {
  const last = table?.last;
  if (!table || !last || now - last.at > SHOWN) return;
  const points = (lineOf(last.before, last.pair) ?? []).map((place) => centre(place, measure));
  const style: Style = { role: last.side === table.side ? 'good' : 'bad', bold: true };
  points.forEach((point, i) => {
    const before = points[i - 1];
    if (before) drawStroke(canvas, before, point, style);
  });
  points.forEach((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (before && after) canvas.put(point.x, point.y, corner(before, point, after), style);
  });
  for (const end of [points[0], points[points.length - 1]]) if (end) canvas.put(end.x, end.y, '∙', style);
};

const drawTile = (area: Canvas, tile: string, isPicked: boolean, isAimed: boolean): void => {
  const [shape, role] = shapes[KINDS.indexOf(tile)] ?? [' ', 'muted'];
  const style: Style = { role, bold: true, ...(isPicked ? { inverse: true } : {}) };
  const isBoxed = area.rows >= 3;
  if (tile !== EMPTY && isBoxed) area.box('', isAimed || isPicked ? { role: 'title', bold: true } : { role: 'muted' });
  const y = Math.floor(area.rows / 2);
  const [left, right] = isAimed ? '[]' : '  ';
  area.put(
    Math.floor(area.columns / 2) - 1,
    y,
    `${left}${shape}${right}`,
    isAimed && tile === EMPTY ? { role: 'title', bold: true } : style,
  );
};

/** Draws the board of the visitor's match in the middle of the canvas. */
export const drawBoard = (canvas: Canvas<Message>, model: Model): void => {
  const { client } = seatOf(model);
  const { table } = client;
  const measure = measureFor(canvas.columns, canvas.rows);
  const board = canvas.region((canvas.columns - columnsOf(measure)) / 2, 0, columnsOf(measure), rowsOf(measure));
  if (!table || table.round === 0) return;
  [...table.tiles].forEach((tile, cell) => {
    const { x, y } = placeOf(cell);
    const { width, height, ring } = measure;
    const area = board.region(ring + (x - 1) * width, 1 + (y - 1) * height, width, height);
    const isPicked = cell === model.picked || (client.claim?.pair.includes(cell) ?? false);
    drawTile(area, tile, isPicked, cell === model.cursor);
    area.tap({ message: { kind: 'tap', cell } });
  });
  drawTrail(board, client, model.world.now, measure);
};
