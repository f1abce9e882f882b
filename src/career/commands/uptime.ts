/** uptime: tells how long the career has been running. */

import { defineCommand } from '../../os/command.ts';
import { coreutils } from '../../os/operands.ts';
import { beginning } from '../dates.ts';
import { resumeOf } from '../extension.ts';
import { countYears, yearsSince } from '../system/daemon.ts';
import { uptimeLine } from '../system/report.ts';

export default defineCommand({
  name: 'uptime',
  summary: 'Tell how long the career has been running',
  topic: 'résumé',
  options: {
    pretty: { short: 'p', long: 'pretty', summary: 'print only the time' },
    since: { short: 's', long: 'since', summary: 'print when it began' },
  },
  dialect: coreutils,
  operands: [],
  description: [
    'Shows the time, the years since the career began, the running jobs, and as load averages how busy the last 1, 5 and 15 years were.',
  ],
  examples: [
    { line: 'uptime', shows: 'Years without a reboot' },
    { line: 'uptime -s', shows: 'The year in which it began' },
  ],
  seeAlso: ['w', 'top', 'timeline'],
  linkable: true,
  run: (process, { options }) => {
    const { stdout, host } = process;
    const resume = resumeOf(process);
    if (options.since) return stdout.write(`${beginning(resume) ?? 'not yet'}\n`);
    if (options.pretty) return stdout.write(`up ${countYears(yearsSince(resume, host.now()))}\n`);
    return stdout.write(`${uptimeLine(process)}\n`);
  },
});
