/** top: shows the jobs as processes, the busiest first. */

import { tableFor } from '../../coreutils/tables.ts';
import { defineCommand } from '../../os/command.ts';
import { writeLines } from '../../os/lines.ts';
import { line } from '../../term/style.ts';
import { resumeOf } from '../extension.ts';
import { daemons, loginName } from '../system/daemon.ts';
import { processColumns, processHeading, processRow, uptimeLine } from '../system/report.ts';

export default defineCommand({
  name: 'top',
  summary: 'Show the jobs as processes, the busiest first',
  topic: 'résumé',
  options: {
    batch: { short: 'b', summary: 'no effect: it prints once and ends, as -b -n 1 does elsewhere' },
    count: { short: 'n', value: 'NUMBER', summary: 'no effect' },
  },
  operands: [],
  description: [
    'Shows the uptime, how many jobs are running and how many are done, and a row for each. It prints once: a career changes too slowly to watch.',
  ],
  examples: [{ line: 'top', shows: 'What takes the time' }],
  seeAlso: ['ps', 'uptime', 'systemctl'],
  linkable: true,
  run: (process) => {
    const { stdout, host } = process;
    const resume = resumeOf(process);
    const all = daemons(resume, host.now());
    const running = all.filter((daemon) => daemon.running).length;
    const order = [...all].sort((a, b) => Number(b.running) - Number(a.running) || b.memory - a.memory);
    const login = loginName(resume.person);
    return writeLines(stdout, [
      line(`top -${uptimeLine(process)}`),
      line(`Tasks: ${all.length} total, ${running} running, 0 sleeping, ${all.length - running} done`),
      [],
      ...tableFor(stdout, [processHeading, ...order.map((daemon) => processRow(daemon, login))], processColumns),
    ]);
  },
});
