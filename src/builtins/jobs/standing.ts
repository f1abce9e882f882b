/** Jobs that no process of this shell does: `jobs` lists them below the shell's own, and `fg` runs a line for each. */
import { defineExtension } from '../../os/extensions.ts';
import type { Process } from '../../os/process.ts';
import type { JobView, ShellPort } from '../../os/shell-port.ts';

/** Such a job. */
export interface StandingJob {
  /** In lower case; `fg` takes its beginning up to a hyphen as well. */
  readonly name: string;
  readonly state: JobView['state'];
  /** What `jobs` prints after the state. */
  readonly text: string;
  /** What `fg` runs. */
  readonly argv: readonly string[];
}

/** The key under which a machine may have some. */
export const standingJobsKey = defineExtension<readonly StandingJob[]>('standing jobs');

/** Those of this machine. */
export const standingJobs = ({ extensions }: Process): readonly StandingJob[] => extensions.find(standingJobsKey) ?? [];

/** The one that `%2`, `acme` or nothing means, where the shell has no job of its own so called. */
export const findStandingJob = (spec: string | undefined, all: readonly StandingJob[], { jobs }: ShellPort): StandingJob | undefined => {
  const wanted = (spec ?? '').replace(/^%/, '').toLowerCase();
  if (['', '%', '+'].includes(wanted)) return all.find(({ state }) => state === 'running') ?? all[0];
  if (/^\d+$/.test(wanted)) return all[Number(wanted) - (jobs.at(-1)?.number ?? 0) - 1];
  return all.find(({ name }) => name === wanted || name.startsWith(`${wanted}-`));
};
