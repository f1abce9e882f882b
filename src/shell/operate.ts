/** Does the operators of `${name…}` that make something of a value (bash manual, "Shell Parameter Expansion"). */

import { compileGlob } from '../pattern/glob.ts';
import type { ParameterOperation, Word } from '../syntax/ast.ts';
import { decodeAnsiC, quote } from '../syntax/quote.ts';
import type { Context } from './context.ts';
import { ShellFault } from './control.ts';
import { attributes, spellDeclaration, spellPairs } from './declaration.ts';
import { Elements } from './elements.ts';
import { changeCase, lengthOf, type Replacement, replace, slice, sliceElements, sliceParameters, trim } from './operation.ts';
import { type Default, isList, type Subject, type Value, type WordExpansion } from './parameter.ts';
import { variableOf } from './special.ts';
import type { Variable } from './variables.ts';

/** As `declare` would have to be called to make it. */
const assignment = (value: string, name: string, variable: Variable | undefined): string => {
  const flags = variable ? attributes(variable) : '';
  return `${flags === '' ? '' : `declare -${flags} `}${name}=${quote(value, "'")}`;
};

const first = (value: string): string => [...value][0] ?? '';

/** The value after `@LETTER`; throws ShellFault for a letter that is not supported here. */
export const transform = (value: string, letter: string, name: string, variable: Variable | undefined): string => {
  switch (letter) {
    case 'U':
      return value.toUpperCase();
    case 'L':
      return value.toLowerCase();
    case 'u':
      return first(value).toUpperCase() + value.slice(first(value).length);
    case 'Q':
    case 'K':
    case 'k':
      return quote(value, "'");
    case 'E':
      return decodeAnsiC(value);
    case 'A':
      return assignment(value, name, variable);
    case 'a':
      return variable ? attributes(variable) : '';
    default:
      throw new ShellFault(`\${${name}@${letter}}: not supported here`);
  }
};

/** `${x[@]@A}`, `@K` and `@k`, which are about an array as a whole; undefined for a letter that changes each element. */
export const transformAll = (letter: string, name: string, variable: Variable | undefined): readonly string[] | undefined => {
  const value = variable?.value;
  if (!(value instanceof Elements)) return undefined;
  if (letter === 'A') return [spellDeclaration(name, variable as Variable)];
  if (letter === 'K') return [spellPairs(value)];
  return letter === 'k' ? value.keys().flatMap((key) => [String(key), value.get(key) ?? '']) : undefined;
};

/** Makes the replacement of a match from its word: an unquoted `&` stands for the match (bash's patsub_replacement). */
const replacementOf = async (word: Word | undefined, context: Context, words: WordExpansion): Promise<Replacement> => {
  const segments = word ? await words.segments(word, context) : [];
  return (match) =>
    segments.map(({ text, quoted }) => (quoted ? text : text.replace(/\\?&/g, (found) => (found === '&' ? match : '&')))).join('');
};

/** The change that an operator makes to each value. */
const changeOf = async (
  operation: Exclude<ParameterOperation, Default | { type: 'bad' | 'keys' | 'names' | 'length' | 'slice' }>,
  name: string,
  context: Context,
  words: WordExpansion,
): Promise<(value: string) => string> => {
  switch (operation.type) {
    case 'trim': {
      const glob = compileGlob(await words.pattern(operation.pattern, context), globOptions(context));
      return (value) => trim(value, glob, operation.side, operation.longest);
    }
    case 'replace': {
      const pattern = await words.pattern(operation.pattern, context);
      const replacement = await replacementOf(operation.replacement, context, words);
      return (value) =>
        replace(value, pattern, operation.where, replacement, {
          ...globOptions(context),
          caseless: context.state.options.has('nocasematch'),
        });
    }
    case 'case': {
      const glob = operation.pattern && compileGlob(await words.pattern(operation.pattern, context), globOptions(context));
      return (value) => changeCase(value, glob, operation.to, operation.all);
    }
    case 'transform':
      return (value) => transform(value, operation.letter, name, variableOf(name, context));
  }
};

const globOptions = ({ state }: Context): { extended: boolean } => ({ extended: state.options.has('extglob') });

/** The keys of an array; a text is the element 0. */
const keysOf = (name: string, context: Context): readonly string[] => {
  const value = variableOf(name, context)?.value;
  if (value instanceof Elements) return value.keys().map(String);
  return value === undefined ? [] : ['0'];
};

const namesOf = (prefix: string, { state }: Context): readonly string[] =>
  [...state.variables.all.keys()].filter((name) => name.startsWith(prefix)).sort();

const sliceOf = async (
  { offset, length }: Extract<ParameterOperation, { type: 'slice' }>,
  { name, all }: Subject,
  value: Value,
  context: Context,
  words: WordExpansion,
): Promise<Value> => {
  const from = await words.number(offset, context);
  const count = length && (await words.number(length, context));
  if (typeof value !== 'object') return value && slice(value, from, count);
  const elements = all && !isList(name) ? variableOf(name, context)?.value : undefined;
  return elements instanceof Elements
    ? sliceElements(elements, from, count)
    : sliceParameters(isList(name) ? [context.state.name, ...value] : value, from, count);
};

/** What an operation makes of the value of its subject. */
export const operate = async (
  operation: Exclude<ParameterOperation, Default>,
  subject: Subject,
  value: Value,
  context: Context,
  words: WordExpansion,
): Promise<Value> => {
  const { name } = subject;
  switch (operation.type) {
    case 'bad':
      throw new ShellFault(`${operation.text}: bad substitution`);
    case 'keys':
      return keysOf(name, context);
    case 'names':
      return namesOf(name, context);
    case 'length':
      return String(typeof value === 'object' ? value.length : lengthOf(value ?? ''));
    case 'slice':
      return sliceOf(operation, subject, value, context, words);
    default: {
      const whole =
        operation.type === 'transform' && subject.all ? transformAll(operation.letter, name, variableOf(name, context)) : undefined;
      if (whole) return whole;
      const change = await changeOf(operation, name, context, words);
      return typeof value === 'object' ? value.map(change) : value === undefined ? undefined : change(value);
    }
  }
};
