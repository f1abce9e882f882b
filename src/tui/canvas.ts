/** A rectangle of character cells to draw on: the whole screen or any region of it. */
import { clean } from '../term/clean.ts';
import type { Line, Piece, Style } from '../term/style.ts';
import { cells, graphemes } from '../term/width.ts';

/** One cell. The right half of a wide grapheme holds the empty text. */
export interface Cell {
  readonly text: string;
  readonly style: Style | undefined;
}

/** What a tap on an area does: it presses a key, or sends a message. */
export type Target<Message> = { readonly chord: string } | { readonly message: Message };

/** A place on the screen, in cells from the top left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Area<Message> extends Point {
  readonly columns: number;
  readonly rows: number;
  readonly target: Target<Message>;
}

const blank: Cell = { text: ' ', style: undefined };

/** All the cells of one frame, shared by its regions. */
interface Sheet<Message> {
  readonly columns: number;
  readonly cells: Cell[];
  readonly areas: Area<Message>[];
  cursor: Point | undefined;
}

/** The pieces of a frame, and how a box is drawn from them (U+2500 box drawing). */
const frame = { topLeft: '╭', topRight: '╮', bottomLeft: '╰', bottomRight: '╯', across: '─', down: '│' } as const;

const piece = (text: string, style: Style | undefined): Piece => (style ? { text, style } : { text });

/**
 * A region of the screen. Coordinates are cells from its own top left corner, fractions dropped; whatever falls outside
 * is clipped, so a drawing that fits a large screen harms nothing on a small one.
 */
export class Canvas<Message = unknown> {
  readonly columns: number;
  readonly rows: number;
  readonly #sheet: Sheet<Message>;
  readonly #x: number;
  readonly #y: number;

  private constructor(sheet: Sheet<Message>, x: number, y: number, columns: number, rows: number) {
    this.#sheet = sheet;
    this.#x = x;
    this.#y = y;
    this.columns = columns;
    this.rows = rows;
  }

  /** An empty screen. */
  static blank<Message>(columns: number, rows: number): Canvas<Message> {
    const sheet: Sheet<Message> = { columns, cells: new Array<Cell>(columns * rows).fill(blank), areas: [], cursor: undefined };
    return new Canvas(sheet, 0, 0, columns, rows);
  }

  /** Part of this region, clipped to it; what is left out reaches to its right and bottom edge. */
  region(x: number, y: number, columns = this.columns - x, rows = this.rows - y): Canvas<Message> {
    const left = Math.min(Math.max(0, Math.trunc(x)), this.columns);
    const top = Math.min(Math.max(0, Math.trunc(y)), this.rows);
    const right = Math.min(this.columns, Math.max(left, Math.trunc(x + columns)));
    const bottom = Math.min(this.rows, Math.max(top, Math.trunc(y + rows)));
    return new Canvas(this.#sheet, this.#x + left, this.#y + top, right - left, bottom - top);
  }

  /** The cell at a place of this region. */
  at(x: number, y: number): Cell {
    if (!(x >= 0 && y >= 0 && x < this.columns && y < this.rows)) return blank;
    return this.#sheet.cells[this.#index(x, y)] ?? blank;
  }

  #index(x: number, y: number): number {
    return (this.#y + y) * this.#sheet.columns + this.#x + x;
  }

  #set(x: number, y: number, text: string, style: Style | undefined): void {
    const index = this.#index(x, y);
    const old = this.#sheet.cells[index];
    this.#sheet.cells[index] = { text, style };
    // Half a wide grapheme is nothing: what remains of one that is overdrawn becomes a space.
    if (old?.text === '' && text !== '') this.#halve(index - 1);
    else if (old && this.#sheet.cells[index + 1]?.text === '' && cells(old.text) === 2) this.#halve(index + 1);
  }

  #halve(index: number): void {
    const { style } = this.#sheet.cells[index] ?? blank;
    this.#sheet.cells[index] = { text: ' ', style };
  }

  /** Draws text, cleaned, on one row; answers the column after it. Newlines and tabs are spaces. */
  put(x: number, y: number, text: string, style?: Style): number {
    x = Math.trunc(x);
    y = Math.trunc(y);
    for (const grapheme of graphemes(clean(text).replace(/[\n\t]/g, ' '))) {
      const width = cells(grapheme);
      if (width > 0 && y >= 0 && y < this.rows) this.#putGrapheme(x, y, grapheme, width, style);
      x += width;
    }
    return x;
  }

  #putGrapheme(x: number, y: number, text: string, width: number, style: Style | undefined): void {
    const fits = x >= 0 && x + width <= this.columns;
    for (let column = Math.max(0, x); column < Math.min(x + width, this.columns); column++) {
      if (!fits) this.#set(column, y, ' ', style);
      else this.#set(column, y, column === x ? text : '', style);
    }
  }

  /** Draws a styled line; answers the column after it. */
  line(x: number, y: number, pieces: Line): number {
    for (const { text, style } of pieces) x = this.put(x, y, text, style);
    return x;
  }

  /** Draws text in the middle of a row. */
  centre(y: number, text: string, style?: Style): void {
    this.put(Math.max(0, (this.columns - cells(clean(text))) / 2), y, text, style);
  }

  /** Draws text against the right edge; answers the column where it begins. */
  right(y: number, text: string, style?: Style): number {
    const x = this.columns - cells(clean(text));
    this.put(x, y, text, style);
    return x;
  }

  /** Draws one clean character of one cell. */
  dot(x: number, y: number, character: string, style?: Style): void {
    if (x >= 0 && y >= 0 && x < this.columns && y < this.rows) this.#set(x, y, character, style);
  }

  /** Fills the region with one clean character of one cell. */
  fill(character: string, style?: Style): void {
    for (let y = 0; y < this.rows; y++) for (let x = 0; x < this.columns; x++) this.#set(x, y, character, style);
  }

  /** Draws a frame around the region, with an optional title in its upper edge; answers the region inside. */
  box(title = '', style: Style = { role: 'muted' }, titleStyle: Style = { role: 'heading' }): Canvas<Message> {
    if (this.columns < 2 || this.rows < 2) return this.region(0, 0, 0, 0);
    const across = frame.across.repeat(this.columns - 2);
    this.put(0, 0, frame.topLeft + across + frame.topRight, style);
    for (let y = 1; y < this.rows - 1; y++) {
      this.put(0, y, frame.down, style);
      this.put(this.columns - 1, y, frame.down, style);
    }
    this.put(0, this.rows - 1, frame.bottomLeft + across + frame.bottomRight, style);
    if (title !== '') this.region(2, 0, this.columns - 4, 1).put(0, 0, ` ${title} `, titleStyle);
    return this.region(1, 1, this.columns - 2, this.rows - 2);
  }

  /** Makes the region answer taps; of areas that overlap, the last one drawn does. */
  tap(target: Target<Message>): void {
    this.#sheet.areas.push({ x: this.#x, y: this.#y, columns: this.columns, rows: this.rows, target });
  }

  /** What a tap at a place of this region does. */
  target(x: number, y: number): Target<Message> | undefined {
    const [left, top] = [this.#x + x, this.#y + y];
    return this.#sheet.areas.findLast((area) => left >= area.x && top >= area.y && left < area.x + area.columns && top < area.y + area.rows)
      ?.target;
  }

  /** Shows the terminal's cursor at a place of this region; without it there is none. */
  showCursor(x: number, y: number): void {
    this.#sheet.cursor = { x: this.#x + Math.min(Math.max(0, x), this.columns - 1), y: this.#y + y };
  }

  /** Where the cursor is shown, in cells of the whole screen. */
  get cursor(): Point | undefined {
    return this.#sheet.cursor;
  }

  /** A row as pieces of one style each, from the column `from` up to `to`. */
  pieces(y: number, from = 0, to = this.columns): Line {
    const line: Piece[] = [];
    for (let x = from; x < to; x++) {
      const { text, style } = this.at(x, y);
      const last = line[line.length - 1];
      if (last && last.style === style) line[line.length - 1] = piece(last.text + text, style);
      else line.push(piece(text, style));
    }
    return line;
  }

  /** The region as text, without trailing spaces: what a test or a transcript reads. */
  text(): string {
    const rows = Array.from({ length: this.rows }, (_, y) => this.pieces(y).map(({ text }) => text));
    return rows.map((pieces) => pieces.join('').trimEnd()).join('\n');
  }
}
