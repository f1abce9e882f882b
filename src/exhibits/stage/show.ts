/** The stage: a headline, the hero, three figures, what just happened, whether the invariant holds, and keys that are buttons. */

import type { Speech } from '../../locales/speech.ts';
import { wrap } from '../../term/layout.ts';
import { line, plain, type Role } from '../../term/style.ts';
import { cells } from '../../term/width.ts';
import type { Canvas } from '../../tui/canvas.ts';
import { chordLabel } from '../../tui/label.ts';
import type { Binding } from '../../tui/program.ts';
import { block, cut, DIGIT_ROWS, type Hue, inkOf, large, largeColumns, soft, write, writeMiddle, writeRight } from './paint.ts';

/** A number that matters. */
export interface Figure {
  readonly value: string;
  readonly label: string;
  /** For a small screen, with the unit in it. */
  readonly short?: string;
  readonly unit?: string;
  readonly hue?: Hue;
}

/** Whether what the system promises holds, in words. */
export interface Verdict {
  readonly holds: boolean;
  readonly text: string;
  /** In at most 34 characters. */
  readonly short: string;
}

/** What a visitor sees at a moment; every text is in the visitor's language. */
export interface Show<Message> {
  /** What goes on, and what to press; a key stands in brackets: `Press [k] to kill one.` */
  readonly headline: string;
  /** The same in fewer words. */
  readonly short: string;
  /** What the owner of the real system says of it. */
  readonly claim?: string | undefined;
  readonly figures: readonly Figure[];
  /** What is told instead of what was announced last. */
  readonly narration?: string;
  readonly verdict: Verdict;
  /** Draws what it is about, on whatever room there is. */
  hero(canvas: Canvas<Message>): void;
  /** A board that has the left of a wide screen for itself; figures, narration and verdict stand beside it. */
  readonly board?: { readonly columns: number; draw(canvas: Canvas<Message>): void };
  /** On a small screen the hero needs every row. */
  readonly isFull?: boolean;
  /** Draws what stands between the figures and the narration beside a board. */
  beside?(canvas: Canvas<Message>): void;
}

/** What the stage itself adds. */
export interface Around {
  readonly narration: string;
  /** It plays by itself. */
  readonly isAttract: boolean;
  /** None where the host has buttons for them. */
  readonly keys: readonly Binding<unknown>[];
}

/** From this size on there are large digits and one row of keys. */
const DESKTOP = { columns: 100, rows: 30 };
const GUTTER = 3;
/** Rows of one on which the claim has a row above the headline. */
const ROOMY = 36;
/** Rows of the key bar there, and of what stands above it. */
const BAR = 3;
const FACTS = DIGIT_ROWS + 1;
/** Columns beside a board, at least. */
const SIDE = 40;

const rowsOf = (text: string, columns: number): readonly string[] => wrap(line(text), Math.max(1, columns)).map(plain);

interface Word {
  readonly text: string;
  readonly cap: string | undefined;
}

/** A headline's words; a bracketed key takes along what follows it without a blank. */
const wordsOf = (headline: string): readonly Word[] =>
  headline.split(' ').map((word) => {
    const [, cap, rest] = /^\[(.+?)\](.*)$/.exec(word) ?? [];
    return { text: rest ?? word, cap };
  });

/** Draws the headline; answers the row after it. */
const drawHeadline = (canvas: Canvas, y: number, headline: string): number => {
  let [x, row] = [0, y];
  for (const { text, cap } of wordsOf(headline)) {
    const width = cells(text) + (cap === undefined ? 0 : cells(cap) + 2);
    if (x > 0 && x + width > canvas.columns) [x, row] = [0, row + 1];
    if (cap !== undefined) {
      block(canvas, x, row, cells(cap) + 2, 1, 'accent');
      write(canvas, x + 1, row, cap, 'on', true);
      canvas.region(x, row, cells(cap) + 2, 1).tap({ chord: chordOfCap(cap) });
      x += cells(cap) + 2;
    }
    x = write(canvas, x, row, text, 'bright', true) + 1;
  }
  return row + 1;
};

const chordOfCap = (cap: string): string => (cap === 'Space' ? ' ' : cap);

/** A key as a button. */
interface Pill {
  readonly chord: string;
  readonly key: string;
  readonly label: string;
  readonly kind: 'first' | 'own' | 'plain';
}

/** The keys of the program, then those that every program has. */
const pillsOf = (keys: readonly Binding<unknown>[]): readonly Pill[] => {
  const shown = keys.filter(({ quiet }) => !quiet);
  return shown.map(({ chords: [chord = ''], label = chordLabel(chord), summary, short = summary }, index) => ({
    chord,
    key: label,
    label: short,
    kind: index === 0 ? 'first' : chord === '?' || chord === 'q' ? 'own' : 'plain',
  }));
};

const drawPill = (canvas: Canvas, { chord, key, label, kind }: Pill, isLit: boolean): void => {
  const { columns, rows } = canvas;
  block(canvas, 0, 0, columns, rows, kind !== 'first' ? 'raised' : isLit ? 'ink' : 'accent');
  const keyRole: Role = kind === 'own' ? 'quiet' : 'lit';
  const isBold = kind === 'first';
  if (rows === 2) {
    writeMiddle(canvas, 0, columns, 0, key, keyRole, true);
    writeMiddle(canvas, 0, columns, 1, cut(label, columns), undefined, isBold);
  } else {
    const y = Math.floor(rows / 2);
    const x = Math.max(rows === 1 ? 0 : 1, Math.floor((columns - cells(key) - cells(label) - 1) / 2));
    write(canvas, write(canvas, x, y, `${key} `, keyRole, true), y, label, undefined, isBold);
  }
  canvas.tap({ chord });
};

const widthOf = ({ key, label }: Pill, isStacked: boolean): number =>
  isStacked ? Math.max(cells(key), cells(label)) + 2 : cells(key) + cells(label) + 3;

/** Pills in lines no wider than `columns`; those before the last two give way when there are more lines than fit. */
const linesOf = (pills: readonly Pill[], columns: number, most: number, isStacked: boolean): readonly (readonly Pill[])[] => {
  const kept = [...pills];
  for (;;) {
    const lines: Pill[][] = [[]];
    let x = 0;
    for (const pill of kept) {
      const width = widthOf(pill, isStacked);
      if (x > 0 && x + width > columns) {
        lines.push([]);
        x = 0;
      }
      lines.at(-1)?.push(pill);
      x += width + 1;
    }
    const spare = kept.findLastIndex(({ kind }) => kind === 'plain');
    if (lines.length <= most || spare < 0) return lines;
    kept.splice(spare, 1);
  }
};

/** Draws a line of pills, justified. */
const drawLine = (canvas: Canvas, pills: readonly Pill[], isStacked: boolean, isLit: boolean): void => {
  const natural = pills.map((pill) => widthOf(pill, isStacked));
  const spare = Math.max(0, canvas.columns - natural.reduce((sum, width) => sum + width, 0) - pills.length + 1);
  let x = 0;
  pills.forEach((pill, index) => {
    const extra = Math.floor((spare * (index + 1)) / pills.length) - Math.floor((spare * index) / pills.length);
    const width = (natural[index] ?? 0) + extra;
    drawPill(canvas.region(x, 0, width, canvas.rows), pill, isLit);
    x += width + 1;
  });
};

const drawVerdict = (canvas: Canvas, { holds, text, short }: Verdict): void => {
  const { columns, rows } = canvas;
  const hue: Hue = holds ? 'good' : 'bad';
  const y = Math.floor(rows / 2);
  block(canvas, 0, 0, columns, rows, soft[hue]);
  block(canvas, 0, 0, 3, rows, hue);
  write(canvas, 1, y, holds ? '✓' : '✗', 'on', true);
  write(canvas, 4, y, cut(cells(text) <= columns - 5 ? text : short, columns - 4), inkOf[hue], true);
};

/** Draws the narration in at most so many rows; answers how many it took. */
const drawNarration = (canvas: Canvas, y: number, text: string, most: number): number => {
  const all = rowsOf(text, canvas.columns - 4);
  const rows = all
    .slice(0, most)
    .map((row, index) => (index === most - 1 && all.length > most ? cut(`${row} …`, canvas.columns - 4) : row));
  write(canvas, 1, y, '›', 'lit', true);
  rows.forEach((row, index) => void write(canvas, 4, y + index, row));
  return rows.length;
};

const drawLarge = (canvas: Canvas, y: number, figures: readonly Figure[]): void => {
  // Each has the room of its digits, then of its label as far as there is room, and a share of what is left.
  const least = figures.map(({ value, unit = '' }) => largeColumns(value, 'narrow') + cells(unit) + 2);
  const more = figures.map(({ label }, index) => Math.max(0, cells(label) + 2 - (least[index] ?? 0)));
  const sum = (values: readonly number[]): number => values.reduce((before, value) => before + value, 0);
  const [room, total] = [canvas.columns + 2 - sum(least), sum(more)];
  let x = 0;
  figures.forEach(({ value, label, unit = '', hue }, index) => {
    const own = more[index] ?? 0;
    const share = Math.floor(total > room ? (own * room) / total : own + (room - total) / figures.length);
    const slot = room < 0 ? Math.floor((canvas.columns + 2) / figures.length) : (least[index] ?? 0) + share;
    const area = canvas.region(x, y, slot - 2, FACTS + 1);
    x += slot;
    write(area, 0, 0, cut(label, area.columns), 'quiet');
    const strokes = largeColumns(value) < area.columns - 2 ? 'wide' : 'narrow';
    if (largeColumns(value, strokes) > area.columns) {
      write(area, 0, 2, `${value} ${unit}`, hue ? inkOf[hue] : 'bright', true);
      return;
    }
    const after = large(area, 0, 1.5, value, hue ?? 'ink', strokes);
    if (unit !== '' && after + cells(unit) <= area.columns) write(area, after, FACTS - 1, unit, 'quiet');
  });
};

const drawSmall = (canvas: Canvas, y: number, figures: readonly Figure[], rows: 1 | 2): void => {
  const slot = Math.floor(canvas.columns / Math.max(1, figures.length));
  figures.forEach(({ value, label, short = label, hue }, index) => {
    const area = canvas.region(index * slot, y, slot - 1, rows);
    const after = write(area, 0, 0, value, hue ? inkOf[hue] : 'bright', true);
    if (rows === 2) write(area, 0, 1, cut(short, area.columns), 'quiet');
    else write(area, after + 1, 0, cut(short, area.columns - after - 1), 'quiet');
  });
};

const drawDesktop = <Message>(
  speech: Speech,
  canvas: Canvas<Message>,
  show: Show<Message>,
  { narration, isAttract, keys }: Around,
): void => {
  const head = show.claim && canvas.rows >= ROOMY ? 2 : 1;
  const body = canvas.region(GUTTER, head, canvas.columns - 2 * GUTTER, canvas.rows - head);
  const top = drawHeadline(body, 0, show.headline) + 1;
  const margin = canvas.region(GUTTER, 0, body.columns, 1);
  if (head > 1) write(margin, 0, 0, cut(speech.say`The résumé says: ${show.claim ?? ''}.`, body.columns), 'quiet');
  if (isAttract) writeRight(margin, 0, ` ${speech.translate('plays by itself: any key takes over')}`, 'lit');
  const bar = body.rows - (keys.length > 0 ? BAR + 1 : 0);
  const pills = linesOf(pillsOf(keys), body.columns, 1, false);
  drawLine(body.region(0, bar, body.columns, BAR), pills[0] ?? [], false, isAttract);
  if (show.board !== undefined) drawBeside(body.region(0, top, body.columns, bar - 1 - top), show, show.board.columns, narration);
  else {
    const facts = bar - 1 - FACTS;
    const half = Math.floor(body.columns * 0.56);
    show.hero(body.region(0, top, body.columns, facts - 1 - top));
    const said = body.region(0, facts, half, FACTS);
    drawNarration(said, 0, narration, 2);
    drawVerdict(said.region(0, FACTS - 3, half, 3), show.verdict);
    drawLarge(body.region(half + 4, facts), 0, show.figures);
  }
};

/** A board at the left; what else there is stands at its right. */
const drawBeside = <Message>(canvas: Canvas<Message>, show: Show<Message>, columns: number, narration: string): void => {
  const board = Math.min(columns, canvas.columns - SIDE - 4);
  show.board?.draw(canvas.region(0, 0, board, canvas.rows));
  const side = canvas.region(board + 4, 0);
  drawLarge(side, 0, show.figures);
  show.beside?.(side.region(0, FACTS + 2, side.columns, side.rows - FACTS - 9));
  drawNarration(side, side.rows - 6, narration, 2);
  drawVerdict(side.region(0, side.rows - 3, side.columns, 3), show.verdict);
};

/** Rows by which a small screen is roomy, beside a board too, and very small. */
const TALL = 30;
const AIRY = 39;
const LOW = 16;

const drawStacked = <Message>(
  speech: Speech,
  canvas: Canvas<Message>,
  show: Show<Message>,
  { narration, isAttract, keys }: Around,
): void => {
  const gutter = canvas.columns >= 30 ? 1 : 0;
  const body = canvas.region(gutter, 0, canvas.columns - 2 * gutter, canvas.rows);
  const [isTall, isLow] = [body.rows >= TALL, body.rows < LOW];
  const lines = keys.length > 0 ? linesOf(pillsOf(keys), body.columns, isTall ? 3 : isLow ? 1 : 2, isTall) : [];
  const pitch = isTall ? 3 : 1;
  const bar = body.rows - lines.length * pitch + (isTall ? 1 : 0);
  lines.forEach(
    (pills, index) => void drawLine(body.region(0, bar + index * pitch, body.columns, isTall ? 2 : 1), pills, isTall, isAttract),
  );
  const verdict = bar - (isTall ? 2 : 1);
  drawVerdict(body.region(0, verdict, body.columns, 1), show.verdict);
  const said = isAttract ? speech.translate('plays by itself: any key takes over') : narration;
  const air = isTall && (!show.isFull || body.rows >= AIRY) ? 1 : 0;
  const saidRows = isLow ? 1 : Math.min(2 + air, rowsOf(said, body.columns - 4).length);
  drawNarration(body, verdict - saidRows, said, saidRows);
  const top = drawHeadline(body.region(0, 0, body.columns, isLow ? 2 : 3), 0, show.short) + air;
  const figureRows = isLow ? 0 : 1 + air;
  if (figureRows > 0) drawSmall(body, top, show.figures, air ? 2 : 1);
  const hero = top + figureRows + air;
  // A board may have the margins too.
  const stage = show.board ? canvas : body;
  show.hero(stage.region(0, hero, stage.columns, verdict - saidRows - air - hero));
};

/** Draws the stage on the whole screen. */
export const drawShow = <Message>(speech: Speech, canvas: Canvas<Message>, show: Show<Message>, given: Around): void => {
  const around = { ...given, narration: show.narration ?? given.narration };
  const rows = given.keys.length > 0 ? canvas.rows : canvas.rows + BAR;
  if (canvas.columns >= DESKTOP.columns && rows >= DESKTOP.rows) drawDesktop(speech, canvas, show, around);
  else drawStacked(speech, canvas, show, around);
};
