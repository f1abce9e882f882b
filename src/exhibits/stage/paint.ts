/** Shapes of whole cells: blocks, words on them, digits, meters, comets, cards. */
import { clean } from '../../term/clean.ts';
import type { Ground, Role, Style } from '../../term/style.ts';
import { cells, graphemes } from '../../term/width.ts';
import type { Canvas } from '../../tui/canvas.ts';

/** A colour by its meaning. */
export type Hue = 'accent' | 'good' | 'bad' | 'other' | 'signal';

/**
 * What stands in the cells of a ground, for those who see no colours; surfaces are empty. Plain letters, since a font's own blocks
 * reach a little over the edges of a cell.
 */
const glyphs: Partial<Record<Ground, string>> = {
  ink: '#',
  waits: '.',
  accent: '#',
  good: '#',
  bad: 'x',
  other: 'o',
  signal: '|',
};

/** Grounds on which text has the background's colour. */
const full: ReadonlySet<Ground> = new Set(['ink', 'waits', 'accent', 'good', 'bad', 'other', 'signal']);

/** The soft shade of a colour. */
export const soft: Readonly<Record<Hue, Ground>> = {
  accent: 'accentSoft',
  good: 'goodSoft',
  bad: 'badSoft',
  other: 'otherSoft',
  signal: 'panel',
};

/** Text in a colour. */
export const inkOf: Readonly<Record<Hue, Role>> = { accent: 'lit', good: 'good', bad: 'bad', other: 'other', signal: 'signal' };

const styles = new Map<string, Style>();

/** One object for each look, so that neighbours that look the same are one piece of output. */
const styleOf = (ground: Ground | undefined, role: Role | undefined, bold = false, half?: Ground): Style => {
  const key = `${ground}.${role}.${bold}.${half}`;
  const known = styles.get(key);
  if (known) return known;
  const style: Style = { ...(ground ? { ground } : {}), ...(role ? { role } : {}), ...(bold ? { bold } : {}), ...(half ? { half } : {}) };
  styles.set(key, style);
  return style;
};

/** A rectangle of cells. */
export const block = (canvas: Canvas, x: number, y: number, columns: number, rows: number, ground: Ground): void =>
  canvas.region(x, y, columns, rows).fill(glyphs[ground] ?? ' ', styleOf(ground, undefined));

const UPPER = '▀';
const LOWER = '▄';

/** A cell's text and style. */
type Look = readonly [text: string, style: Style];

/** How a cell looks whose halves have these grounds. */
const halves = (upper: Ground | undefined, lower: Ground | undefined): Look => {
  if (upper === lower) return [(upper && glyphs[upper]) ?? ' ', styleOf(upper, undefined)];
  // Without colours a block stands for a colour, not for a surface. A lower one is bold: a page draws both as grounds, and knows it by that.
  const isLower = upper === undefined || (full.has(lower ?? 'panel') && !full.has(upper));
  return isLower ? [LOWER, styleOf(upper, undefined, true, lower)] : [UPPER, styleOf(lower, undefined, false, upper)];
};

const looks = new Map<string, Look>();

const lookOf = (upper: Ground | undefined, lower: Ground | undefined): Look => {
  const key = `${upper} ${lower}`;
  const look = looks.get(key) ?? halves(upper, lower);
  looks.set(key, look);
  return look;
};

/** A rectangle of squares, each half a cell: `y` and `rows` count half rows. */
export const squares = (canvas: Canvas, x: number, y: number, columns: number, rows: number, ground: Ground): void => {
  for (let row = Math.floor(y / 2); 2 * row < y + rows; row++) {
    const [isUpper, isLower] = [2 * row >= y, 2 * row + 1 < y + rows];
    if (isUpper && isLower) {
      block(canvas, x, row, columns, 1, ground);
      continue;
    }
    for (let column = x; column < x + columns; column++) {
      const { text, style } = canvas.at(column, row);
      const other = style?.half !== undefined && text === (isUpper ? LOWER : UPPER) ? style.half : style?.ground;
      const look = isUpper ? lookOf(ground, other) : lookOf(other, ground);
      canvas.dot(column, row, ...look);
    }
  }
};

/**
 * A shape of seven rows of seven squares, two hexadecimal digits each; on a side of six without the middle row, and with the
 * middle column in both its neighbours.
 */
export const shape = (canvas: Canvas, x: number, y: number, rows: string, side: 7 | 6, ground: Ground): void => {
  const numbers = [...rows.matchAll(/../g)].map(([row]) => Number.parseInt(row, 16));
  if (side === 6) numbers.splice(3, 1);
  numbers.forEach((row, down) => {
    const middle = (row >> 3) & 1;
    const bits = side === 7 ? row : (((row >> 4) | middle) << 3) | (row & 7) | (middle << 2);
    let run = 0;
    for (let column = 0; column <= side; column++) {
      if (bits & (1 << (side - 1 - column))) run++;
      else {
        squares(canvas, x + column - run, y + down, run, 1, ground);
        run = 0;
      }
    }
  });
};

/** Around a rectangle of squares: all the way, or at its corners. */
export const ring = (canvas: Canvas, x: number, y: number, columns: number, rows: number, ground: Ground, isWhole: boolean): void => {
  const [right, bottom] = [x + columns, y + rows];
  for (const edge of [y - 1, bottom]) {
    if (isWhole) squares(canvas, x - 1, edge, columns + 2, 1, ground);
    for (const start of [x - 1, right - 1]) squares(canvas, start, edge, 2, 1, ground);
  }
  for (const edge of [x - 1, right]) {
    if (isWhole) squares(canvas, edge, y - 1, 1, rows + 2, ground);
    for (const start of [y - 1, bottom - 1]) squares(canvas, edge, start, 1, 2, ground);
  }
};

const roleOn = (ground: Ground | undefined, role: Role | undefined): Role | undefined => {
  if (ground === undefined) return role === 'quiet' ? 'muted' : role === 'bright' ? 'title' : role === 'text' ? undefined : role;
  if (full.has(ground)) return 'on';
  // A soft shade says which colour is meant; words in that colour would be too near to it in a light theme.
  if (ground.endsWith('Soft')) return role === 'quiet' || role === 'bright' ? role : 'text';
  return role ?? 'text';
};

/** Words on whatever ground is there; answers the column after them. Without a role they are plain; `quiet`, `bright` and colours fit the ground. */
export const write = (canvas: Canvas, x: number, y: number, text: string, role?: Role, bold = false): number => {
  let at = Math.trunc(x);
  // A control character is shown as several cells.
  for (const grapheme of graphemes(clean(text))) {
    const { ground } = canvas.at(at, Math.trunc(y)).style ?? {};
    canvas.put(at, y, grapheme, styleOf(ground, roleOn(ground, role), bold));
    at += cells(grapheme);
  }
  return at;
};

/** Words against the right edge, or against column `end`; answers the column where they begin. */
export const writeRight = (canvas: Canvas, y: number, text: string, role?: Role, bold = false, end = canvas.columns): number => {
  write(canvas, end - cells(text), y, text, role, bold);
  return end - cells(text);
};

/** Words in the middle of a stretch of a row. */
export const writeMiddle = (canvas: Canvas, x: number, columns: number, y: number, text: string, role?: Role, bold = false): void =>
  void write(canvas, x + Math.max(0, Math.floor((columns - cells(text)) / 2)), y, text, role, bold);

/** As much of the words as fits, with an ellipsis where they are cut. */
export const cut = (raw: string, columns: number): string => {
  const text = clean(raw);
  if (cells(text) <= columns) return text;
  let kept = '';
  for (const grapheme of graphemes(text)) {
    if (cells(kept) + cells(grapheme) > columns - 1) break;
    kept += grapheme;
  }
  return columns > 0 ? `${kept}…` : '';
};

/** Digits as three columns of five rows: a bit a place, the highest the top left one. */
const digits: Readonly<Record<string, number>> = {
  0: 0b111_101_101_101_111,
  1: 0b110_010_010_010_111,
  2: 0b111_001_111_100_111,
  3: 0b111_001_111_001_111,
  4: 0b101_101_111_001_001,
  5: 0b111_100_111_001_111,
  6: 0b111_100_111_101_111,
  7: 0b111_001_001_001_001,
  8: 0b111_101_111_101_111,
  9: 0b111_101_111_001_111,
  '-': 0b000_000_111_000_000,
};

/** Rows of a large digit. */
export const DIGIT_ROWS = 5;
/** Columns of the three parts of a digit: strokes are as thick across as down, or half as thick where there is little room. */
const STROKES = { wide: [2, 1, 2], narrow: [1, 2, 1] } as const;

/** A number in large digits, from a row or half a row on; `.` and `,` are one place at the bottom. Answers the column after it. */
export const large = (
  canvas: Canvas,
  x: number,
  y: number,
  text: string,
  ground: Ground,
  strokes: keyof typeof STROKES = 'wide',
): number => {
  const widths = STROKES[strokes];
  const digit = widths.reduce((sum: number, width) => sum + width, 1);
  let at = x;
  for (const character of text) {
    const bits = digits[character];
    if (bits === undefined) {
      if (character !== ' ') squares(canvas, at, 2 * (y + DIGIT_ROWS - 1), 2, 2, ground);
      at += 3;
      continue;
    }
    for (let row = 0; row < DIGIT_ROWS; row++) {
      let column = at;
      widths.forEach((width, part) => {
        if (bits & (1 << (14 - row * 3 - part))) squares(canvas, column, 2 * (y + row), width, 2, ground);
        column += width;
      });
    }
    at += digit;
  }
  return at;
};

/** Columns of a number in large digits. */
export const largeColumns = (text: string, strokes: keyof typeof STROKES = 'wide'): number =>
  [...text].reduce((sum, character) => sum + (character in digits ? (strokes === 'wide' ? 6 : 5) : 3), -1);

/** A bar filled to a share of its columns. */
export const meter = (
  canvas: Canvas,
  x: number,
  y: number,
  columns: number,
  share: number,
  ground: Ground,
  back: Ground = 'raised',
): void => {
  const filled = Math.round(Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)) * columns);
  block(canvas, x, y, columns, 1, back);
  block(canvas, x, y, filled, 1, ground);
};

/** The newest values as columns that stand on the bottom, `top` being a full one; a value of nothing is still a cell. */
export const sparkline = (canvas: Canvas, values: readonly number[], ground: Ground, top?: number): void => {
  const shown = values.slice(-canvas.columns);
  const most = top ?? shown.reduce((high, value) => Math.max(high, value), 0);
  shown.forEach((value, x) => {
    const height = Math.max(1, Math.round((most > 0 ? Math.min(1, value / most) : 0) * canvas.rows));
    block(canvas, x, canvas.rows - height, 1, height, ground);
  });
};

/** What moves along a row: a head with a label, and what it leaves behind. `place` is from 0, where it began, to 1. */
export const comet = (
  canvas: Canvas,
  y: number,
  from: number,
  to: number,
  place: number,
  { hue, label = '', rows = 1 }: { readonly hue: Hue; readonly label?: string; readonly rows?: number },
): void => {
  const width = Math.max(2, cells(label) + (label === '' ? 0 : 2));
  const way = Math.max(0, Math.abs(to - from) + 1 - width);
  const gone = Math.round(Math.min(1, Math.max(0, place)) * way);
  const left = to >= from ? from : from - width + 1 - gone;
  const middle = y + Math.floor((rows - 1) / 2);
  if (to >= from) block(canvas, left, middle, gone, 1, soft[hue]);
  else block(canvas, left + width, middle, gone, 1, soft[hue]);
  const head = to >= from ? left + gone : left;
  block(canvas, head, y, width, rows, hue);
  if (label !== '') write(canvas, head + 1, middle, label, 'on', true);
};

/** A sign that something has ended well or badly: ` ✓ `, ` ✗ `. */
export const stamp = (canvas: Canvas, x: number, y: number, isGood: boolean, columns = 3): void => {
  block(canvas, x, y, columns, 1, isGood ? 'good' : 'bad');
  writeMiddle(canvas, x, columns, y, isGood ? '✓' : '✗', 'on', true);
};

/** A panel with an edge in a colour; answers what is inside. */
export const card = <Message>(canvas: Canvas<Message>, edge: Ground, ground: Ground = 'panel'): Canvas<Message> => {
  block(canvas, 0, 0, canvas.columns, canvas.rows, ground);
  block(canvas, 0, 0, 1, canvas.rows, edge);
  return canvas.region(2, 0, canvas.columns - 3);
};

/** A row of a name at the left and a state at the right, the state giving way. */
export const heading = (canvas: Canvas, y: number, name: string, state: string, role: Role = 'quiet'): void => {
  const after = write(canvas, 0, y, cut(name, canvas.columns), undefined, true);
  const room = canvas.columns - after - 1;
  if (room > 3) writeRight(canvas, y, cut(state, room), role);
};
