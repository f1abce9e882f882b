/** Runs one command's definition: parses its arguments, answers `--help`, turns failures into messages with their status. */

import { Discard, LineError } from '../os/failure.ts';
import type { Arguments, Command, CommandFacts } from './command.ts';
import { BrokenPipe, CommandError, ControlFlow, OptionError, Stopped, UsageError, VfsError } from './failure.ts';
import { LimitError } from './limits.ts';
import { checkOperands, plain } from './operands.ts';
import { type OptionTable, parseArguments } from './options.ts';
import type { Process } from './process.ts';
import { BROKEN_PIPE, FAILURE, SOFTWARE, SUCCESS, USAGE } from './status.ts';
import { helpText, usageHint } from './usage.ts';

const asksForHelp = (command: CommandFacts, args: readonly string[]): boolean =>
  command.rawArguments
    ? args.length === 1 && args[0] === '--help'
    : args.slice(0, args.includes('--') ? args.indexOf('--') : args.length).includes('--help');

/** `--version`, where no option of the command's own is called so; of those that read options themselves, alone. */
const asksForVersion = (command: CommandFacts, args: readonly string[]): boolean => {
  const [first] = args;
  if (first !== '--version' || Object.values(command.options).some(({ long }) => long === 'version')) return false;
  return (
    !command.rawArguments || (args.length === 1 && command.topic !== 'fun' && !/^(echo|test|\[|:|printf|true|false)$/.test(command.name))
  );
};

/** A failure's message on stderr, and its status. A stop, or the shell's own control flow, is thrown on. */
const reportFailure = async (process: Process, error: unknown, facts: CommandFacts): Promise<number> => {
  if (error instanceof Stopped || error instanceof ControlFlow) throw error;
  if (error instanceof BrokenPipe) return BROKEN_PIPE;
  const { dialect = plain } = facts;
  const tell = (text: string, hint = ''): Promise<void> =>
    process.stderr.write((text === '' ? '' : `${process.name}: ${text}\n`) + hint, { role: 'bad' });
  if (error instanceof OptionError) {
    await tell(error.message, usageHint(facts, plain));
    return USAGE;
  }
  if (error instanceof UsageError) {
    await tell(error.message, usageHint(facts, dialect));
    return dialect.status;
  }
  if (error instanceof CommandError || error instanceof VfsError || error instanceof LimitError) {
    await tell(error.message);
    if (error instanceof LineError) throw new Discard(error.status);
    return error instanceof CommandError ? error.status : FAILURE;
  }
  process.host.report(error);
  await tell('internal error: this is a bug in this command; the shell goes on');
  return SOFTWARE;
};

/** The arguments by the command's tables; throws what is wrong with them. */
const readArguments = (facts: Executable, args: readonly string[]): Arguments<OptionTable> => {
  const { rewrite = (same) => same, rawArguments, options, inOrder = false } = facts;
  const rewritten = rewrite(args);
  const parsed = rawArguments ? { options: {}, operands: rewritten, order: [] } : parseArguments(options, rewritten, { inOrder });
  checkOperands(facts, parsed);
  return parsed;
};

/** Facts, and what the operands may be. */
type Executable = CommandFacts & Pick<Command, 'arity'>;

/**
 * Runs the command of which `facts` tell, by `run`; resolves to its exit status. Rejects only when the job is stopped, or with
 * control flow that `run` threw.
 */
export const runAs = async (
  facts: Executable,
  process: Process,
  run: (args: Arguments<OptionTable>) => Promise<number | void>,
): Promise<number> => {
  try {
    if (asksForHelp(facts, process.args)) {
      await process.stdout.write(helpText(facts));
      return SUCCESS;
    }
    if (asksForVersion(facts, process.args)) {
      await process.stdout.write(`${facts.name} (built into this shell)\n`);
      return SUCCESS;
    }
    return (await run(readArguments(facts, process.args))) ?? SUCCESS;
  } catch (error) {
    return reportFailure(process, error, facts);
  }
};

/** Runs `command` as `process`; resolves to its exit status. Rejects only when the job is stopped. */
export const runCommand = (command: Command, process: Process): Promise<number> =>
  runAs(command, process, (args) => command.run(process, args));
