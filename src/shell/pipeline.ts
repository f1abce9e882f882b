/** Pipelines: all stages at once, joined by bounded pipes (POSIX 2.9.2). */
import { LIVE_PROCESSES, LimitError, PIPELINE_STAGES } from '../os/limits.ts';
import { FAILURE, SUCCESS } from '../os/status.ts';
import type { Pipe } from '../os/stream.ts';
import type { Command, Pipeline } from '../syntax/ast.ts';
import { runCommand } from './command.ts';
import { type Context, subshellContext } from './context.ts';
import { asInput, writerOf } from './descriptors.ts';
import { reportFaults } from './fault.ts';
import { openPipe } from './open.ts';
import { runSubshell } from './subshell.ts';
import { raisePending, runTrap } from './traps.ts';

/** Runs one stage in a subshell, between the pipe before it and the pipe after it. */
const runStage = async (command: Command, context: Context, before: Pipe | undefined, after: Pipe | undefined): Promise<number> => {
  // A simple command is a process of its own, but no subshell: a fatal fault ends it as it ends a shell.
  const child = { ...subshellContext(context), subshell: context.subshell || command.type !== 'simple' };
  if (command.type === 'simple') child.state.traps.delete('DEBUG');
  if (before) child.descriptors.set(0, { reader: asInput(before.reader) });
  if (after) child.descriptors.set(1, { writer: after.writer });
  const { processes } = context.runtime;
  if (++processes.count > LIVE_PROCESSES) context.job.exceed(new LimitError('live processes', LIVE_PROCESSES));
  try {
    context.job.signal.throwIfAborted();
    return await runSubshell(child, (inner) => runCommand(command, inner));
  } finally {
    processes.count--;
    before?.reader.close();
    // What it left in the background still holds the pipe.
    if (after) child.state.jobs.isIdle ? after.writer.close() : void child.state.jobs.idle().then(() => after.writer.close());
  }
};

/** The last status, or with `pipefail` the last that is not 0. */
const pipelineStatus = (statuses: readonly number[], { state }: Context): number =>
  (state.options.has('pipefail') ? statuses.findLast((status) => status !== SUCCESS) : statuses.at(-1)) ?? SUCCESS;

/** Runs the last stage in this very shell (`shopt -s lastpipe`). */
const runHere = async (command: Command, context: Context, { reader }: Pipe): Promise<number> => {
  try {
    return await runCommand(command, { ...context, descriptors: new Map(context.descriptors).set(0, { reader: asInput(reader) }) });
  } finally {
    reader.close();
  }
};

/** Lets the trap DEBUG run before each command that a pipeline is to start. */
const debugStages = async (commands: readonly Command[], context: Context): Promise<void> => {
  const { state, source } = context;
  for (const { type, span } of commands) {
    if (type !== 'simple') continue;
    state.offset = span.start;
    state.command = source.slice(span.start, span.end);
    await runTrap('DEBUG', context);
  }
};

const runStages = async (commands: readonly Command[], context: Context): Promise<number> => {
  if (commands.length > PIPELINE_STAGES) throw new LimitError('pipeline stages', PIPELINE_STAGES);
  const { runtime, state, job } = context;
  const { pace } = job;
  const pipes = commands.slice(1).map(() => openPipe(context));
  await pace();
  if (state.traps.has('DEBUG') && context.trapping.size === 0) await debugStages(commands, context);
  const here = state.options.has('lastpipe') && !runtime.interactive ? commands.length - 1 : -1;
  const ends = await Promise.allSettled(
    commands.map((command, i) => {
      const before = pipes[i - 1];
      return i === here && before ? runHere(command, context, before) : runStage(command, context, before, pipes[i]);
    }),
  );
  const statuses = ends.map((end) => {
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  });
  state.pipeStatus = statuses;
  return pipelineStatus(statuses, context);
};

const minutes = (milliseconds: number): string => `${Math.floor(milliseconds / 60_000)}m${((milliseconds % 60_000) / 1000).toFixed(3)}s`;

/** What `time` tells; a page has no processor time of its own to tell. */
const tellTime = (milliseconds: number, { descriptors }: Context): Promise<void> =>
  writerOf(descriptors, 2).write(`\nreal\t${minutes(milliseconds)}\nuser\t${minutes(milliseconds)}\nsys\t${minutes(0)}\n`);

/** Runs a pipeline; its status is also in `$?`. */
export const runPipeline = async ({ commands, negated, timed }: Pipeline, context: Context): Promise<number> => {
  const { runtime, state } = context;
  const started = timed ? runtime.host.now() : 0;
  const inner = negated && !context.tested ? { ...context, tested: true } : context;
  const [first, second] = commands;
  let status = SUCCESS;
  if (second) status = await reportFaults(inner, () => runStages(commands, inner));
  else if (first) status = await runCommand(first, inner);
  if (!second) state.pipeStatus = [status];
  if (timed) await tellTime(runtime.host.now() - started, context);
  if (negated) status = status === SUCCESS ? FAILURE : SUCCESS;
  state.status = status;
  if (runtime.pending.length > 0 && !context.subshell) await raisePending(context);
  return status;
};
