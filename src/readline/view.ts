/** The editor's state as a screen: prompt, line with its looks, ghost hint, and what stands below. */
import { clean } from '../term/clean.ts';
import { type Line, line, plain, type Style } from '../term/style.ts';
import { cells, graphemes, truncate } from '../term/width.ts';
import { type EditorScreen, type Position, type Row, Sheet } from './screen.ts';
import type { Menu, Search, State } from './state.ts';

/** What a screen is made of besides the state. */
export interface Frame {
  readonly prompt: Line;
  /** Before each further line of a text of several. */
  readonly continuation: Line;
  /** What the empty line says. */
  readonly placeholder?: string | undefined;
  /** What stands at the right of the empty line. */
  readonly aside?: string | undefined;
  readonly columns: number;
  /** Rows of the terminal; the screen never has more. */
  readonly rows: number;
  /** The text with its looks: its pieces together are the text. */
  highlight(text: string): Line;
  /** Puts the open menu below the line, at most `height` rows of it; a menu opens only once this has loaded. */
  readonly putMenu: ((sheet: Sheet, menu: Menu, height: number) => void) | undefined;
  /** Puts the search below the line, in the same way. */
  readonly putSearch: ((sheet: Sheet, search: Search, history: readonly string[], height: number) => void) | undefined;
  /** Oldest first. */
  readonly history: readonly string[];
}

const ghost: Style = { role: 'hint' };

/** The look of each unit of the text; a highlighter that does not give the text back is ignored. */
const styled = (text: string, highlighted: Line): Line => (plain(highlighted) === text ? highlighted : line(text));

/** What a search looks for. */
export const matchStyle: Style = { role: 'match', underline: true };

/** The search's match stands out from the line's other looks. */
const withMatch = (looks: Line, { query }: Search, at: number): Line => {
  const text = plain(looks);
  return query === '' || !text.startsWith(query, at)
    ? looks
    : [{ text: text.slice(0, at) }, { text: query, style: matchStyle }, { text: text.slice(at + query.length) }];
};

/** Puts the text on the sheet, each newline as a blank at its line's end, and says where the cursor stands. */
const putText = (sheet: Sheet, looks: Line, cursor: number, continuation: Line): Position => {
  let unit = 0;
  let found: Position | undefined;
  for (const { text, style } of looks) {
    for (const grapheme of graphemes(text)) {
      const newline = grapheme.endsWith('\n');
      const at = sheet.put(newline ? ' ' : grapheme, style);
      if (unit === cursor) found = at;
      unit += grapheme.length;
      if (!newline) continue;
      sheet.breakRow(false);
      sheet.putLine(continuation);
    }
  }
  return found ?? sheet.end;
};

/** The hint as far as the row has room: it must never add a row. */
const putHint = (sheet: Sheet, { text, hint, mode }: State, { placeholder, aside = '' }: Frame): void => {
  const isEmpty = text === '' && mode.kind === 'edit';
  // A line that is proposed before anything was typed says how to take it.
  const proposed = isEmpty ? `${hint}  →` : hint.slice(text.length);
  const shown = hint !== '' ? proposed : placeholder && isEmpty ? `  ${placeholder}` : '';
  if (shown !== '') sheet.putLine(line(truncate(clean(shown), sheet.room - 1), ghost));
  const gap = sheet.room - 1 - cells(aside);
  if (isEmpty && aside !== '' && gap > 1) sheet.putLine(line(' '.repeat(gap) + aside, ghost));
};

/** Puts a row of its own below the line, as much of it as fits. */
export const below = (sheet: Sheet, content: Line): void => {
  sheet.breakRow(false);
  let room = sheet.columns - 1;
  for (const { text, style } of content) {
    const part = truncate(clean(text), room);
    room -= cells(part);
    sheet.putLine(line(part, style));
  }
};

/** As many rows as the terminal has: the last ones, unless the cursor stands above them. */
const clipped = (rows: readonly Row[], cursor: Position, height: number): EditorScreen => {
  const top = Math.min(cursor.row, Math.max(0, rows.length - height));
  const [first, ...rest] = rows.slice(top, top + height);
  return { rows: first ? [{ ...first, soft: false }, ...rest] : [], cursor: { row: cursor.row - top, column: cursor.column } };
};

/** The screen for a state. */
export const view = (state: State, frame: Frame): EditorScreen => {
  const { mode, text } = state;
  const sheet = new Sheet(frame.columns);
  sheet.putLine(state.argument === '' ? frame.prompt : line(`(arg: ${state.argument}) `, { role: 'muted' }));
  const looks = styled(text, frame.highlight(text));
  const cursor = putText(sheet, mode.kind === 'search' ? withMatch(looks, mode, state.cursor) : looks, state.cursor, frame.continuation);
  putHint(sheet, state, frame);
  if (cursor.row === sheet.rows.length) sheet.put(' ', undefined);
  if (state.message !== '') below(sheet, line(state.message, { role: 'warn' }));
  if (mode.kind === 'menu') frame.putMenu?.(sheet, mode, Math.floor(frame.rows / 2));
  if (mode.kind === 'search') frame.putSearch?.(sheet, mode, frame.history, Math.floor(frame.rows / 2));
  return clipped(sheet.rows, cursor, frame.rows);
};

/** All of the line as it stays in the scrollback, with `ending` behind it; the cursor on its last cell's row. */
export const finalView = (text: string, ending: string, frame: Frame): EditorScreen => {
  const sheet = new Sheet(frame.columns);
  // The prompt of a line that was accepted is dim.
  sheet.putLine(line(plain(frame.prompt), { role: 'muted' }));
  putText(sheet, styled(text, frame.highlight(text)), text.length, frame.continuation);
  sheet.putLine(line(ending));
  return { rows: sheet.rows, cursor: { row: sheet.rows.length - 1, column: 0 } };
};
