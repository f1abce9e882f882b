/** Finds the jobs that operands mean. */
import { CommandError } from '../../os/failure.ts';
import type { JobView, ShellPort } from '../../os/shell-port.ts';

/** The job that a specification means; throws CommandError in bash's wording. */
export const findJob = (spec: string, shell: ShellPort, status = 1): JobView => {
  const job = shell.findJob(spec) ?? shell.findJob(`%${spec}`);
  if (!job) throw new CommandError(`${spec}: no such job`, status);
  return job;
};

/** Waits for a job's end, or for the waiter's own stop. */
export const awaitJob = (job: JobView, signal: AbortSignal): Promise<number> =>
  new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    void job.finished.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
