/** The values of parameters by name: special, positional, and variables (POSIX 2.5). */
import { optionLetters } from '../os/shell-options.ts';
import type { Context } from './context.ts';

const flags = ({ state, machine }: Context): string => {
  const letters = [...optionLetters].filter(([, name]) => state.options.has(name)).map(([letter]) => letter);
  const lower = letters.filter((letter) => letter !== 'C').join('');
  return `${lower}h${machine.interactive ? 'i' : ''}B${letters.includes('C') ? 'C' : ''}${machine.interactive ? 's' : 'c'}`;
};

const lineNumber = ({ source, state }: Context): number => {
  let line = 1;
  for (let i = source.indexOf('\n'); i >= 0 && i < state.offset; i = source.indexOf('\n', i + 1)) line++;
  return line;
};

/** Variables whose value is made when asked for, until the visitor sets one of that name. */
const dynamic: ReadonlyMap<string, (context: Context) => number | string | undefined> = new Map<
  string,
  (context: Context) => number | string | undefined
>([
  ['RANDOM', ({ machine }) => Math.floor(machine.host.random() * 32_768)],
  ['SECONDS', ({ machine, state }) => Math.floor((machine.host.now() - state.started) / 1000)],
  ['FUNCNAME', ({ functionName }) => functionName],
  ['EPOCHSECONDS', ({ machine }) => Math.floor(machine.host.now() / 1000)],
  ['LINENO', lineNumber],
  ['PPID', ({ machine }) => machine.id - 1],
  ['UID', () => 1000],
  ['EUID', () => 1000],
]);

const special: ReadonlyMap<string, (context: Context) => string | undefined> = new Map<string, (context: Context) => string | undefined>([
  ['#', ({ state }) => String(state.positional.length)],
  ['?', ({ state }) => String(state.status)],
  ['$', ({ machine }) => String(machine.id)],
  ['!', ({ state }) => state.background?.toString()],
  ['-', flags],
  ['0', ({ state }) => state.name],
  ['_', ({ state }) => state.lastWord],
]);

/** The value of a parameter other than `@` and `*`; undefined when it is unset. */
export const parameterValue = (name: string, context: Context): string | undefined => {
  const { state } = context;
  const found = state.variables.get(name);
  if (found !== undefined) return found;
  if (/^[1-9]\d*$/.test(name)) return state.positional[Number(name) - 1];
  const value = special.get(name);
  return value ? value(context) : state.variables.all.has(name) ? undefined : dynamic.get(name)?.(context)?.toString();
};
