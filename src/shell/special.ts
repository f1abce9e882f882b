/** The values of parameters by name: special, positional, and variables (POSIX 2.5). */
import { optionLetters } from '../os/shell-options.ts';
import type { ArithmeticVariables } from './arithmetic.ts';
import type { Context } from './context.ts';
import { ShellFault } from './control.ts';
import { Elements } from './elements.ts';
import { readElement, scalar, type Variable } from './variables.ts';

const flags = ({ state, runtime }: Context): string => {
  const letters = [...optionLetters].flatMap(([letter, name]) => (state.options.has(name) ? letter : [])).join('');
  return runtime.interactive ? `${letters.replace(/^[a-h]*/, '$&i')}s` : `${letters}c`;
};

/** The line of its source on which the running command begins. */
export const lineNumber = ({ source, state, line: given }: Context): number => {
  if (given !== undefined) return given;
  let line = 1;
  for (let i = source.indexOf('\n'); i >= 0 && i < state.offset; i = source.indexOf('\n', i + 1)) line++;
  return line;
};

type Made = number | string | readonly (number | string)[] | undefined;

/** Variables whose value is made when asked for, until the user sets one of that name. */
const dynamic: ReadonlyMap<string, (context: Context) => Made> = new Map<string, (context: Context) => Made>([
  ['RANDOM', ({ runtime }) => Math.floor(runtime.host.random() * 32_768)],
  ['SECONDS', ({ runtime, state }) => Math.floor((runtime.host.now() - state.started) / 1000)],
  ['EPOCHSECONDS', ({ runtime }) => Math.floor(runtime.host.now() / 1000)],
  ['EPOCHREALTIME', ({ runtime }) => (runtime.host.now() / 1000).toFixed(6)],
  ['GROUPS', () => [1000]],
  ['LINENO', lineNumber],
  ['PPID', ({ runtime }) => runtime.id - 1],
  ['UID', () => 1000],
  ['EUID', () => 1000],
  ['FUNCNAME', ({ frames }) => frames.map(({ name }) => name)],
  ['BASH_SOURCE', ({ frames }) => frames.map(({ file }) => file)],
  ['BASH_LINENO', ({ frames }) => frames.map(({ line }) => line)],
  ['BASHPID', ({ runtime, shellId }) => shellId ?? runtime.id],
  ['BASH_COMMAND', ({ state }) => state.command],
  ['BASH_SUBSHELL', ({ subshells }) => subshells],
  ['DIRSTACK', ({ state }) => [state.cwd, ...state.directoryStack]],
  ['COLUMNS', ({ job, runtime }) => (runtime.interactive ? job.tty?.size.columns : undefined)],
  ['LINES', ({ job, runtime }) => (runtime.interactive ? job.tty?.size.rows : undefined)],
  ['PIPESTATUS', ({ state }) => state.pipeStatus],
]);

const special: ReadonlyMap<string, (context: Context) => string | undefined> = new Map<string, (context: Context) => string | undefined>([
  ['#', ({ state }) => String(state.positional.length)],
  ['?', ({ state }) => String(state.status)],
  ['$', ({ runtime }) => String(runtime.id)],
  ['!', ({ state }) => state.background?.toString()],
  ['-', flags],
  ['0', ({ state }) => state.name],
  ['_', ({ state }) => state.lastWord],
]);

/** The value of a parameter other than `@` and `*`, of an array its first; undefined when it is unset. */
export const parameterValue = (name: string, context: Context): string | undefined => {
  const { state } = context;
  const found = state.variables.get(name);
  if (found !== undefined) return found;
  if (/^[1-9]\d*$/.test(name)) return state.positional[Number(name) - 1];
  const value = special.get(name);
  return value ? value(context) : scalar(variableOf(name, context)?.value);
};

const made = (value: Exclude<Made, undefined>): Variable => {
  const attributes = { exported: false, readonly: false };
  if (typeof value !== 'object') return { ...attributes, value: String(value) };
  const elements = value.map((element, i) => [i, String(element)] as const);
  return { ...attributes, array: 'indexed', value: elements.length === 0 ? undefined : new Elements(false, {}, elements) };
};

/** The variable that a name means: one that was set, or one that is made when asked for. */
export const variableOf = (name: string, context: Context): Variable | undefined => {
  const { variables } = context.state;
  const found = variables.find(name);
  const value = found ? undefined : dynamic.get(variables.resolve(name).name)?.(context);
  return value === undefined ? found : made(value);
};

/** The value of one element, by the text in its brackets, whose expansions are done. */
export const elementValue = (
  name: string,
  subscript: string,
  context: Context,
  arithmetic: ArithmeticVariables,
  depth?: number,
): string | undefined => {
  const { variables } = context.state;
  if (variables.find(name) || !dynamic.has(name)) return variables.get(name, subscript, arithmetic, depth);
  const value = variableOf(name, context)?.value;
  const key = variables.key(name, subscript, arithmetic, depth);
  if (!(value instanceof Elements) || key === undefined) return key === 0 ? scalar(value) : undefined;
  return value.get(key);
};

/** Sets a variable or an element as an assignment does: with `set -a`, for commands too. */
export const setVariable = (name: string, value: string, context: Context, subscript?: string, arithmetic?: ArithmeticVariables): void => {
  const { variables, options } = context.state;
  variables.set(name, value, subscript, arithmetic);
  if (options.has('allexport')) variables.mark(variables.resolve(name).name, 'export', true);
};

/** Variables as arithmetic in this context sees them; `set -u` minds the unset ones. */
export const arithmeticVariables = (context: Context): ArithmeticVariables => ({
  get(name, subscript, _arithmetic, depth) {
    const value =
      subscript === undefined ? parameterValue(name, context) : elementValue(name, subscriptText(subscript, context), context, this, depth);
    if (value === undefined && context.state.options.has('nounset')) throw new ShellFault(`${name}: unbound variable`, true);
    return value;
  },
  set(name, value, subscript) {
    setVariable(name, value, context, subscript && subscriptText(subscript, context), this);
  },
});

const countOf = (name: string, context: Context): number => {
  const value = variableOf(name, context)?.value;
  return value instanceof Elements ? value.count : Number(value !== undefined);
};

/**
 * A subscript that stands in a text, as builtins and arithmetic are given one: quotes go, and `$name` is what it holds, as
 * these are the expansions that people leave to be done late.
 */
export const subscriptText = (text: string, context: Context): string => {
  if (!/["'$\\]/.test(text)) return text;
  return text.replace(/\\(.)|'([^']*)'|"|\$(?:(\w+)|\{(\w+)\}|\{#(\w+)\[[@*]\]\})/gs, (_, escaped, single, name, braced, counted) => {
    if (counted) return String(countOf(counted, context));
    if (escaped !== undefined || single !== undefined) return escaped ?? single;
    return name || braced ? (parameterValue(name ?? braced, context) ?? '') : '';
  });
};

/** Whether a variable or element has a value (`[[ -v NAME ]]`); of `a[@]`, whether there is any element. */
export const isSet = (text: string, context: Context): boolean => {
  const element = readElement(text);
  if (!element) return parameterValue(text, context) !== undefined;
  const value = variableOf(element.name, context)?.value;
  if (element.subscript === '@' || element.subscript === '*') return value instanceof Elements ? value.count > 0 : value !== undefined;
  return elementValue(element.name, subscriptText(element.subscript, context), context, arithmeticVariables(context)) !== undefined;
};
