/** The completion menu as rows below the line. */
import { clean } from '../term/clean.ts';
import { line } from '../term/style.ts';
import { cells, truncate } from '../term/width.ts';
import type { Sheet } from './screen.ts';
import type { Menu } from './state.ts';
import { below } from './view.ts';

/** Candidates that the menu shows at once. */
const MENU_ROWS = 10;

/** Columns between a candidate and its description. */
const MENU_GAP = 2;

/** Puts as many candidates as `height` and the menu allow, the chosen one among them, and how many there are. */
export const putMenu = (sheet: Sheet, { shown, chosen }: Menu, height: number): void => {
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
    below(sheet, line(chosen < 0 ? `${shown.length} in all` : `${chosen + 1} of ${shown.length}`, { role: 'muted' }));
};
