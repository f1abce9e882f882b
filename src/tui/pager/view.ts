/** How the pager looks: rows of text, and the row of its prompt. */
import { type Line, plain } from '../../term/style.ts';
import { cells } from '../../term/width.ts';
import type { Canvas } from '../canvas.ts';
import { statusText } from './commands.ts';
import { GUTTER, geometryOf, type Message, type Model } from './model.ts';
import { bottom, breakLine, highlight, presentable } from './rows.ts';

/** A line's text as it is shown, with its matches. */
const shownLine = ({ view, pattern, highlight: marked }: Model, index: number): Line => {
  const line = view.document.line(index);
  const marks = marked && pattern && !pattern.inverted ? pattern.find(plain(line)) : [];
  return presentable(highlight(line, marks));
};

/** One row of text: its pieces, and the line whose beginning it is. */
interface Row {
  readonly pieces: Line;
  readonly starts: number | undefined;
}

const textRows = (model: Model): Row[] => {
  const { document, columns, rows, chop } = geometryOf(model);
  const shown: Row[] = [];
  for (let { line, row } = model.view.top; line < document.count && shown.length < rows; line++, row = 0) {
    const broken = chop ? [shownLine(model, line)] : breakLine(shownLine(model, line), columns);
    for (let index = row; index < broken.length && shown.length < rows; index++) {
      shown.push({ pieces: broken[index] ?? [], starts: index === 0 ? line : undefined });
    }
  }
  return shown;
};

const drawText = (model: Model, canvas: Canvas<Message>): void => {
  const { chop, column, numbers } = model;
  const { document } = model.view;
  const text = canvas.region(numbers ? GUTTER : 0, 0);
  const rows = textRows(model);
  rows.forEach(({ pieces, starts }, y) => {
    const end = text.line(chop ? -column : 0, y, pieces);
    if (chop && end > text.columns) text.put(text.columns - 1, y, '>', { inverse: true });
    if (numbers && starts !== undefined) canvas.put(0, y, String(document.number(starts)).padStart(GUTTER - 1), { role: 'muted' });
  });
  if (!document.ended) return;
  for (let y = rows.length; y < canvas.rows; y++) canvas.put(0, y, '~', { role: 'muted' });
};

/** What the prompt says when there is nothing to tell. */
const place = (model: Model): string => {
  const { view, file, sources, count } = model;
  const last = bottom(geometryOf(model));
  const ended = view.document.ended && view.top.line === last.line && view.top.row === last.row;
  const next = sources[file + 1];
  const filter = view.filter ? `& ` : '';
  if (!ended) return `${filter}${statusText(model)} ${count === '' ? '' : `:${count}`}`;
  return `${filter}${view.source.name} (END)${next && !model.under ? ` – next: ${next.name}` : ''}`.trim();
};

const drawPrompt = (model: Model, row: Canvas<Message>): void => {
  const { prompt, message, waiting, following } = model;
  if (prompt) {
    const after = row.put(0, 0, prompt.lead + (prompt.kind === 'pattern' ? prompt.text : ''));
    row.showCursor(after, 0);
    return;
  }
  const busy = waiting?.label || following?.label;
  const text = message ?? (busy ? busy : place(model));
  const hint = 'h help  q quit';
  const room = row.columns - cells(hint) - 2;
  const wide = cells(text) <= room;
  const after = row.put(0, 0, wide ? text : text.slice(0, row.columns - 1), { inverse: true });
  if (wide) row.right(0, hint, { role: 'muted' });
  row.showCursor(after, 0);
};

/** Draws the pager on the whole screen. */
export const view = (model: Model, canvas: Canvas<Message>): void => {
  drawText(model, canvas.region(0, 0, canvas.columns, canvas.rows - 1));
  drawPrompt(model, canvas.region(0, canvas.rows - 1));
};

/** The text on the screen, for those who cannot see it: a string a line of the document. */
export const shownText = (model: Model): string[] => {
  const rows = textRows(model);
  const lines: string[] = [];
  for (const { pieces, starts } of rows) {
    if (starts !== undefined || lines.length === 0) lines.push(plain(pieces));
    else lines[lines.length - 1] += plain(pieces);
  }
  return lines;
};
