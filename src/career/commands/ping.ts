/** ping: checks whether a job is alive. */

import { defineCommand } from '../../os/command.ts';
import { CommandError, UsageError } from '../../os/failure.ts';
import { plain } from '../../os/operands.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import { dateText, endText } from '../dates.ts';
import { resumeOf } from '../extension.ts';
import { bareNames } from '../names.ts';

export default defineCommand({
  name: 'ping',
  summary: 'Check whether a job is alive',
  topic: 'fun',
  options: { count: { short: 'c', value: 'COUNT', summary: 'no effect: one answer is enough' } },
  dialect: { ...plain, missing: () => new UsageError('usage error: Destination address required') },
  operands: [{ name: 'JOB', kind: 'file' }],
  description: ['No packet leaves this page. The answer comes from the résumé.'],
  examples: [{ line: 'ping -c 1 $(ls jobs | head -n 1)', shows: 'Whether the job is the present one', manual: true }],
  statuses: { 1: 'no answer: the job has ended', 2: 'there is no such job' },
  seeAlso: ['systemctl', 'last'],
  linkable: true,
  run: async (process, { operands: [name] }) => {
    const { stdout } = process;
    const resume = resumeOf(process);
    const paths = bareNames(resume).get(name.toLowerCase()) ?? [];
    const jobs = resume.jobs.filter(({ slug }) => paths.includes(`jobs/${slug}`));
    if (jobs.length === 0) throw new CommandError(`${name}: Name or service not known`, 2);
    for (const { slug, start, end } of jobs) {
      const answer = end === 'now' ? `alive since ${dateText(start)}, still answering` : `no answer since ${endText(end)}`;
      await stdout.write(`${slug}: ${answer}\n`);
    }
    return jobs.some(({ end }) => end === 'now') ? SUCCESS : FAILURE;
  },
});
