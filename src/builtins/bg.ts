/** `bg`: lets a job go on in the background, where each job here is already (POSIX `bg`). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import { findJob } from './jobs/find.ts';

export default defineBuiltin({
  name: 'bg',
  summary: 'let a job go on in the background',
  topic: 'shell',
  options: {},
  operands: [{ name: 'JOB', kind: 'job', optional: true, repeat: true }],
  description: ['Nothing can be suspended here, so a job that runs is in the background already; start one with `&`.'],
  examples: [{ line: 'sleep 1 & bg', shows: 'learn that it is there already' }],
  seeAlso: ['fg', 'jobs'],
  run: async ({ stderr }, { operands }, shell) => {
    if (operands.length === 0 && shell.jobs.length === 0) throw new CommandError('current: no such job');
    for (const spec of operands.length === 0 ? ['%%'] : operands) {
      const job = findJob(spec, shell);
      if (job.state === 'done') throw new CommandError('job has terminated');
      await stderr.write(`bg: job ${job.number} already in background\n`);
    }
  },
});
