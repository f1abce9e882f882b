/** The years as bars of block glyphs along one axis. */
import type { Education, Job, PartialDate, Resume } from '../../../data/types.ts';
import { english, type Speech } from '../../locales/speech.ts';
import type { Line, Piece, Role } from '../../term/style.ts';
import { cells, truncate } from '../../term/width.ts';
import { type End, yearsText } from '../dates.ts';
import { widest } from '../entries/display.ts';

/** Most cells of the chart. */
const CHART = 120;
/** Below this many columns, only the axis has years. */
const WIDE = 60;

/** Left eighths of a cell (U+2588–258F), one to all. */
const eighths = ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'] as const;

interface Bar {
  readonly label: string;
  readonly years: string;
  /** Years with their fractions. */
  readonly from: number;
  readonly to: number;
  readonly role: Role;
}

const yearsOf = (date: PartialDate): number => Number(date.slice(0, 4)) + (date.length > 4 ? (Number(date.slice(5)) - 1) / 12 : 0);

/** The year of a time with its fraction, to a twelfth. */
const fraction = (now: number): number => {
  const date = new Date(now);
  return date.getUTCFullYear() + date.getUTCMonth() / 12;
};

/** The end of a bar; a span within one year fills that year, up to now. */
const endOfBar = (start: number, end: End, now: number): number => Math.min(now, Math.max(end === 'now' ? now : yearsOf(end), start + 1));

const barOf = ({ slug, start, end }: Job | Education, role: Role, now: number, speech: Speech): Bar => ({
  label: slug,
  years: yearsText(start, end, speech),
  from: yearsOf(start),
  to: endOfBar(yearsOf(start), end, now),
  role: end === 'now' ? 'good' : role,
});

/** The bar, precise to an eighth of a cell at its right end; at least an eighth wide. */
const drawn = (bar: Bar, first: number, perYear: number): string => {
  const from = Math.round((bar.from - first) * perYear);
  const units = Math.max(1, Math.round(((bar.to - first) * perYear - from) * 8));
  return ' '.repeat(from) + '█'.repeat(units >> 3) + (units % 8 === 0 ? '' : (eighths[(units % 8) - 1] ?? ''));
};

/** The axis with as many years as fit. */
const axis = (first: number, last: number, perYear: number): string => {
  const step = [1, 2, 5, 10, 20, 50].find((years) => years * perYear >= 6) ?? 100;
  let text = '';
  for (let year = first; year <= last; year += step) {
    const at = Math.round((year - first) * perYear);
    if (at + 4 <= Math.ceil((last - first) * perYear)) text = text.padEnd(at) + String(year);
  }
  return text;
};

/** Jobs, then education, newest first, in lines of at most `columns` cells; empty without either. In English unless another language is given. */
export const timelineLines = (resume: Resume, columns: number, now: number, speech: Speech = english): readonly Line[] => {
  const today = fraction(now);
  const bars = [
    ...resume.jobs.map((job) => barOf(job, 'accent', today, speech)),
    ...resume.education.map((course) => barOf(course, 'heading', today, speech)),
  ];
  if (bars.length === 0) return [];
  const total = Math.min(columns, CHART);
  const labels = Math.min(widest(bars.map(({ label }) => label)), total >> 1);
  const years = total >= WIDE ? widest(bars.map((bar) => bar.years)) + 2 : 0;
  const first = bars.reduce((year, { from }) => Math.min(year, Math.floor(from)), Number.POSITIVE_INFINITY);
  const last = bars.reduce((year, { to }) => Math.max(year, Math.ceil(to)), first + 1);
  const perYear = (total - labels - 2 - years) / (last - first);
  const margin = ' '.repeat(labels + 2 + years);
  const row = (bar: Bar): Line => {
    const label = truncate(bar.label, labels);
    const pieces: Piece[] = [{ text: label, style: { role: 'link', run: `cat ${bar.label}` } }];
    pieces.push({ text: ' '.repeat(labels - cells(label) + 2) });
    if (years > 0) pieces.push({ text: bar.years.padEnd(years), style: { role: 'muted' } });
    return [...pieces, { text: drawn(bar, first, perYear), style: { role: bar.role } }];
  };
  return [[{ text: margin + axis(first, last, perYear), style: { role: 'muted' } }], ...bars.map(row)];
};
