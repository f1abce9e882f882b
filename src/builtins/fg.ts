/** `fg`: brings a job to the foreground, or the present job of the résumé (POSIX `fg`). */

import { defineBuiltin } from '../os/builtin.ts';
import { CommandError, Stopped } from '../os/failure.ts';
import { bashLenient } from '../os/operands.ts';
import { awaitJob } from './jobs/find.ts';
import { findStandingJob, standingJobs } from './jobs/standing.ts';

export default defineBuiltin({
  name: 'fg',
  summary: 'bring a job to the foreground; without one, the present job of the résumé',
  topic: 'résumé',
  options: {},
  dialect: bashLenient,
  operands: [{ name: 'JOB', kind: 'job', optional: true }],
  examples: [{ line: 'fg', shows: 'read about the present job' }],
  seeAlso: ['jobs', 'bg'],
  run: async (process, { operands: [spec] }, shell) => {
    const { stdout, signal } = process;
    const job = spec === undefined ? shell.findJob('%%') : (shell.findJob(spec) ?? shell.findJob(`%${spec}`));
    if (!job) {
      const standing = findStandingJob(spec, standingJobs(process), shell);
      if (!standing) throw new CommandError(`${spec ?? 'current'}: no such job`);
      return shell.call(standing.argv);
    }
    await stdout.write(`${job.source}\n`);
    try {
      return await awaitJob(job, signal);
    } catch (error) {
      if (error instanceof Stopped) job.stop(error.status);
      throw error;
    } finally {
      shell.forgetJob(job);
    }
  },
});
