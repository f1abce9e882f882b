/** What the résumé has for some months: the roles held and the talks given then. */
import type { PartialDate, Resume } from '../../../../data/types.ts';
import { looking, type Speech } from '../../../locales/speech.ts';
import type { Line } from '../../../term/style.ts';
import { dateText, yearsText } from '../../dates.ts';
import { jobName } from '../../entries/entry.ts';
import type { Month } from './calendar.ts';

const monthsOf = (date: PartialDate | 'now', now: Month): readonly [number, number] => {
  if (date === 'now') return [now.year * 12 + now.month, now.year * 12 + now.month];
  const [year = 0, month] = date.split('-').map(Number);
  return month === undefined ? [year * 12 + 1, year * 12 + 12] : [year * 12 + month, year * 12 + month];
};

/** A line for each role and talk in the months from `first` to `last`, newest first; a click opens its entry. */
export const careerLines = (
  speech: Speech,
  { jobs, talks }: Resume,
  [first, last]: readonly [first: Month, last: Month],
  now: Month,
): readonly Line[] => {
  const touches = (start: PartialDate, end: PartialDate | 'now'): boolean =>
    monthsOf(start, now)[0] <= last.year * 12 + last.month && monthsOf(end, now)[1] >= first.year * 12 + first.month;
  const row = (when: string, what: string, slug: string): Line => [
    { text: `${when}  `, style: looking(speech, { role: 'muted' }) },
    { text: what, style: { run: `cat ${slug}` } },
  ];
  return [
    ...jobs
      .filter(({ start, end }) => touches(start, end))
      .map((job) => row(yearsText(job.start, job.end, speech), jobName(job), job.slug)),
    ...talks.flatMap(({ date, title, at, slug }) =>
      date && touches(date, date) ? [row(dateText(date, speech), at === undefined ? title : `${title}, ${at}`, slug)] : [],
    ),
  ];
};
