/** Simple commands: assignments, words, redirects (POSIX 2.9.1). */
import { CommandError } from '../os/failure.ts';
import { FAILURE, SUCCESS } from '../os/status.ts';
import type { ArrayPart, Assignment, SimpleCommand, Word } from '../syntax/ast.ts';
import { assign, expandElements, prepareAssignment } from './assignment.ts';
import type { ArrayAssignment, Context } from './context.ts';
import { ShellFault } from './control.ts';
import { expandValue, expandWord, spreadBraces } from './expand.ts';
import { reportFaults, warn } from './fault.ts';
import { applyRedirects, withRedirects } from './redirect.ts';
import { trace } from './trace.ts';
import { runTrap } from './traps.ts';

/** Builtins whose `name=value` operands are expanded as assignments are: not split, not matched with paths. */
const declarations: ReadonlySet<string> = new Set(['declare', 'export', 'local', 'readonly', 'typeset']);

const ASSIGNMENT = /^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=/;

/** The fields of a declaration's operand; one that assigns is one field for each brace. */
const expandDeclaration = async (word: Word, context: Context): Promise<readonly string[]> => {
  const fields: string[] = [];
  for (const braced of await spreadBraces(word)) {
    const [first, ...rest] = braced.parts;
    const head = first?.type === 'literal' ? ASSIGNMENT.exec(first.text)?.[0] : undefined;
    if (head === undefined || first?.type !== 'literal') for (const field of await expandWord(braced, context)) fields.push(field);
    else {
      const value: Word = { ...braced, parts: [{ ...first, text: first.text.slice(head.length) }, ...rest] };
      fields.push(head + (await expandValue(value, context)));
    }
  }
  return fields;
};

/** The words of a command, and the arrays that they assign. */
interface Arguments {
  readonly argv: string[];
  readonly arrays: Map<string, ArrayAssignment> | undefined;
}

/** Adds `name=(…)`, an operand of a declaration, by its text. */
const addArray = async (
  word: Word,
  { elements, span }: ArrayPart,
  argv: string[],
  arrays: Map<string, ArrayAssignment>,
  context: Context,
): Promise<void> => {
  const head = word.parts[0]?.type === 'literal' ? word.parts[0].text : '';
  const name = head.replace(/\+?=$/, '');
  const associative = argv.some((arg) => /^-\w*A/.test(arg)) || context.state.variables.find(name)?.array === 'associative';
  const entries = await expandElements(elements, associative, context);
  const text = context.source.slice(span.start, span.end);
  arrays.set(text, { name, append: head.endsWith('+='), entries });
  argv.push(text);
};

const expandArguments = async (words: readonly Word[], context: Context): Promise<Arguments> => {
  const argv: string[] = [];
  let arrays: Map<string, ArrayAssignment> | undefined;
  for (const word of words) {
    const last = word.parts.at(-1);
    if (last?.type === 'array') {
      arrays ??= new Map();
      await addArray(word, last, argv, arrays, context);
      continue;
    }
    const fields = declarations.has(argv[0] ?? '') ? await expandDeclaration(word, context) : await expandWord(word, context);
    for (const field of fields) argv.push(field);
  }
  return { argv, arrays };
};

/** Sets variables for as long as `run` takes; they are in its environment. */
const withAssignments = async (assignments: readonly Assignment[], context: Context, run: () => Promise<number>): Promise<number> => {
  if (assignments.length === 0) return run();
  const { variables } = context.state;
  const before = assignments.map(({ name }) => [name, variables.all.get(name)] as const);
  try {
    for (const assignment of assignments) await assignExported(assignment, context);
    return await run();
  } finally {
    for (const [name, variable] of before.reverse()) variables.restore(name, variable);
  }
};

/** As bash does, a read-only variable is complained about, and the command runs. */
const assignExported = async (assignment: Assignment, context: Context): Promise<void> => {
  const act = await prepareAssignment(assignment, context);
  try {
    await act();
    context.state.variables.mark(assignment.name, 'export', true);
  } catch (error) {
    if (!(error instanceof ShellFault)) throw error;
    await warn(error.message, context);
  }
};

/** A command without a command word: its status is that of the last substitution in it. */
const runAssignments = async ({ assignments, redirects }: SimpleCommand, context: Context): Promise<number> => {
  for (const assignment of assignments) await assign(assignment, context);
  await withRedirects(redirects, context);
  return context.state.substituted ?? SUCCESS;
};

const runWords = async (argv: readonly string[], { assignments, redirects, span }: SimpleCommand, context: Context): Promise<number> => {
  // Without operands, `exec` makes its redirects the shell's own.
  const lasting = argv.length === 1 && argv[0] === 'exec';
  const inner = lasting ? context : await withRedirects(redirects, context);
  if (lasting) await applyRedirects(redirects, context);
  const { state, runtime } = context;
  const status = await reportFaults(inner, () =>
    withAssignments(assignments, inner, async () => {
      await trace(argv, inner);
      return runtime.runner.call(argv, inner);
    }),
  );
  state.lastWord = argv.at(-1) ?? '';
  // What it called has moved it.
  state.offset = span.start;
  return status;
};

/** Runs a simple command. A redirect that fails is told, and the command does not run. */
export const runSimple = async (command: SimpleCommand, context: Context): Promise<number> => {
  const { state } = context;
  state.offset = command.span.start;
  state.substituted = undefined;
  if (context.trapping.size === 0) state.command = context.source.slice(command.span.start, command.span.end);
  if (state.traps.has('DEBUG')) await runTrap('DEBUG', context);
  try {
    const { argv, arrays } = await expandArguments(command.words, context);
    const inner = arrays ? { ...context, arrays } : context;
    return argv.length === 0 ? await runAssignments(command, context) : await runWords(argv, command, inner);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    await warn(error.message, context);
    return FAILURE;
  }
};
