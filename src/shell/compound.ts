/** Compound commands: what runs under `if`, `for`, `while`, `case` and their kin (POSIX 2.9.4). */
import { FAILURE, SUCCESS } from '../os/status.ts';
import type { ArithmeticFor, Case, Command, For, If, Script, SimpleCommand, While, Word } from '../syntax/ast.ts';
import { type Context, subshellContext } from './context.ts';
import { Break, Continue, ShellFault } from './control.ts';
import { expandArithmetic, expandPattern, expandText, expandWords } from './expand.ts';
import { warn } from './fault.ts';
import { setVariable } from './special.ts';
import { runSubshell } from './subshell.ts';
import { runTrap } from './traps.ts';

/** Runs a tree in this context. */
export const run = (script: Script, context: Context): Promise<number> => context.runtime.runner.script(script, context);

/** Runs a list whose failure is an answer, not an error. */
const test = (script: Script, context: Context): Promise<number> => run(script, { ...context, tested: true });

const runIf = async ({ branches, otherwise }: If, context: Context): Promise<number> => {
  for (const { condition, body } of branches) if ((await test(condition, context)) === SUCCESS) return run(body, context);
  return otherwise ? run(otherwise, context) : SUCCESS;
};

/** Runs what a loop repeats until it answers undefined or is left; the status is that of the last turn. */
export const loop = async (context: Context, turn: (inner: Context) => Promise<number | undefined>): Promise<number> => {
  const inner = { ...context, loops: context.loops + 1 };
  let status = SUCCESS;
  for (;;) {
    await context.job.pace();
    try {
      const result = await turn(inner);
      if (result === undefined) return status;
      status = result;
    } catch (error) {
      if (!(error instanceof Break || error instanceof Continue)) throw error;
      const levels = Math.min(error.levels, inner.loops);
      if (levels > 1) throw error instanceof Break ? new Break(levels - 1, error.status) : new Continue(levels - 1);
      status = SUCCESS;
      if (error instanceof Break) return error.status;
    }
  }
};

/** Answers what is wrong with a loop's variable, and tells it. */
export const isName = async (name: string, context: Context): Promise<boolean> => {
  const right = /^[A-Za-z_]\w*$/.test(name);
  if (!right) await warn(`\`${name}': not a valid identifier`, context);
  return right;
};

const runFor = async ({ name, words, body }: For, context: Context): Promise<number> => {
  const { state } = context;
  if (!(await isName(name, context))) return FAILURE;
  const values = words ? await expandWords(words, context) : [...state.positional];
  let next = 0;
  return loop(context, async (inner) => {
    const value = values[next++];
    if (value === undefined) return undefined;
    if (state.traps.has('DEBUG')) await runTrap('DEBUG', inner);
    if (state.variables.all.get(name)?.reference) state.variables.refer(name, value);
    else setVariable(name, value, context);
    return run(body, inner);
  });
};

const runArithmeticFor = async ({ initial, condition, step, body }: ArithmeticFor, context: Context): Promise<number> => {
  const value = async (word: Word | undefined): Promise<bigint> => (word ? expandArithmetic(word, context) : 1n);
  await value(initial);
  let first = true;
  return loop(context, async (inner) => {
    if (!first) await value(step);
    first = false;
    return (await value(condition)) === 0n ? undefined : run(body, inner);
  });
};

const runWhile = ({ until, condition, body }: While, context: Context): Promise<number> =>
  loop(context, async (inner) => {
    const goesOn = ((await test(condition, inner)) === SUCCESS) !== until;
    return goesOn ? run(body, inner) : undefined;
  });

const matchesAny = async (patterns: readonly Word[], subject: string, context: Context): Promise<boolean> => {
  const { compileGlob } = await import('../pattern/glob.ts');
  const { options } = context.state;
  for (const pattern of patterns) {
    const glob = compileGlob(await expandPattern(pattern, context), {
      extended: options.has('extglob'),
      caseless: options.has('nocasematch'),
    });
    if (glob.matches(subject)) return true;
  }
  return false;
};

const runCase = async ({ subject, clauses }: Case, context: Context): Promise<number> => {
  const text = await expandText(subject, context);
  let status = SUCCESS;
  let through = false;
  for (const { patterns, body, ending } of clauses) {
    if (!through && !(await matchesAny(patterns, text, context))) continue;
    status = body.lists.length === 0 ? SUCCESS : await run(body, context);
    if (ending === ';;') return status;
    through = ending === ';&';
  }
  return status;
};

/** A mistake in the expression is a failure of this command, and the line goes on. */
const runArithmetic = async (expression: Word, context: Context): Promise<number> => {
  try {
    return (await expandArithmetic(expression, context)) === 0n ? FAILURE : SUCCESS;
  } catch (error) {
    if (!(error instanceof ShellFault) || error.fatal) throw error;
    await warn(`((: ${error.message}`, context);
    return FAILURE;
  }
};

/** Runs a compound command whose redirects are done. */
export const runCompound = async (command: Exclude<Command, SimpleCommand>, context: Context): Promise<number> => {
  switch (command.type) {
    case 'subshell':
      return runSubshell(subshellContext(context), (inner) => run(command.body, inner));
    case 'group':
      return run(command.body, context);
    case 'if':
      return runIf(command, context);
    case 'for':
      return runFor(command, context);
    case 'select':
      return (await import('./select.ts')).runSelect(command, context);
    case 'coproc':
      await (await import('./coprocess.ts')).startCoprocess(command, context, (inner) =>
        context.runtime.runner.command(command.body, inner),
      );
      return SUCCESS;
    case 'arithmetic-for':
      return runArithmeticFor(command, context);
    case 'while':
      return runWhile(command, context);
    case 'case':
      return runCase(command, context);
    case 'function':
      context.state.functions.set(command.name, {
        definition: command,
        source: context.source,
        file: context.frames[0]?.file ?? 'environment',
      });
      return SUCCESS;
    case 'conditional':
      return (await import('./conditional.ts')).testConditional(command.expression, context);
    case 'arithmetic':
      return runArithmetic(command.expression, context);
  }
};
