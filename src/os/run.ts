/** Runs one command's definition: parses its arguments, answers `--help`, turns failures into messages with their status. */
import type { Arguments, Command, CommandFacts } from './command.ts';
import { BrokenPipe, CommandError, ControlFlow, Stopped, UsageError, VfsError } from './failure.ts';
import { LimitError } from './limits.ts';
import { type OptionTable, parseArguments } from './options.ts';
import type { Process } from './process.ts';
import { BROKEN_PIPE, FAILURE, SOFTWARE, SUCCESS, USAGE } from './status.ts';
import { helpText, usageHint } from './usage.ts';

const asksForHelp = (command: CommandFacts, args: readonly string[]): boolean =>
  command.rawArguments
    ? args.length === 1 && args[0] === '--help'
    : args.slice(0, args.includes('--') ? args.indexOf('--') : args.length).includes('--help');

/** A failure's message on stderr, and its status. A stop, or the shell's own control flow, is thrown on. */
const reportFailure = async (process: Process, error: unknown, hint = ''): Promise<number> => {
  if (error instanceof Stopped || error instanceof ControlFlow) throw error;
  if (error instanceof BrokenPipe) return BROKEN_PIPE;
  const tell = (text: string): Promise<void> => process.stderr.write(`${process.name}: ${text}\n${hint}`, { role: 'bad' });
  if (error instanceof UsageError) {
    await tell(error.message);
    return USAGE;
  }
  hint = '';
  if (error instanceof CommandError || error instanceof VfsError || error instanceof LimitError) {
    await tell(error.message);
    return error instanceof CommandError ? error.status : FAILURE;
  }
  process.host.report(error);
  await tell('internal error: this is a bug in this command; the shell goes on');
  return SOFTWARE;
};

/**
 * Runs the command of which `facts` tell, by `run`; resolves to its exit status. Rejects only when the job is stopped, or with
 * control flow that `run` threw.
 */
export const runAs = async (
  facts: CommandFacts,
  process: Process,
  run: (args: Arguments<OptionTable>) => Promise<number | void>,
): Promise<number> => {
  try {
    if (asksForHelp(facts, process.args)) {
      await process.stdout.write(helpText(facts));
      return SUCCESS;
    }
    const args = facts.rawArguments
      ? { options: {}, operands: process.args, order: [] }
      : parseArguments(facts.options, process.args, { inOrder: facts.inOrder ?? false });
    return (await run(args)) ?? SUCCESS;
  } catch (error) {
    return reportFailure(process, error, usageHint(facts));
  }
};

/** Runs `command` as `process`; resolves to its exit status. Rejects only when the job is stopped. */
export const runCommand = (command: Command, process: Process): Promise<number> =>
  runAs(command, process, (args) => command.run(process, args));
