/** Traps: lines that run when a signal comes, a command fails, begins or returns (POSIX 2.14, trap; bash manual, `trap`). */
import { isHarmless, signals } from '../os/signals.ts';
import type { Context } from './context.ts';
import { Exit, Return } from './control.ts';
import { lineNumber } from './special.ts';
import type { ShellState } from './state.ts';

/** The conditions that are no signals, in bash's order. */
const PSEUDO: readonly string[] = ['DEBUG', 'ERR', 'RETURN'];

/** Runs the trap of a condition, if there is one, and it does not run already; `$?` stays as it is. */
export const runTrap = async (condition: string, context: Context): Promise<void> => {
  const { state, runtime, trapping } = context;
  const action = state.traps.get(condition);
  if (action === undefined || action === '' || trapping.has(condition)) return;
  const { status, pipeStatus, offset } = state;
  const inner = { ...context, trapping: new Set([...trapping, condition]), trapStatus: status, line: lineNumber(context) };
  await runtime.runner.source(action, inner);
  Object.assign(state, { status, pipeStatus, offset });
};

/** The status with which a function or a sourced file ends, after its trap RETURN. */
export const untilReturn = async (run: () => Promise<number>, context: Context): Promise<number> => {
  const status = await run().catch((error: unknown) => {
    if (error instanceof Return) return error.status;
    throw error;
  });
  if (context.state.traps.has('RETURN')) {
    context.state.status = status;
    await runTrap('RETURN', context);
  }
  return status;
};

/** Takes off the traps that a function does not inherit; answers what gives them back, but for those that were set meanwhile. */
export const hideTraps = (state: ShellState): (() => void) => {
  const { traps, options } = state;
  if (traps.size === 0) return () => {};
  const hidden: (readonly [string, string])[] = [];
  for (const name of PSEUDO) {
    const action = traps.get(name);
    if (action === undefined || options.has(name === 'ERR' ? 'errtrace' : 'functrace')) continue;
    hidden.push([name, action]);
    traps.delete(name);
  }
  return () => {
    for (const [name, action] of hidden) if (!traps.has(name)) traps.set(name, action);
  };
};

/** The traps of a subshell: what is ignored stays so, and what the options let it inherit (POSIX 2.12). */
export const inheritedTraps = ({ traps, options }: ShellState): Map<string, string> =>
  new Map(
    [...traps].filter(([name, action]) => {
      if (PSEUDO.includes(name)) return options.has(name === 'ERR' ? 'errtrace' : 'functrace');
      return action === '' && name !== 'EXIT';
    }),
  );

/** Lets a signal come to this shell: its trap runs, or it ends the shell. */
export const raise = async (signal: string, context: Context): Promise<void> => {
  const { state, runtime } = context;
  const number = signals.get(signal) ?? 0;
  if (number === 0) return;
  const trapped = state.traps.has(signal) && signal !== 'KILL' && signal !== 'STOP';
  if (trapped) return runTrap(signal, context);
  if (isHarmless(number) || (runtime.interactive && !context.subshell && signal !== 'KILL' && signal !== 'HUP')) return;
  if (signal === 'KILL') state.traps.delete('EXIT');
  throw new Exit(128 + number);
};

/** Lets the signals come that subshells have sent to the shell around them. */
export const raisePending = async (context: Context): Promise<void> => {
  const { pending } = context.runtime;
  while (pending.length > 0) await raise(pending.shift() ?? '', context);
};
