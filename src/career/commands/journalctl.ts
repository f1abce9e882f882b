/** journalctl: prints the jobs as log lines. */
import { defineCommand } from '../../os/command.ts';
import { UsageError } from '../../os/failure.ts';
import { writeLines } from '../../os/lines.ts';
import type { Line } from '../../term/style.ts';
import { resumeOf } from '../extension.ts';
import { type Daemon, daemons } from '../system/daemon.ts';
import { findUnits } from '../system/report.ts';

const entries = ({ job, id }: Daemon): readonly Line[] =>
  [...job.summary, ...(job.highlights ?? [])].map((text) => [
    { text: job.start, style: { role: 'muted' } },
    { text: ' ' },
    { text: job.slug, style: { role: 'link', run: `cat ${job.slug}` } },
    { text: `[${id}]: ${text}` },
  ]);

export default defineCommand({
  name: 'journalctl',
  summary: 'Print the jobs as log lines',
  topic: 'résumé',
  options: {
    unit: { short: 'u', long: 'unit', value: 'UNIT', kind: 'file', summary: 'show one job, or all roles at an employer' },
    lines: { short: 'n', long: 'lines', value: 'NUMBER', summary: 'show only the last NUMBER lines' },
    reverse: { short: 'r', long: 'reverse', summary: 'show the newest job first' },
  },
  operands: [],
  description: ['Prints each paragraph and highlight of each job as a line, with the year in which the job began, oldest job first.'],
  examples: [
    { line: 'journalctl | head -n 3', shows: 'How it began' },
    { line: 'journalctl -r -n 3', shows: 'Three lines of the newest job' },
  ],
  statuses: { 4: 'there is no such unit' },
  seeAlso: ['systemctl', 'grep'],
  linkable: true,
  run: (process, { options: { unit, lines, reverse } }) => {
    if (lines !== undefined && !/^\d+$/.test(lines)) throw new UsageError(`Failed to parse lines '${lines}'`);
    const { stdout, host } = process;
    const resume = resumeOf(process);
    const units = unit === undefined ? daemons(resume, host.now()) : findUnits(process, unit);
    const log = (reverse ? units : [...units].reverse()).flatMap(entries);
    const count = lines === undefined ? log.length : Number(lines);
    return writeLines(stdout, reverse ? log.slice(0, count) : log.slice(Math.max(0, log.length - count)));
  },
});
