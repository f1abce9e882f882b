/** A job as a row of `ps aux` and `top`. */
import type { Daemon } from '../../resume/daemon.ts';
import type { Cell } from '../../resume/table.ts';

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
