/** Scripts and and-or lists: what runs after what (POSIX 2.9.3). */
import { Discard } from '../os/failure.ts';
import { SUCCESS, USAGE } from '../os/status.ts';
import type { AndOr, Command, Pipeline, Script } from '../syntax/ast.ts';
import { parseLines } from '../syntax/parse.ts';
import { startJob } from './background.ts';
import type { Context } from './context.ts';
import { Exit } from './control.ts';
import { writerOf } from './descriptors.ts';
import { reportFaults } from './fault.ts';
import { runPipeline } from './pipeline.ts';
import { runTrap } from './traps.ts';

/** Commands whose failure `errexit` minds; the others' come from a command inside them (bash manual, `set -e`). */
const endsWithErrexit: ReadonlySet<Command['type']> = new Set<Command['type']>(['simple', 'subshell', 'arithmetic', 'conditional']);

/** Whether the pipeline failed where nothing asked about it, so that the trap ERR and `errexit` mind. */
const hasFailed = (status: number, { negated, commands }: Pipeline, { tested }: Context): boolean =>
  status !== SUCCESS && !tested && !negated && (commands.length > 1 || endsWithErrexit.has(commands[0]?.type ?? 'group'));

const runLast = async (pipeline: Pipeline, context: Context): Promise<number> => {
  const status = await runPipeline(pipeline, context);
  if (!hasFailed(status, pipeline, context)) return status;
  await runTrap('ERR', context);
  if (context.state.options.has('errexit')) throw new Exit(status);
  return status;
};

const runForeground = async ({ first, rest }: AndOr, context: Context): Promise<number> => {
  if (rest.length === 0) return runLast(first, context);
  const tested = { ...context, tested: true };
  let status = await runPipeline(first, tested);
  for (const [i, { operator, pipeline }] of rest.entries()) {
    if ((status === SUCCESS) !== (operator === '&&')) continue;
    status = i === rest.length - 1 ? await runLast(pipeline, context) : await runPipeline(pipeline, tested);
  }
  return status;
};

const runBackground = async (list: AndOr, context: Context): Promise<number> => {
  const source = context.source.slice(list.span.start, list.span.end).replace(/\s*&\s*$/, '');
  await reportFaults(context, async () => {
    await startJob(source, context, (inner) => runForeground(list, inner));
    return SUCCESS;
  });
  context.state.status = SUCCESS;
  return SUCCESS;
};

/** Runs a tree. The status is that of its last command, 0 if it has none. */
export const runScript = async ({ lists }: Script, context: Context): Promise<number> => {
  let status = SUCCESS;
  for (const list of lists) {
    if (context.state.options.has('noexec') && !context.runtime.interactive) return status;
    status = list.background ? await runBackground(list, context) : await runForeground(list, context);
  }
  return status;
};

/** Runs a line; a fault in it drops what is left of it. */
const runLine = async (script: Script, context: Context): Promise<number> => {
  try {
    return await runScript(script, context);
  } catch (error) {
    if (!(error instanceof Discard)) throw error;
    context.state.status = error.status;
    if (context.state.options.has('errexit') && !context.tested && !context.runtime.interactive) throw new Exit(error.status);
    return error.status;
  }
};

/** Parses and runs a text line by line, in this very shell; a syntax error is told and ends it with 2. */
export const runSource = async (text: string, context: Context): Promise<number> => {
  const { state, descriptors } = context;
  const inner = { ...context, source: text };
  let status = SUCCESS;
  for (const result of parseLines(
    text,
    (name) => state.aliases.get(name),
    () => state.options.has('extglob'),
  )) {
    if (result.status !== 'complete') {
      const { tellSyntax } = await import('./diagnosis.ts');
      await tellSyntax(result, text, context);
      state.status = USAGE;
      return USAGE;
    }
    if (state.options.has('verbose')) await writerOf(descriptors, 2).write(text.slice(result.script.span.start, result.script.span.end));
    status = await runLine(result.script, inner);
  }
  return status;
};
