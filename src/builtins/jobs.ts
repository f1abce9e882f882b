/** `jobs`: what runs in the background, and the career as jobs (POSIX `jobs`). */
import { defineBuiltin } from '../os/builtin.ts';
import { findJob } from './jobs/find.ts';
import { jobLine, standingLine } from './jobs/listing.ts';
import { standingJobs } from './jobs/standing.ts';

export default defineBuiltin({
  name: 'jobs',
  summary: 'list jobs: those in the background, then those in the résumé',
  topic: 'résumé',
  options: {
    long: { short: 'l', summary: 'with process numbers' },
    ids: { short: 'p', summary: 'process numbers alone' },
    running: { short: 'r', summary: 'only what runs' },
  },
  operands: [{ name: 'JOB', kind: 'job', optional: true, repeat: true }],
  linkable: true,
  examples: [{ line: 'jobs', shows: 'see what runs now, and what is done' }],
  seeAlso: ['fg', 'ls', 'timeline'],
  run: async (process, { options, operands }, shell) => {
    const { stdout } = process;
    const chosen = operands.length > 0 ? operands.map((spec) => findJob(spec, shell)) : shell.jobs;
    const shown = chosen.filter(({ state }) => !options.running || state === 'running');
    for (const job of shown) await stdout.write(options.ids ? `${job.id}\n` : jobLine(job, shell, options.long));
    const first = (shell.jobs.at(-1)?.number ?? 0) + 1;
    if (operands.length === 0 && !options.ids) {
      for (const [i, job] of standingJobs(process).entries()) {
        if (!options.running || job.state === 'running') await stdout.write(standingLine(job, first + i));
      }
    }
    for (const job of shown) if (job.state === 'done') shell.forgetJob(job);
  },
});
