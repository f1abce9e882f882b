/** last: lists the jobs as logins, the newest first. */
import type { Job } from '../../../data/types.ts';
import { type Cell, tableFor } from '../../coreutils/tables.ts';
import { defineCommand } from '../../os/command.ts';
import { UsageError } from '../../os/failure.ts';
import { writeLines } from '../../os/lines.ts';
import { line } from '../../term/style.ts';
import { beginning, dateText } from '../dates.ts';
import { resumeOf } from '../extension.ts';
import { countYears, jobYears, loginName } from '../system/daemon.ts';

const row = (job: Job, login: string, now: number): readonly Cell[] => {
  const { slug, places, start, end } = job;
  const years = jobYears(job, now);
  return [
    login,
    [{ text: slug, style: { role: 'link', run: `cat ${slug}` } }],
    places.join(' / '),
    end === 'now' ? start : start === end ? start : `${start} – ${end}`,
    end === 'now' ? [{ text: 'still logged in', style: { role: 'good' } }] : years > 0 ? `(${countYears(years)})` : '',
  ];
};

export default defineCommand({
  name: 'last',
  summary: 'List the jobs as logins, newest first',
  topic: 'résumé',
  options: { limit: { short: 'n', long: 'limit', value: 'NUMBER', number: true, summary: 'show at most NUMBER jobs' } },
  operands: [],
  description: ['Shows each job as a login: where, from when to when, and for how long.'],
  examples: [
    { line: 'last', shows: 'Every login of the career' },
    { line: 'last -n 2', shows: 'The two newest' },
  ],
  seeAlso: ['who', 'jobs', 'timeline'],
  linkable: true,
  run: (process, { options }) => {
    const { stdout, host } = process;
    const resume = resumeOf(process);
    const limit = options.limit ?? String(resume.jobs.length);
    if (!/^\d+$/.test(limit)) throw new UsageError(`invalid number: '${limit}'`);
    const since = beginning(resume);
    const login = loginName(resume.person);
    const rows = resume.jobs.slice(0, Number(limit)).map((job) => row(job, login, host.now()));
    return writeLines(stdout, [
      ...tableFor(stdout, rows, { drop: [0, 2, 4] }),
      ...(rows.length > 0 ? [[]] : []),
      line(since === undefined ? 'the career has not begun' : `career begins ${dateText(since)}`, { role: 'muted' }),
    ]);
  },
});
