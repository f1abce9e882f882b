/** The line that `uptime`, `w` and `top` begin with, in the career's units. */

import { toDateTime } from '../../../coreutils/time/calendar.ts';
import { strftime } from '../../../coreutils/time/strftime.ts';
import { zoneOf } from '../../../coreutils/time/zone.ts';
import type { Process } from '../../../os/process.ts';
import { careerLoad, countYears, yearsSince } from '../../daemon.ts';
import { resumeOf } from '../../extension.ts';

/** The time of day where the process is. */
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
  return ` ${clock(process)} up ${countYears(yearsSince(resume.person, now))},  ${running} ${running === 1 ? 'job' : 'jobs'},  load average: ${load}`;
};
