/** The career as the tools of an operating system report it: the line of uptime, the rows of ps and top, the units of systemctl. */
import type { Cell } from '../../coreutils/tables.ts';
import { toDateTime, zoneOf } from '../../coreutils/time/calendar.ts';
import { strftime } from '../../coreutils/time/strftime.ts';
import { CommandError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import { resumeOf } from '../extension.ts';
import { bareNames } from '../names.ts';
import { careerLoad, countYears, type Daemon, daemons, yearsSince } from './daemon.ts';

/** The local time of the process. */
export const clock = (process: Process, pattern = '%H:%M:%S'): string => {
  const time = toDateTime(process.host.now(), zoneOf(process));
  return time ? strftime(pattern, time) : '';
};

/** ` 08:20:11 up 9 years,  1 job,  load average: 1.00, 1.00, 0.67`: the load over the last 1, 5 and 15 years. */
export const uptimeLine = (process: Process): string => {
  const { host } = process;
  const resume = resumeOf(process);
  const now = host.now();
  const running = resume.jobs.filter(({ end }) => end === 'now').length;
  const load = [1, 5, 15].map((years) => careerLoad(resume, now, years).toFixed(2)).join(', ');
  return ` ${clock(process)} up ${countYears(yearsSince(resume, now))},  ${running} ${running === 1 ? 'job' : 'jobs'},  load average: ${load}`;
};

/** The columns of `processRow`. */
export const processHeading: readonly Cell[] = ['USER', 'PID', '%CPU', '%MEM', 'STAT', 'START', 'TIME', 'COMMAND'];

/** How the table is set. */
export const processColumns = { right: [1, 2, 3], drop: [0, 5, 2, 3, 6] } as const;

/** USER, PID, %CPU, %MEM, STAT, START, TIME, COMMAND. */
export const processRow = ({ job, id, running, years, memory }: Daemon, login: string): readonly Cell[] => [
  login,
  String(id),
  running ? '100.0' : '0.0',
  (memory * 100).toFixed(1),
  running ? [{ text: 'R+', style: { role: 'good' } }] : 'X',
  job.start,
  years > 0 ? `${years}y` : '<1y',
  [
    { text: job.slug, style: { role: 'link', run: `cat ${job.slug}` } },
    ...(running ? [] : [{ text: ' (done)', style: { role: 'muted' } } as const]),
  ],
];

const suffix = '.service';

/** `tiktok.service`. */
export const unitName = ({ job }: Daemon): string => job.slug + suffix;

/** The units that a slug or an employer names, with or without `.service`; CommandError with systemd's wording and status 4. */
export const findUnits = (process: Process, name: string): readonly Daemon[] => {
  const resume = resumeOf(process);
  const bare = (name.endsWith(suffix) ? name.slice(0, -suffix.length) : name).toLowerCase();
  const paths = bareNames(resume).get(bare) ?? [];
  const found = daemons(resume, process.host.now()).filter(({ job }) => paths.includes(`jobs/${job.slug}`));
  if (found.length === 0) throw new CommandError(`Unit ${bare}${suffix} could not be found.`, 4);
  return found;
};
