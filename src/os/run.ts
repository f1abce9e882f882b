/** Runs one command's definition: parses its arguments, answers `--help`, turns failures into messages with their status. */
import type { Command } from './command.ts';
import { BrokenPipe, CommandError, Stopped, UsageError, VfsError } from './failure.ts';
import { LimitError } from './limits.ts';
import { parseArguments } from './options.ts';
import type { Process } from './process.ts';
import { BROKEN_PIPE, FAILURE, SOFTWARE, SUCCESS, USAGE } from './status.ts';
import { helpText, usageHint } from './usage.ts';

const asksForHelp = (command: Command, args: readonly string[]): boolean =>
  command.rawArguments
    ? args.length === 1 && args[0] === '--help'
    : args.slice(0, args.includes('--') ? args.indexOf('--') : args.length).includes('--help');

/** A failure's message on stderr, and its status. A stop is thrown on, for the job to answer. */
export const reportFailure = async (process: Process, error: unknown, hint = ''): Promise<number> => {
  if (error instanceof Stopped) throw error;
  if (error instanceof BrokenPipe) return BROKEN_PIPE;
  const say = (text: string): Promise<void> => process.stderr.write(`${process.name}: ${text}\n${hint}`, { role: 'bad' });
  if (error instanceof UsageError) {
    await say(error.message);
    return USAGE;
  }
  hint = '';
  if (error instanceof CommandError || error instanceof VfsError || error instanceof LimitError) {
    await say(error.message);
    return error instanceof CommandError ? error.status : FAILURE;
  }
  process.host.report(error);
  await say('internal error: this is a bug in this command; the shell goes on');
  return SOFTWARE;
};

/** Runs `command` as `process`; resolves to its exit status. Rejects only when the job is stopped. */
export const runCommand = async (command: Command, process: Process): Promise<number> => {
  try {
    if (asksForHelp(command, process.args)) {
      await process.stdout.write(helpText(command));
      return SUCCESS;
    }
    const args = command.rawArguments
      ? { options: {}, operands: process.args, order: [] }
      : parseArguments(command.options, process.args, { inOrder: command.inOrder ?? false });
    return (await command.run(process, args)) ?? SUCCESS;
  } catch (error) {
    return reportFailure(process, error, usageHint(command));
  }
};
