/** Starts jobs in the background (POSIX 2.9.3.1). */
import { Stopped } from '../os/failure.ts';
import { BACKGROUND_JOBS, LimitError } from '../os/limits.ts';
import { FAILURE, SOFTWARE } from '../os/status.ts';
import { emptyReader } from '../os/stream.ts';
import { type Context, subshellContext } from './context.ts';
import { asInput, type Descriptors, writerOf } from './descriptors.ts';
import { warn } from './fault.ts';
import { Job } from './jobs.ts';
import { pacedWriter } from './pace.ts';
import { runSubshell } from './subshell.ts';

/** Throws LimitError when too much runs; the job that went too far is stopped whole, or its children would go on forking. */
const checkLimit = ({ runtime, job }: Context): void => {
  if (runtime.live.size < BACKGROUND_JOBS) return;
  job.controller?.abort(new Stopped(FAILURE));
  throw new LimitError('background jobs', BACKGROUND_JOBS);
};

/** The context of a job that Ctrl-C does not reach, and that reads nothing. */
const jobContext = (context: Context, controller: AbortController): Context => {
  const { job, runtime } = context;
  const signal = job.controller ? AbortSignal.any([controller.signal, job.signal]) : controller.signal;
  const pace = runtime.pacer.pace(signal);
  const child = subshellContext(context);
  for (const [descriptor, { writer, ...file }] of child.descriptors) {
    if (writer) child.descriptors.set(descriptor, { ...file, writer: pacedWriter(writer, pace) });
  }
  child.descriptors.set(0, { reader: asInput(emptyReader) });
  const exceed = (error: LimitError): void => {
    if (signal.aborted) return;
    (job.controller ?? controller).abort(new Stopped(FAILURE));
    void warn(error.message, context).catch(() => {});
  };
  return { ...child, tested: false, job: { ...job, signal, pace, exceed, controller: job.controller ?? controller } };
};

/** The status of a job that was stopped; anything else that was thrown is a bug of ours. */
const endStatus = (error: unknown, { runtime }: Context): number => {
  if (error instanceof Stopped) return error.status;
  runtime.host.report(error);
  return SOFTWARE;
};

/** Runs `body` in the background as a job that `jobs` shows as `source`. Interactively, its number is told. */
export const startJob = async (
  source: string,
  context: Context,
  body: (context: Context) => Promise<number>,
  opened: Descriptors = new Map(),
): Promise<void> => {
  checkLimit(context);
  const { runtime, state, descriptors, subshell } = context;
  const controller = new AbortController();
  runtime.live.add(controller);
  const child = jobContext(context, controller);
  for (const [descriptor, file] of opened) child.descriptors.set(descriptor, file);
  const finished = runSubshell(child, body)
    .catch((error: unknown) => endStatus(error, context))
    .finally(() => runtime.live.delete(controller));
  const job = new Job(state.jobs.next(), child.shellId ?? runtime.nextId(), source, controller, finished);
  state.jobs.add(job);
  state.background = job.id;
  if (runtime.interactive && !subshell) await writerOf(descriptors, 2).write(`[${job.number}] ${job.id}\n`);
};
