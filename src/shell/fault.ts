/** Tells what went wrong inside the shell itself, and what it ends. */
import { BrokenPipe, CommandError, ControlFlow, Discard, Stopped } from '../os/failure.ts';
import { LimitError } from '../os/limits.ts';
import { FAILURE, NOT_FOUND, SOFTWARE } from '../os/status.ts';
import { PatternError } from '../pattern/limits.ts';
import type { Context } from './context.ts';
import { Exit, ShellFault } from './control.ts';
import { writerOf } from './descriptors.ts';

/** Writes `SHELL: MESSAGE` to the context's standard error. */
export const warn = (message: string, { descriptors, runtime }: Context): Promise<void> =>
  writerOf(descriptors, 2).write(`${runtime.shell}: ${message}\n`, { role: 'bad' });

const isKnown = (error: unknown): error is Error =>
  error instanceof ShellFault || error instanceof LimitError || error instanceof PatternError || error instanceof CommandError;

/** Control flow and stops as they are; any other failure is told, and becomes what it ends: the line, or a shell that nobody types into. */
const outcome = async (error: unknown, context: Context): Promise<unknown> => {
  if (error instanceof ControlFlow || error instanceof Stopped || error instanceof BrokenPipe) return error;
  if (!isKnown(error)) {
    context.runtime.host.report(error);
    await warn('internal error: this is a bug in the shell; it goes on', context);
    return new Discard(SOFTWARE);
  }
  await warn(error.message, context);
  const fatal = error instanceof ShellFault && error.fatal && !context.runtime.interactive;
  if (fatal) return new Exit(context.subshell || context.state.options.has('errexit') ? FAILURE : NOT_FOUND);
  return new Discard(FAILURE);
};

/** Runs `act`; what fails in it is told on the context's standard error, and thrown on as control flow. */
export const reportFaults = async (context: Context, act: () => Promise<number>): Promise<number> => {
  try {
    return await act();
  } catch (error) {
    throw await outcome(error, context);
  }
};
