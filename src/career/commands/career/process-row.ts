/** A job as a row of `ps aux` and `top`. */

import type { Cell } from '../../../coreutils/text/table.ts';
import type { Daemon } from '../../daemon.ts';

/** What `processRow` answers, column by column. */
export const processHeading: readonly Cell[] = ['USER', 'PID', '%CPU', '%MEM', 'STAT', 'START', 'TIME', 'COMMAND'];

/** How they are set. */
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
