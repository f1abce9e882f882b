/** Runs one command of a pipeline: its redirects, its body, and the end of what it opened. */
import { CommandError } from '../os/failure.ts';
import { FAILURE } from '../os/status.ts';
import type { Command, SimpleCommand } from '../syntax/ast.ts';
import { runCompound } from './compound.ts';
import type { Context } from './context.ts';
import { Exit } from './control.ts';
import { reportFaults, warn } from './fault.ts';
import { withRedirects } from './redirect.ts';
import { runSimple } from './simple.ts';
import type { ShellFunction } from './state.ts';
import { runTrap } from './traps.ts';

/** Compound commands before which the trap DEBUG runs, as it does before each simple one. */
const hasDebug: ReadonlySet<Command['type']> = new Set<Command['type']>(['arithmetic', 'conditional', 'case', 'select']);

const runRedirected = async (command: Exclude<Command, SimpleCommand>, context: Context): Promise<number> => {
  if (context.state.traps.has('DEBUG') && hasDebug.has(command.type)) {
    context.state.offset = command.span.start;
    await runTrap('DEBUG', context);
  }
  // The redirects after a function's body are done each time it is called.
  if (command.redirects.length === 0 || command.type === 'function') return runCompound(command, context);
  let inner: Context;
  try {
    inner = await withRedirects(command.redirects, context);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    await warn(error.message, context);
    // What is inside did not run, so nothing inside can end the shell.
    if (context.state.options.has('errexit') && !context.tested) throw new Exit(FAILURE);
    return FAILURE;
  }
  return reportFaults(inner, () => runCompound(command, inner));
};

/** Ends the process substitutions opened since there were `count`. */
const endSubstitutions = async ({ state, descriptors }: Context, count: number): Promise<void> => {
  while (state.ends.length > count) await state.ends.pop()?.(descriptors);
};

/** Runs a command to its end; what fails in the shell itself is told and thrown on as control flow. */
export const runCommand = async (command: Command, context: Context): Promise<number> => {
  const opened = context.state.ends.length;
  try {
    return await reportFaults(context, () => (command.type === 'simple' ? runSimple(command, context) : runRedirected(command, context)));
  } finally {
    if (context.state.ends.length > opened) await endSubstitutions(context, opened);
  }
};

/** Runs a function's body with the redirects that stand after it. */
export const runFunction = async ({ definition }: ShellFunction, context: Context): Promise<number> =>
  runCommand(definition.body, await withRedirects(definition.redirects, context));
