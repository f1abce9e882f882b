/** Assignments of variables, elements and whole arrays (POSIX 2.9.1; bash manual, "Arrays"). */
import type { ArrayElement, Assignment, Word } from '../syntax/ast.ts';
import { parseFinal } from '../syntax/parse.ts';
import type { ArrayAssignment, Context } from './context.ts';
import { ShellFault } from './control.ts';
import { expandText, expandValue, expandWord } from './expand.ts';
import { arithmeticVariables } from './special.ts';
import { traceAssignment } from './trace.ts';
import type { Entry } from './variables.ts';

/** The fields between the parentheses; those of an associative array are neither split nor matched with paths. */
export const expandElements = async (elements: readonly ArrayElement[], associative: boolean, context: Context): Promise<Entry[]> => {
  const entries: Entry[] = [];
  for (const { subscript, append, value } of elements) {
    if (subscript) entries.push({ subscript: await expandText(subscript, context), append, value: await expandValue(value, context) });
    else if (associative) entries.push({ subscript: undefined, append, value: await expandValue(value, context) });
    else for (const field of await expandWord(value as Word, context)) entries.push({ subscript: undefined, append, value: field });
  }
  return entries;
};

/** Expands an assignment; what is answered does it, and throws ShellFault when it cannot be. */
export const prepareAssignment = async (assignment: Assignment, context: Context): Promise<() => Promise<void>> => {
  const { name, append, elements } = assignment;
  const { variables, options } = context.state;
  const arithmetic = arithmeticVariables(context);
  const brackets = assignment.subscript && (await expandText(assignment.subscript, context));
  if (elements && brackets !== undefined) throw new ShellFault(`${name}[${brackets}]: cannot assign list to array member`);
  const entries = elements && (await expandElements(elements, variables.find(name)?.array === 'associative', context));
  const text = elements ? '(…)' : await expandValue(assignment.value, context);
  return async () => {
    if (entries) variables.assign(name, entries, append, arithmetic);
    else if (append) variables.append(name, text, brackets, arithmetic);
    else variables.set(name, text, brackets, arithmetic);
    if (options.has('allexport')) variables.mark(variables.resolve(name).name, 'export', true);
    if (options.has('xtrace')) await traceAssignment(brackets === undefined ? name : `${name}[${brackets}]`, text, context);
  };
};

/** Expands and does an assignment. */
export const assign = async (assignment: Assignment, context: Context): Promise<void> => (await prepareAssignment(assignment, context))();

/** The assignment of an array that a text is, as `declare -a "a=(1 2)"` gives one; undefined when it is none. */
export const readArray = async (text: string, context: Context): Promise<ArrayAssignment | undefined> => {
  const name = /^([A-Za-z_]\w*)\+?=\(/.exec(text)?.[1];
  const array = name === undefined ? undefined : context.state.variables.find(name)?.array;
  if (!array) return undefined;
  const result = parseFinal(text, undefined, () => context.state.options.has('extglob'));
  const command = result.status === 'complete' && result.script.lists.length === 1 ? result.script.lists[0]?.first.commands[0] : undefined;
  const assignment = command?.type === 'simple' && command.words.length === 0 ? command.assignments[0] : undefined;
  if (!assignment?.elements) return undefined;
  const entries = await expandElements(assignment.elements, array === 'associative', { ...context, source: text });
  return { name: assignment.name, append: assignment.append, entries };
};
