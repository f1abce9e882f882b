/** Styled text set to a width: paragraphs wrapped by words, rows in a table. */
import type { Line, Piece, Style } from './style.ts';
import { cells, graphemes } from './width.ts';

/** Blanks before the first row and, if different, before the others. */
export interface Indents {
  readonly indent?: number;
  /** For the rows after the first; as `indent` if left out. */
  readonly hanging?: number;
}

/** Rows being filled; pieces of one style in a row grow together. */
class Filler {
  readonly rows: Piece[][] = [];
  #row: Piece[] = [];
  #used = 0;
  readonly #columns: number;
  readonly #indent: number;
  readonly #hanging: number;

  constructor(columns: number, { indent = 0, hanging = indent }: Indents) {
    this.#columns = Math.max(1, columns);
    this.#indent = Math.min(indent, this.#columns - 1);
    this.#hanging = Math.min(hanging, this.#columns - 1);
    this.#begin(this.#indent);
  }

  get room(): number {
    return this.#columns - this.#used;
  }

  get isFresh(): boolean {
    return this.#used <= (this.rows.length === 0 ? this.#indent : this.#hanging);
  }

  #begin(indent: number): void {
    this.#row = indent > 0 ? [{ text: ' '.repeat(indent) }] : [];
    this.#used = indent;
  }

  put(text: string, style: Style | undefined): void {
    const last = this.#row.at(-1);
    if (last && last.style === style) this.#row[this.#row.length - 1] = { ...last, text: last.text + text };
    else this.#row.push(style ? { text, style } : { text });
    this.#used += cells(text);
  }

  breakRow(): void {
    this.rows.push(this.#row);
    this.#begin(this.#hanging);
  }

  finish(): Piece[][] {
    this.rows.push(this.#row);
    return this.rows;
  }
}

/** A word, over piece boundaries, with the blanks before it. */
interface Word {
  readonly gap: readonly Piece[];
  readonly letters: readonly Piece[];
}

const width = (pieces: Line): number => pieces.reduce((sum, { text }) => sum + cells(text), 0);

const piece = (text: string, style: Style | undefined): Piece => (style ? { text, style } : { text });

const wordsOf = (line: Line): readonly Word[] => {
  const words: { gap: Piece[]; letters: Piece[] }[] = [];
  let blank = true;
  for (const { text, style } of line) {
    // No row begins with a percent sign: its blank belongs to the figure.
    for (const [part] of text.matchAll(/ +(?!%)|(?:[^ ]| (?=%))+/g)) {
      const isGap = part.trim() === '';
      if (words.length === 0 || (isGap && !blank)) words.push({ gap: [], letters: [] });
      words.at(-1)?.[isGap ? 'gap' : 'letters'].push(piece(part, style));
      blank = isGap;
    }
  }
  return words;
};

/** Marks that end something, and begin no row (JIS X 4051, Unicode's class of closing punctuation). */
const closing = /^[、。，．！？：；）」』】〕〉》〗”’…ー々]/;

/** Graphemes, each with the closing marks behind it. */
const indivisible = (text: string): readonly string[] => {
  const parts: string[] = [];
  for (const grapheme of graphemes(text)) {
    if (parts.length > 0 && closing.test(grapheme)) parts[parts.length - 1] += grapheme;
    else parts.push(grapheme);
  }
  return parts;
};

const putWord = (filler: Filler, { letters }: Word): void => {
  for (const { text, style } of letters) {
    for (const part of indivisible(text)) {
      if (cells(part) > filler.room && !filler.isFresh) filler.breakRow();
      for (const grapheme of graphemes(part)) {
        if (cells(grapheme) > filler.room && !filler.isFresh) filler.breakRow();
        filler.put(grapheme, style);
      }
    }
  }
};

/**
 * A line as rows of at most `columns` cells, broken at blanks; a word longer than a row is broken by graphemes. Blanks
 * at a break are dropped. An empty line is one empty row.
 */
export const wrap = (line: Line, columns: number, indents: Indents = {}): readonly Line[] => {
  const filler = new Filler(columns, indents);
  for (const word of wordsOf(line)) {
    if (word.letters.length === 0) continue;
    const gap = width(word.gap);
    if (gap + width(word.letters) <= filler.room || (filler.isFresh && gap > 0 && gap < filler.room)) {
      for (const { text, style } of word.gap) filler.put(text, style);
    } else if (!filler.isFresh) filler.breakRow();
    putWord(filler, word);
  }
  return filler.finish();
};

/** Cells between two columns. */
const GAP = 2;

/** Rows of cells, each column as wide as its widest cell, two blanks apart; the last column wraps within `columns`. */
export const table = (rows: readonly (readonly Line[])[], columns: number): readonly Line[] => {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const widths = Array.from({ length: Math.max(0, count - 1) }, (_, column) =>
    rows.reduce((widest, row) => Math.max(widest, width(row[column] ?? [])), 0),
  );
  const hanging = widths.reduce((sum, cell) => sum + cell + GAP, 0);
  return rows.flatMap((row) => {
    const padded = row.slice(0, -1).flatMap((cell, column) => [...cell, { text: ' '.repeat((widths[column] ?? 0) - width(cell) + GAP) }]);
    return wrap([...padded, ...(row.at(-1) ?? [])], columns, { hanging: Math.min(hanging, columns >> 1) });
  });
};
