/** Parameter expansion: `$x` and `${…}` with its operators (POSIX 2.6.2; bash manual, "Shell Parameter Expansion"). */
import { compileGlob } from '../pattern/glob.ts';
import type { ParameterOperation, ParameterPart, Word } from '../syntax/ast.ts';
import type { Context } from './context.ts';
import { ShellFault } from './control.ts';
import type { Field, FieldBuilder } from './fields.ts';
import { changeCase, lengthOf, type Replacement, replace, slice, sliceParameters, trim } from './operation.ts';
import { parameterValue } from './special.ts';
import { transform } from './transform.ts';

/** How the words inside an operator are expanded; given, as word expansion stands above. */
export interface WordExpansion {
  text(word: Word | undefined, context: Context): Promise<string>;
  pattern(word: Word | undefined, context: Context): Promise<string>;
  number(word: Word, context: Context): Promise<number>;
  segments(word: Word, context: Context): Promise<Field>;
  /** Adds the word in place of the parameter. */
  add(word: Word, quoted: boolean, out: FieldBuilder, context: Context): Promise<void>;
}

/** `@` and `*` stand for all parameters; any other name for one value, or none. */
type Value = readonly string[] | string | undefined;

const isList = (name: string): boolean => name === '@' || name === '*';

const fetch = (name: string, context: Context): Value => (isList(name) ? context.state.positional : parameterValue(name, context));

const NAME = /^(?:[A-Za-z_]\w*|\d+|[@*#?$!-])$/;

/** The name for which `${!name}` stands. */
const indirection = (name: string, context: Context): string => {
  const target = parameterValue(name, context);
  if (target === undefined || !NAME.test(target)) {
    throw new ShellFault(target === undefined ? `${name}: invalid indirect expansion` : `${target}: invalid variable name`);
  }
  return target;
};

/** The separator with which `"$*"` joins: the first character of IFS. */
const separator = ({ state }: Context): string => {
  const ifs = state.variables.get('IFS');
  return ifs === undefined ? ' ' : ifs.slice(0, 1);
};

const addValue = (name: string, value: Value, quoted: boolean, out: FieldBuilder, context: Context): void => {
  if (typeof value === 'string') {
    if (quoted) out.add(value, true);
    else out.split(value);
  } else if (value && name === '*' && (quoted || !out.splits)) out.add(value.join(separator(context)), true);
  else {
    value?.forEach((each, i) => {
      if (i > 0) out.next(quoted);
      if (quoted) out.add(each, true);
      else out.split(each);
    });
  }
};

const unbound = (name: string, value: Value, { state }: Context): void => {
  if (value === undefined && state.options.has('nounset')) throw new ShellFault(`${name}: unbound variable`, true);
};

type Default = Extract<ParameterOperation, { type: 'default' | 'assign' | 'alternative' | 'error' }>;

const isDefault = (operation: ParameterOperation | undefined): operation is Default =>
  operation !== undefined && ['default', 'assign', 'alternative', 'error'].includes(operation.type);

/** Whether the value counts as there; with a colon, one that is empty does not. */
const isThere = (value: Value, colon: boolean): boolean => {
  if (typeof value === 'object') return colon ? value.join(' ') !== '' : value.length > 0;
  return value !== undefined && !(colon && value === '');
};

/** Makes the replacement of a match from its word: an unquoted `&` stands for the match (bash's patsub_replacement). */
const replacementOf = async (word: Word | undefined, context: Context, words: WordExpansion): Promise<Replacement> => {
  const segments = word ? await words.segments(word, context) : [];
  return (match) =>
    segments.map(({ text, quoted }) => (quoted ? text : text.replace(/\\?&/g, (found) => (found === '&' ? match : '&')))).join('');
};

/** The change that an operator makes to each value. */
const changeOf = async (
  operation: Exclude<ParameterOperation, Default | { type: 'length' | 'slice' }>,
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
      return (value) => replace(value, pattern, operation.where, replacement, globOptions(context));
    }
    case 'case': {
      const glob = operation.pattern && compileGlob(await words.pattern(operation.pattern, context), globOptions(context));
      return (value) => changeCase(value, glob, operation.upper, operation.all);
    }
    case 'transform':
      return (value) => transform(value, operation.letter, name, context.state.variables.all.get(name));
  }
};

const globOptions = ({ state }: Context): { extended: boolean } => ({ extended: state.options.has('extglob') });

const operate = async (
  operation: Exclude<ParameterOperation, Default>,
  name: string,
  value: Value,
  context: Context,
  words: WordExpansion,
): Promise<Value> => {
  if (operation.type === 'length') return String(typeof value === 'object' ? value.length : lengthOf(value ?? ''));
  if (operation.type === 'slice') {
    const offset = await words.number(operation.offset, context);
    const length = operation.length && (await words.number(operation.length, context));
    if (typeof value === 'object') return sliceParameters(context.state.name, value, offset, length);
    return value && slice(value, offset, length);
  }
  const change = await changeOf(operation, name, context, words);
  return typeof value === 'object' ? value.map(change) : value === undefined ? undefined : change(value);
};

/** `:-` and its kin. */
const expandDefault = async (
  operation: Default,
  name: string,
  value: Value,
  quoted: boolean,
  out: FieldBuilder,
  context: Context,
  words: WordExpansion,
): Promise<void> => {
  const { type, colon, word } = operation;
  const there = isThere(value, colon);
  if (there !== (type === 'alternative')) return addValue(name, there ? value : undefined, quoted, out, context);
  if (type === 'error') {
    const text = await words.text(word, context);
    throw new ShellFault(`${name}: ${text || (colon ? 'parameter null or not set' : 'parameter not set')}`, true);
  }
  if (type === 'assign') {
    if (!/^[A-Za-z_]/.test(name)) throw new ShellFault(`$${name}: cannot assign in this way`);
    const text = await words.text(word, context);
    context.state.variables.set(name, text);
    return addValue(name, text, quoted, out, context);
  }
  if (word) await words.add(word, quoted, out, context);
};

/** Adds what a parameter expands to; a promise only where an operator has a word to expand. */
export const expandParameter = (
  part: ParameterPart,
  quoted: boolean,
  out: FieldBuilder,
  context: Context,
  words: WordExpansion,
): Promise<void> | undefined => {
  if (part.operation) return expandOperation(part, part.operation, quoted, out, context, words);
  const name = part.indirect ? indirection(part.name, context) : part.name;
  const value = fetch(name, context);
  unbound(name, value, context);
  addValue(name, value, quoted, out, context);
  return undefined;
};

const expandOperation = async (
  { name: written, indirect }: ParameterPart,
  operation: ParameterOperation,
  quoted: boolean,
  out: FieldBuilder,
  context: Context,
  words: WordExpansion,
): Promise<void> => {
  const name = indirect ? indirection(written, context) : written;
  const value = fetch(name, context);
  if (isDefault(operation)) return expandDefault(operation, name, value, quoted, out, context, words);
  unbound(name, value, context);
  addValue(name, await operate(operation, name, value, context, words), quoted, out, context);
};
