/** top: shows the jobs as processes, the busiest first. */

import { tableFor } from '../../coreutils/tables.ts';
import { type Command, defineCommand } from '../../os/command.ts';
import { writeLines } from '../../os/lines.ts';
import { line } from '../../term/style.ts';
import { resumeOf } from '../extension.ts';
import { daemons, loginName } from '../system/daemon.ts';
import { processColumns, processHeading, processRow, uptimeLine } from '../system/report.ts';

/** The command by that name. */
export const topCommand = (name: string): Command =>
  defineCommand({
    name,
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
    examples: [{ line: name, shows: 'What takes the time' }],
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

export default topCommand('top');
