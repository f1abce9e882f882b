/** The years as bars along one axis: a row for each job and course, guides for the years. */
import type { PartialDate, Resume } from '../../../data/types.ts';
import { english, looking, type Speech } from '../../locales/speech.ts';
import { wrap } from '../../term/layout.ts';
import { type Line, line, type Piece, plain, type Style } from '../../term/style.ts';
import { cells, truncate } from '../../term/width.ts';
import { type End, type Span, yearsText } from '../dates.ts';

/** Where the chart begins, on terminals that are wide enough, and on others. */
const MARGIN = 26;
const NARROW_MARGIN = 16;
/** Cells of a year, from the most to the least; a longer career gets less than one. */
const CELLS = [6, 4, 2, 1] as const;
/** Columns from which a year has six cells, and from which the margin is wide. */
const WIDE = 104;
const MIDDLE = 78;
/** More rows than these stand without air between them. */
const AIRY = 16;

/** What is drawn of one entry. */
interface Bar {
  readonly label: string;
  readonly run: string;
  readonly years: string;
  /** Years with their fractions. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'work' | 'now' | 'study';
}

/** The axis: its first year, the one after its last, cells a year, columns in all. */
interface Axis {
  readonly first: number;
  readonly last: number;
  readonly perYear: number;
  readonly columns: number;
}

const glyphs = { work: '━', now: '━', study: '─' } as const;

const looks: Readonly<Record<Bar['kind'], Style>> = { work: { role: 'muted' }, now: { role: 'accent' }, study: { role: 'muted' } };

const guide: Piece = { text: '▏', style: { role: 'guide' } };

const yearsOf = (date: PartialDate): number => Number(date.slice(0, 4)) + (date.length > 4 ? (Number(date.slice(5)) - 1) / 12 : 0);

/** The year of a time with its fraction, to a twelfth. */
const fraction = (now: number): number => {
  const date = new Date(now);
  return date.getUTCFullYear() + date.getUTCMonth() / 12;
};

/** The end of a bar; a span within one year fills that year, up to now. */
const endOfBar = (start: number, end: End, now: number): number => Math.min(now, Math.max(end === 'now' ? now : yearsOf(end), start + 1));

/** The bar of what has a date; where only the end is known, of its year. */
const barOf = (label: string, slug: string, { start, end }: Span, kind: 'work' | 'study', now: number, speech: Speech): readonly Bar[] => {
  const from = start ?? (end === 'now' ? undefined : end);
  if (from === undefined || end === undefined) return [];
  return [
    {
      label,
      run: `cat ${slug}`,
      years: yearsText(from, end, speech),
      from: yearsOf(from),
      to: endOfBar(yearsOf(from), end, now),
      kind: kind === 'work' && end === 'now' ? 'now' : kind,
    },
  ];
};

const columnOf = ({ first, perYear }: Axis, year: number): number => Math.round((year - first) * perYear);

/** Years from one guide to the next, so that a year's digits fit between them. */
const stepOf = ({ perYear }: Axis): number => [1, 2, 5, 10, 20, 50].find((years) => years * perYear >= (perYear < 4 ? 3 : 5)) ?? 100;

const guided = (axis: Axis): readonly number[] =>
  Array.from({ length: Math.ceil((axis.last - axis.first) / stepOf(axis)) }, (_, index) => axis.first + index * stepOf(axis));

const yearRow = (axis: Axis): string =>
  guided(axis).reduce((text, year) => {
    const digits = String(year).slice(axis.perYear < 4 ? 2 : 0);
    const at = columnOf(axis, year);
    return at + digits.length > axis.columns ? text : text.padEnd(at) + digits;
  }, '');

/** A row of the chart: guides, and on them pieces at their columns, each with a blank around it. */
const chartRow = (axis: Axis, placed: readonly (readonly [at: number, piece: Piece])[]): Line => {
  const row: (Piece | undefined)[] = Array.from({ length: axis.columns });
  for (const year of guided(axis)) if (columnOf(axis, year) < axis.columns) row[columnOf(axis, year)] = guide;
  for (const [at, { text, style }] of placed) {
    for (let index = -1; index <= cells(text); index++) row[at + index] = { text: ' ' };
    for (const [index, letter] of [...text].entries()) row[at + index] = style ? { text: letter, style } : { text: letter };
  }
  const pieces: Piece[] = [];
  for (const piece of row.map((cell) => cell ?? { text: ' ' })) {
    const before = pieces.at(-1);
    if (before && before.style === piece.style) pieces[pieces.length - 1] = { ...before, text: before.text + piece.text };
    else pieces.push(piece);
  }
  return pieces.at(-1)?.style === undefined && pieces.at(-1)?.text.trim() === '' ? pieces.slice(0, -1) : pieces;
};

/** The bar, and its years where there is room: behind it, else before it. */
const drawn = (bar: Bar, axis: Axis, speech: Speech): Line => {
  const from = Math.min(columnOf(axis, bar.from), axis.columns - 1);
  const to = Math.min(Math.max(from + 1, columnOf(axis, bar.to)), axis.columns);
  const style = looking(speech, { role: 'muted' });
  const years: Piece = { text: bar.years, style };
  const width = cells(bar.years);
  const at = to + 1 + width <= axis.columns ? to + 1 : from - 1 - width;
  const told = at >= 0 ? [[at, years] as const] : [];
  return chartRow(axis, [...told, [from, { text: glyphs[bar.kind].repeat(to - from), style: looks[bar.kind] }]]);
};

const axisOf = (bars: readonly Bar[], columns: number): Axis => {
  const first = bars.reduce((year, { from }) => Math.min(year, Math.floor(from)), Number.POSITIVE_INFINITY);
  const last = bars.reduce((year, { to }) => Math.max(year, Math.ceil(to)), first + 1);
  const sizes = columns + MARGIN >= WIDE ? CELLS : CELLS.slice(1);
  const perYear = sizes.find((size) => size * (last - first) <= columns) ?? columns / (last - first);
  return { first, last, perYear, columns: Math.min(columns, Math.ceil((last - first) * perYear) + (columns < MIDDLE - MARGIN ? 0 : 14)) };
};

/** The kinds of bars that there are, by their names. */
const legend = (bars: readonly Bar[], speech: Speech): Line => {
  const { translate } = speech;
  const names = { work: translate('work'), now: translate('now'), study: translate('study') };
  return (['work', 'now', 'study'] as const)
    .filter((kind) => bars.some((bar) => bar.kind === kind))
    .flatMap((kind, index) => [
      { text: `${index > 0 ? '   ' : ''}${glyphs[kind].repeat(2)}`, style: looks[kind] },
      { text: ` ${names[kind]}`, style: looking(speech, { role: 'muted' }) },
    ]);
};

const nameOf = (name: string, width: number): string => (cells(name) <= width ? name : `${truncate(name, width - 1).trimEnd()}…`);

/** Jobs, then education, newest first, in lines of at most `columns` cells; empty without either. In English unless another language is given. */
export const timelineLines = (resume: Resume, columns: number, now: number, speech: Speech = english): readonly Line[] => {
  const today = fraction(now);
  const bars = [
    ...resume.jobs.flatMap((job) => barOf(job.employer, job.slug, job, 'work', today, speech)),
    ...resume.education.flatMap((course) => barOf(course.institution, course.slug, course, 'study', today, speech)),
  ];
  if (bars.length === 0) return [];
  const margin = columns >= MIDDLE ? MARGIN : Math.min(NARROW_MARGIN, columns >> 1);
  const axis = axisOf(bars, columns - margin);
  const air = bars.length > AIRY ? [] : [[{ text: ' '.repeat(margin) }, ...chartRow(axis, [])]];
  const key = legend(bars, speech);
  const row = (bar: Bar): Line => {
    const label = nameOf(bar.label, margin - 2);
    const look: Style = { role: 'link', run: bar.run, ...(bar.kind === 'now' ? { bold: true } : {}) };
    return [{ text: label, style: look }, { text: ' '.repeat(margin - cells(label)) }, ...drawn(bar, axis, speech)];
  };
  return [
    line(' '.repeat(margin) + yearRow(axis), { role: 'muted' }),
    ...air,
    ...bars.flatMap((bar) => [row(bar), ...air]),
    ...wrap(key, columns, { indent: Math.max(0, Math.min(margin, columns - cells(plain(key)))) }),
  ];
};
