/** ps: shows the jobs as processes. */

import { type Cell, tableFor } from '../../coreutils/tables.ts';
import { defineCommand } from '../../os/command.ts';
import { writeLines } from '../../os/lines.ts';
import { resumeOf } from '../extension.ts';
import { daemons, loginName } from '../system/daemon.ts';
import { processColumns, processHeading, processRow } from '../system/report.ts';

/** Whether an argument asks for something, as BSD's `aux`, or as `-ef` or `-A`. */
const wants = (args: readonly string[], letters: RegExp): boolean => args.some((arg) => !arg.startsWith('--') && letters.test(arg));

export default defineCommand({
  name: 'ps',
  summary: 'Show the jobs as processes',
  topic: 'résumé',
  options: {},
  operands: [{ name: 'aux', kind: ['aux', '-ef'], optional: true, repeat: true }],
  rawArguments: true,
  description: [
    'Without arguments, it shows what is running: the present job, and this shell. With aux or -ef, it shows every job, including those that have ended.',
    'A process number is the year in which the job began, and one digit. %MEM is the job’s share of the text about all jobs; %CPU is wishful thinking.',
  ],
  examples: [
    { line: 'ps', shows: 'The present job' },
    { line: 'ps aux | grep -v done', shows: 'Every job that has not ended' },
  ],
  seeAlso: ['top', 'systemctl', 'jobs'],
  linkable: true,
  run: (process, { operands }) => {
    const { stdout, host, id } = process;
    const resume = resumeOf(process);
    const all = daemons(resume, host.now());
    if (wants(operands, /[aAefux]/)) {
      const login = loginName(resume.person);
      return writeLines(stdout, tableFor(stdout, [processHeading, ...all.map((daemon) => processRow(daemon, login))], processColumns));
    }
    const rows: (readonly Cell[])[] = all
      .filter(({ running }) => running)
      .map(({ id: pid, years, job }) => [String(pid), job.slug, `${years}y`, job.title]);
    return writeLines(
      stdout,
      tableFor(stdout, [['PID', 'TTY', 'TIME', 'CMD'], ...rows, [String(id), 'tty1', '0y', 'cvsh']], { right: [0], drop: [2] }),
    );
  },
});
