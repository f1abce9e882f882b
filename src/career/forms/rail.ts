/** The jobs along a rail in lines of cells; the page's style sheet sets them in the same columns. */
import type { Line } from '../../term/style.ts';
import { cells, truncate } from '../../term/width.ts';

/** A job on the rail, or the row for those that are too many. */
export interface RailRow {
  readonly years: string;
  /** The language of the years, where it is not English. */
  readonly lang?: string;
  readonly name: string;
  readonly title: string;
  readonly note: string;
  /** The line that shows more. */
  readonly run: string;
  readonly now: boolean;
}

/** Where the years begin. */
const YEARS = 3;

/** Where the columns begin, from 0; one that there is no room for is undefined. critical.css has the same. */
const columnsFor = (columns: number): { readonly name: number; readonly title?: number; readonly note?: number } => {
  if (columns >= 104) return { name: 26, title: 52, note: 78 };
  if (columns >= 78) return { name: 20, title: 46 };
  if (columns >= 40) return { name: 16 };
  return { name: columns >= 24 ? 12 : YEARS };
};

/** `2023 — 2025` as `2023–25`. */
export const shortYears = (years: string): string => years.replace(/ — (?:\d\d(?=\d\d))?/, '–');

/** The text in `width` cells, and the blanks up to the next column. */
const fitted = (text: string, width: number): readonly [shown: string, gap: string] => {
  if (width <= 0) return ['', ''];
  const shown = cells(text) < width ? text : `${truncate(text, Math.max(0, width - 2)).trimEnd()}…`;
  return [shown, ' '.repeat(Math.max(0, width - cells(shown)))];
};

/** A line of at most `columns` cells for each row. */
export const railLines = (rows: readonly RailRow[], columns: number): readonly Line[] => {
  const { name: at, title: titleAt, note: noteAt } = columnsFor(columns);
  const end = columns + 1;
  return rows.map(({ years, lang, name, title, note, run, now }, index) => {
    const stem = index === 0 ? '┎' : index === rows.length - 1 ? '┖' : '┠';
    const [span, gap] = fitted(columns < 40 ? shortYears(years) : years, at - YEARS);
    const [employer, afterEmployer] = fitted(name, (titleAt ?? end) - at);
    const line: Line = [
      { text: stem, style: { role: 'muted' } },
      { text: now ? '●' : '─', style: { role: now ? 'accent' : 'muted' } },
      { text: ' ' },
      { text: span, style: { ...(now ? {} : { role: 'soft' }), ...(lang === undefined ? {} : { lang }) } },
      { text: gap },
      { text: employer, style: { role: 'link', bold: true, run } },
    ];
    if (titleAt === undefined || title === '') return line;
    const [told, afterTitle] = fitted(title, (noteAt ?? end) - titleAt);
    const titled: Line = [...line, { text: afterEmployer }, { text: told }];
    if (noteAt === undefined || note === '') return titled;
    return [...titled, { text: afterTitle }, { text: fitted(note, end - noteAt)[0], style: { role: 'soft' } }];
  });
};
