/** Subshells: runs something apart from the shell around it, and answers its status (POSIX 2.12). */
import { BrokenPipe, Discard } from '../os/failure.ts';
import { BROKEN_PIPE, SUCCESS } from '../os/status.ts';
import type { Context } from './context.ts';
import { Break, Continue, Exit, Return } from './control.ts';

/** The status with which control left a subshell; a stop, or a bug, is thrown on. */
export const exitStatus = (error: unknown): number => {
  if (error instanceof Exit || error instanceof Return || error instanceof Discard) return error.status;
  if (error instanceof Break || error instanceof Continue) return SUCCESS;
  if (error instanceof BrokenPipe) return BROKEN_PIPE;
  throw error;
};

/** Runs the shell's `trap … EXIT`, once; its own `exit` counts. */
export const runExitTrap = async (context: Context, status: number): Promise<number> => {
  const { state, runtime } = context;
  const action = state.traps.get('EXIT');
  if (action === undefined) return status;
  state.traps.delete('EXIT');
  state.status = status;
  const inner = { ...context, trapping: new Set([...context.trapping, 'EXIT']), trapStatus: status };
  try {
    await runtime.runner.source(action, inner);
    return status;
  } catch (error) {
    return exitStatus(error);
  }
};

/** Runs `body` in a context made by `subshellContext`, to its end. Rejects only when the job is stopped. */
export const runSubshell = async (context: Context, body: (context: Context) => Promise<number>): Promise<number> => {
  try {
    const status = await body(context).catch(exitStatus);
    return await runExitTrap(context, status);
  } finally {
    context.state.variables.close();
  }
};
