/** `wait`: waits for background jobs to end (POSIX `wait`). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import { NOT_FOUND } from '../os/status.ts';
import { awaitJob } from './jobs/find.ts';

export default defineBuiltin({
  name: 'wait',
  summary: 'wait for background jobs to end',
  topic: 'shell',
  options: { next: { short: 'n', summary: 'wait for one of them only' } },
  operands: [{ name: 'JOB', kind: 'job', optional: true, repeat: true }],
  examples: [{ line: 'sleep 1 & wait; echo done', shows: 'wait for what runs in the background' }],
  seeAlso: ['jobs'],
  run: async ({ signal }, { options, operands }, shell) => {
    const jobs = operands.map((spec) => {
      const job = shell.findJob(spec);
      if (job) return job;
      if (spec.startsWith('%')) throw new CommandError(`${spec}: no such job`, NOT_FOUND);
      if (!/^\d+$/.test(spec)) throw new CommandError(`\`${spec}': not a pid or valid job spec`);
      throw new CommandError(`pid ${spec} is not a child of this shell`, NOT_FOUND);
    });
    const chosen = operands.length > 0 ? jobs : shell.jobs;
    if (options.next) {
      if (chosen.length === 0) return NOT_FOUND;
      const [job, status] = await Promise.race(chosen.map(async (each) => [each, await awaitJob(each, signal)] as const));
      shell.forgetJob(job);
      return status;
    }
    let status = 0;
    for (const job of chosen) {
      status = await awaitJob(job, signal);
      shell.forgetJob(job);
    }
    return operands.length > 0 ? status : 0;
  },
});
