/** Words a job as `jobs` lists it. */
import type { JobView, ShellPort } from '../../os/shell-port.ts';
import type { StandingJob } from './standing.ts';

/** `+` for the current job, `-` for the one before, in a list of so many. */
const mark = (index: number, count: number): string => (index === count - 1 ? '+' : index === count - 2 ? '-' : ' ');

const stateOf = ({ state, status }: JobView): string => {
  if (state === 'running') return 'Running';
  if (status === 0) return 'Done';
  return status !== undefined && status > 128 ? 'Terminated' : `Exit ${status}`;
};

/** `[1]+  Running                 sleep 9 &`, with its newline; with the process number when `long`. */
export const jobLine = (job: JobView, { jobs }: Pick<ShellPort, 'jobs'>, long = false): string => {
  const number = `[${job.number}]${mark(jobs.indexOf(job), jobs.length)} `;
  const id = long ? `${String(job.id).padStart(5)} ` : ' ';
  return `${number}${id}${stateOf(job).padEnd(24)}${job.source}${job.state === 'running' ? ' &' : ''}\n`;
};

/** A standing job, numbered after the shell's own. */
export const standingLine = ({ state, text }: StandingJob, number: number): string =>
  `[${number}]${state === 'running' ? '+' : ' '}  ${(state === 'running' ? 'Running' : 'Done').padEnd(24)}${text}\n`;
