/** The editor's state as a screen: prompt, line with its looks, ghost hint, and what stands below. */
import { clean } from '../term/clean.ts';
import { say } from '../term/say.ts';
import { type Line, line, plain, type Style } from '../term/style.ts';
import { cells, graphemes, truncate } from '../term/width.ts';
import { type Position, type Row, type Screen, Sheet } from './screen.ts';
import type { Menu, Search, State } from './state.ts';

/** What a screen is made of besides the state. */
export interface Frame {
  readonly prompt: Line;
  /** Before each further line of a text of several. */
  readonly continuation: Line;
  readonly columns: number;
  /** Rows of the terminal; the screen never has more. */
  readonly rows: number;
  /** The text with its looks: its pieces together are the text. */
  highlight(text: string): Line;
}

/** Candidates that the menu shows at once. */
const MENU_ROWS = 10;

/** Columns between a candidate and its description. */
const MENU_GAP = 2;

const ghost: Style = { role: 'hint' };

const searchPrompt = ({ query, forward, failed }: Search): Line =>
  line(`(${failed ? 'failed ' : ''}${forward ? '' : 'reverse-'}i-search)\`${query}': `, { role: failed ? 'bad' : 'muted' });

/** The look of each unit of the text; a highlighter that does not give the text back is ignored. */
const styled = (text: string, highlighted: Line): Line => (plain(highlighted) === text ? highlighted : line(text));

const matchStyle: Style = { role: 'match', underline: true };

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
const putHint = (sheet: Sheet, { text, hint }: State): void => {
  if (hint !== '') sheet.putLine(line(truncate(clean(hint.slice(text.length)), sheet.room - 1), ghost));
};

const below = (sheet: Sheet, content: Line): void => {
  sheet.breakRow(false);
  let room = sheet.columns - 1;
  for (const { text, style } of content) {
    const part = truncate(clean(text), room);
    room -= cells(part);
    sheet.putLine(line(part, style));
  }
};

const putMenu = (sheet: Sheet, { shown, chosen }: Menu, height: number): void => {
  const count = Math.max(1, Math.min(MENU_ROWS, height, shown.length));
  const first = Math.max(0, Math.min(chosen - (count >> 1), shown.length - count));
  const visible = shown.slice(first, first + count);
  const width = Math.min(
    visible.reduce((widest, { label }) => Math.max(widest, cells(clean(label))), 0),
    Math.max(8, sheet.columns >> 1),
  );
  for (const [index, { label, description = '' }] of visible.entries()) {
    const name = truncate(clean(label), width);
    const padded = name + ' '.repeat(width - cells(name) + MENU_GAP);
    const inverse = first + index === chosen;
    below(sheet, [
      { text: padded, style: inverse ? { inverse } : {} },
      { text: description, style: inverse ? { inverse } : { role: 'muted' } },
    ]);
  }
  if (shown.length > count)
    below(sheet, line(chosen < 0 ? say`${shown.length} in all` : say`${chosen + 1} of ${shown.length}`, { role: 'muted' }));
};

/** As many rows as the terminal has: the last ones, unless the cursor stands above them. */
const clipped = (rows: readonly Row[], cursor: Position, height: number): Screen => {
  const top = Math.min(cursor.row, Math.max(0, rows.length - height));
  const [first, ...rest] = rows.slice(top, top + height);
  return { rows: first ? [{ ...first, soft: false }, ...rest] : [], cursor: { row: cursor.row - top, column: cursor.column } };
};

/** The screen for a state. */
export const view = (state: State, frame: Frame): Screen => {
  const { mode, text } = state;
  const sheet = new Sheet(frame.columns);
  sheet.putLine(
    mode.kind === 'search'
      ? searchPrompt(mode)
      : state.argument === ''
        ? frame.prompt
        : line(`(arg: ${state.argument}) `, { role: 'muted' }),
  );
  const looks = styled(text, frame.highlight(text));
  const cursor = putText(sheet, mode.kind === 'search' ? withMatch(looks, mode, state.cursor) : looks, state.cursor, frame.continuation);
  putHint(sheet, state);
  if (cursor.row === sheet.rows.length) sheet.put(' ', undefined);
  if (state.message !== '') below(sheet, line(state.message, { role: 'warn' }));
  if (mode.kind === 'menu') putMenu(sheet, mode, Math.floor(frame.rows / 2));
  return clipped(sheet.rows, cursor, frame.rows);
};

/** All of the line as it stays in the scrollback, with `ending` behind it; the cursor on its last cell's row. */
export const finalView = (text: string, ending: string, frame: Frame): Screen => {
  const sheet = new Sheet(frame.columns);
  sheet.putLine(frame.prompt);
  putText(sheet, styled(text, frame.highlight(text)), text.length, frame.continuation);
  sheet.putLine(line(ending));
  return { rows: sheet.rows, cursor: { row: sheet.rows.length - 1, column: 0 } };
};
