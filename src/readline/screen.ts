/** Rows of cells laid out as a terminal with autowrap lays them out. */
import { clean } from '../term/clean.ts';
import type { Line, Style } from '../term/style.ts';
import { cells, graphemes } from '../term/width.ts';

/** One grapheme and its look; it takes `width` columns. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  readonly style: Style | undefined;
}

/** A row of the screen; `soft` when the terminal wrapped into it by itself from the full row above. */
export interface Row {
  readonly cells: Cell[];
  readonly soft: boolean;
}

/** A place on the screen, counted from 0; the row from the editor's first. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** What the editor shows: its rows from the first, and where the cursor stands. */
export interface EditorScreen {
  readonly rows: readonly Row[];
  readonly cursor: Position;
}

/** Nothing shown, the cursor where the first row will be. */
export const blankScreen: EditorScreen = { rows: [], cursor: { row: 0, column: 0 } };

const TAB = '    ';

/** What stands for a grapheme on the screen: controls in caret notation, and a mark that has nothing to stand on gets a circle. */
const drawn = (grapheme: string): string => {
  if (grapheme === '\t') return TAB;
  return clean(/^[\p{M}\u200c\u200d]/u.test(grapheme) ? `\u25cc${grapheme}` : grapheme.replace('\n', ''));
};

/** What a grapheme puts on the screen, grapheme by grapheme, with their cells. */
type Drawing = readonly { readonly text: string; readonly width: number }[];

/** Drawings that are kept, since a line is laid out anew for each key. */
const DRAWINGS = 4096;

const drawings = new Map<string, Drawing>();

const drawingOf = (grapheme: string): Drawing => {
  const known = drawings.get(grapheme);
  if (known) return known;
  const drawing = Array.from(graphemes(drawn(grapheme)), (text) => ({ text, width: cells(text) }));
  if (drawings.size >= DRAWINGS) drawings.clear();
  drawings.set(grapheme, drawing);
  return drawing;
};

/** Rows that grow at their end. */
export class Sheet {
  readonly rows: Row[] = [{ cells: [], soft: false }];
  readonly columns: number;
  private column = 0;

  constructor(columns: number) {
    this.columns = columns;
  }

  /** Where the next narrow cell goes. */
  get end(): Position {
    return this.column < this.columns ? { row: this.rows.length - 1, column: this.column } : { row: this.rows.length, column: 0 };
  }

  /** Columns left in the row. */
  get room(): number {
    return this.columns - this.column;
  }

  /** Begins a row: softly where the terminal wraps by itself. */
  breakRow(soft: boolean): void {
    this.rows.push({ cells: [], soft });
    this.column = 0;
  }

  /** Puts a grapheme, and says where it came to stand. */
  put(grapheme: string, style: Style | undefined): Position {
    let at: Position | undefined;
    for (const { text, width } of drawingOf(grapheme)) {
      if (this.column + width > this.columns) this.breakRow(true);
      at ??= this.end;
      this.rows.at(-1)?.cells.push({ text, width, style });
      this.column += width;
    }
    return at ?? this.end;
  }

  /** Puts styled text; it may hold no newline. */
  putLine(line: Line): void {
    for (const { text, style } of line) for (const grapheme of graphemes(text)) this.put(grapheme, style);
  }
}

/** What a terminal makes of a screen when it changes its width, and wraps anew what it had wrapped. */
export const reflowed = ({ rows, cursor }: EditorScreen, columns: number): EditorScreen => {
  const sheet = new Sheet(columns);
  let at: Position | undefined;
  for (const [index, { cells: row, soft }] of rows.entries()) {
    if (index > 0 && !soft) sheet.breakRow(false);
    let column = 0;
    for (const { text, style, width } of row) {
      const position = sheet.put(text, style);
      if (index === cursor.row && column === cursor.column) at = position;
      column += width;
    }
    if (index === cursor.row) at ??= sheet.end;
  }
  return { rows: sheet.rows, cursor: at ?? sheet.end };
};
