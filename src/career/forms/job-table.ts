/** The jobs as a short table along a rail, for the first screen. */
import type { Job } from '../../../data/types.ts';
import { looking, type Speech } from '../../locales/speech.ts';
import { type Line, line, type Piece } from '../../term/style.ts';
import { cells, truncate } from '../../term/width.ts';
import { yearsText } from '../dates.ts';
import { widest } from '../entries/display.ts';
import { activeMark } from '../entries/text.ts';

/** Below this many columns, a job's title does not fit beside its employer. */
const WIDE = 60;
/** A wider table is hard to read. */
const TABLE = 104;
const GAP = 2;

/** Cells of each column; `places` is 0 if there is no room for them. */
interface Columns {
  readonly total: number;
  readonly years: number;
  readonly employers: number;
  readonly titles: number;
  readonly places: number;
  readonly speech: Speech;
}

/** The text, cut to fit with an ellipsis. */
const ellipsis = (text: string, columns: number): string =>
  cells(text) <= columns ? text : `${truncate(text, Math.max(0, columns - 1)).trimEnd()}…`;

const padded = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - cells(text)));

const placeText = ({ places }: Job): string => places.join(' / ');
const isActive = ({ end }: Job): boolean => end === 'now';
const markText = (job: Job, { translate }: Speech): string => (isActive(job) ? ' '.repeat(GAP) + translate(activeMark) : '');

const measure = (jobs: readonly Job[], columns: number, speech: Speech): Columns => {
  const total = Math.min(columns, TABLE);
  const years = widest(jobs.map(({ start, end }) => yearsText(start, end, speech)));
  const rest = total - GAP - years - GAP;
  const wide = total >= WIDE;
  const employers = Math.min(widest(jobs.map(({ employer }) => employer)), wide ? rest >> 1 : rest);
  const room = rest - employers - GAP;
  const titles = widest(jobs.map(({ title }) => title));
  const isTold = jobs.some(({ places }) => places.length > 0);
  const places = widest(jobs.map((job) => placeText(job) + markText(job, speech)));
  const fits = isTold && wide && titles + GAP + places <= room;
  return { total, years, employers, titles: wide ? Math.min(titles, room) : 0, places: fits ? places : 0, speech };
};

const rail = (job: Job, last: boolean): Piece =>
  isActive(job) ? { text: '● ', style: { role: 'good' } } : { text: last ? '╵ ' : '│ ', style: { role: 'muted' } };

const mark = (job: Job, speech: Speech): Line =>
  isActive(job) ? [{ text: ' '.repeat(GAP) }, { text: speech.translate(activeMark), style: looking(speech, { role: 'good' }) }] : [];

/** Title, and place if there is room: in a column of its own, or after the title of the present job. */
const details = (job: Job, { total, years, employers, titles, places, speech }: Columns): Line => {
  if (places > 0 && job.places.length > 0)
    return [{ text: padded(job.title, titles + GAP) }, { text: placeText(job), style: { role: 'muted' } }];
  const room = total - GAP - years - GAP - employers - GAP - cells(markText(job, speech));
  const place = `, ${placeText(job)}`;
  const told = isActive(job) && job.places.length > 0 && cells(job.title + place) <= room;
  return [{ text: ellipsis(job.title, room) }, ...(told ? [{ text: place, style: { role: 'muted' } } as const] : [])];
};

const jobLines = (job: Job, last: boolean, columns: Columns): readonly Line[] => {
  const { years, employers, titles, total, speech } = columns;
  const span = padded(yearsText(job.start, job.end, speech), years + GAP);
  const start: Line = [rail(job, last), { text: span, style: looking(speech, { role: 'muted' }) }];
  const room = titles > 0 ? employers : Math.min(employers, total - GAP - years - GAP - cells(markText(job, speech)));
  const name = ellipsis(job.employer, room);
  const employer: Piece = { text: name, style: { role: 'link', run: `cat ${job.slug}` } };
  if (titles > 0)
    return [[...start, employer, { text: padded('', employers - cells(name) + GAP) }, ...details(job, columns), ...mark(job, speech)]];
  const second: Line = [
    { text: padded(last ? '' : '│', GAP + years + GAP), style: { role: 'muted' } },
    { text: ellipsis(job.title, total - GAP - years - GAP) },
  ];
  return [[...start, employer, ...mark(job, speech)], ...(isActive(job) ? [second] : [])];
};

/** A line or two for each job, newest first, at most `rows` in all; the last line counts the jobs that do not fit. */
export const careerLines = (jobs: readonly Job[], columns: number, rows: number, speech: Speech): readonly Line[] => {
  const widths = measure(jobs, columns, speech);
  const blocks = jobs.map((job, index) => jobLines(job, index === jobs.length - 1, widths));
  if (blocks.flat().length <= rows) return blocks.flat();
  const shown: Line[] = [];
  let kept = 0;
  for (const block of blocks) {
    if (shown.length + block.length > rows - 1) break;
    for (const row of block) shown.push(row);
    kept++;
  }
  const more = line(speech.say`${jobs.length - kept} more`, looking(speech, { role: 'link', run: 'ls jobs' }));
  return [...shown, [{ text: '╵ ', style: { role: 'muted' } }, ...more]];
};
