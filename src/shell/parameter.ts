/** Parameter expansion: `$x` and `${…}` with its operators (POSIX 2.6.2; bash manual, "Shell Parameter Expansion"). */
import type { ParameterOperation, ParameterPart, Word } from '../syntax/ast.ts';
import type { Context } from './context.ts';
import { ShellFault } from './control.ts';
import { Elements } from './elements.ts';
import type { Field, FieldBuilder } from './fields.ts';
import { arithmeticVariables, elementValue, parameterValue, variableOf } from './special.ts';
import { readElement } from './variables.ts';

/** How the words inside an operator are expanded; given, as word expansion stands above. */
export interface WordExpansion {
  /** The text of a word in which nothing expands. */
  constant(word: Word): string | undefined;
  text(word: Word | undefined, context: Context): Promise<string>;
  pattern(word: Word | undefined, context: Context): Promise<string>;
  number(word: Word, context: Context): Promise<number>;
  segments(word: Word, context: Context): Promise<Field>;
  /** Adds the word in place of the parameter. */
  add(word: Word, quoted: boolean, out: FieldBuilder, context: Context): Promise<void>;
}

/** `@` and `*` stand for all parameters, or all elements; anything else for one value, or none. */
export type Value = readonly string[] | string | undefined;

/** What an expansion is about, once its subscript is expanded. */
export interface Subject {
  readonly name: string;
  /** Of one element. */
  readonly subscript: string | undefined;
  /** All parameters, or all elements: as fields of their own, or joined. */
  readonly all: '@' | '*' | undefined;
}

/** `@` and `*`. */
export const isList = (name: string): name is '@' | '*' => name === '@' || name === '*';

const isSpecial = (name: string): boolean => isList(name) || /^[^A-Za-z_]/.test(name);

const fetch = ({ name, subscript, all }: Subject, context: Context): Value => {
  if (all) return isList(name) ? context.state.positional : elementsOf(name, context);
  if (subscript !== undefined) return elementValue(name, subscript, context, arithmeticVariables(context));
  return parameterValue(name, context);
};

/** The values of all elements; a text is its only one. */
const elementsOf = (name: string, context: Context): readonly string[] => {
  const value = variableOf(name, context)?.value;
  if (value instanceof Elements) return value.values();
  return value === undefined ? [] : [value];
};

const subjectOf = async ({ name, subscript, indirect }: ParameterPart, context: Context, words: WordExpansion): Promise<Subject> => {
  let subject: Subject = { name, subscript: undefined, all: isList(name) ? name : undefined };
  if (typeof subscript === 'string') subject = { ...subject, all: subscript };
  else if (subscript) subject = { ...subject, subscript: words.constant(subscript) ?? (await words.text(subscript, context)) };
  return indirect ? indirection(subject, context) : subject;
};

const NAME = /^(?:[A-Za-z_]\w*|\d+|[@*#?$!-])$/;

/** What `${!name}` is about. */
const indirection = (subject: Subject, context: Context): Subject => {
  const { name } = subject;
  const variable = context.state.variables.all.get(name);
  const reference = variable?.reference && subject.subscript === undefined && !subject.all;
  // Of a reference, it is the name to which it leads.
  if (reference && typeof variable.value === 'string') return { name: '', subscript: variable.value, all: undefined };
  const target = fetch(subject, context);
  const text = typeof target === 'object' ? target.join(' ') : target;
  const element = text === undefined ? undefined : readElement(text);
  if (element && isList(element.subscript)) return { name: element.name, subscript: undefined, all: element.subscript };
  if (element) return { ...element, all: undefined };
  if (text === undefined || !NAME.test(text)) {
    throw new ShellFault(text === undefined ? `${name}: invalid indirect expansion` : `${text}: invalid variable name`);
  }
  return { name: text, subscript: undefined, all: isList(text) ? text : undefined };
};

/** The separator with which `"$*"` joins: the first character of IFS. */
const separator = ({ state }: Context): string => {
  const ifs = state.variables.get('IFS');
  return ifs === undefined ? ' ' : ifs.slice(0, 1);
};

const addValue = (all: Subject['all'], value: Value, quoted: boolean, out: FieldBuilder, context: Context): void => {
  if (typeof value === 'string') {
    if (quoted) out.add(value, true);
    else out.split(value);
  } else if (value && all === '*' && (quoted || !out.splits)) out.add(value.join(separator(context)), true);
  else {
    value?.forEach((each, i) => {
      if (i > 0) out.next(quoted);
      if (quoted) out.add(each, true);
      else out.split(each);
    });
  }
};

const unbound = ({ name, subscript }: Subject, value: Value, { state }: Context): void => {
  if (value !== undefined || !state.options.has('nounset')) return;
  throw new ShellFault(`${name}${subscript === undefined ? '' : `[${subscript}]`}: unbound variable`, true);
};

/** The operations that give another word in place of a value. */
export type Default = Extract<ParameterOperation, { type: 'default' | 'assign' | 'alternative' | 'error' }>;

const isDefault = (operation: ParameterOperation | undefined): operation is Default =>
  operation !== undefined && ['default', 'assign', 'alternative', 'error'].includes(operation.type);

/** Whether the value counts as there; with a colon, one that is empty does not. */
const isThere = (value: Value, colon: boolean, between: string): boolean => {
  if (typeof value === 'object') return colon ? value.join(between) !== '' : value.length > 0;
  return value !== undefined && !(colon && value === '');
};

/** `:-` and its kin. */
const expandDefault = async (
  operation: Default,
  subject: Subject,
  value: Value,
  quoted: boolean,
  out: FieldBuilder,
  context: Context,
  words: WordExpansion,
): Promise<void> => {
  const { type, colon, word } = operation;
  const { name, subscript, all } = subject;
  const there = isThere(value, colon, all === '*' ? separator(context) : ' ');
  if (there !== (type === 'alternative')) return addValue(all, there ? value : undefined, quoted, out, context);
  if (type === 'error') {
    const text = await words.text(word, context);
    throw new ShellFault(`${name}: ${text || (colon ? 'parameter null or not set' : 'parameter not set')}`, true);
  }
  if (type === 'assign') {
    if (isSpecial(name) || all) throw new ShellFault(`$${name}: cannot assign in this way`);
    const text = await words.text(word, context);
    context.state.variables.set(name, text, subscript, arithmeticVariables(context));
    return addValue(all, fetch(subject, context), quoted, out, context);
  }
  if (word) await words.add(word, quoted, out, context);
};

/** Adds what a parameter expands to; a promise only where a word has to be expanded first. */
export const expandParameter = (
  part: ParameterPart,
  quoted: boolean,
  out: FieldBuilder,
  context: Context,
  words: WordExpansion,
): Promise<void> | undefined => {
  const { name, subscript, operation, indirect } = part;
  const plain = typeof subscript === 'object' ? words.constant(subscript) : undefined;
  if (operation || indirect || (typeof subscript === 'object' && plain === undefined))
    return expandOperation(part, quoted, out, context, words);
  const all = typeof subscript === 'string' ? subscript : isList(name) ? name : undefined;
  const subject = { name, subscript: plain, all };
  const value = fetch(subject, context);
  unbound(subject, value, context);
  addValue(all, value, quoted, out, context);
  return undefined;
};

const expandOperation = async (
  part: ParameterPart,
  quoted: boolean,
  out: FieldBuilder,
  context: Context,
  words: WordExpansion,
): Promise<void> => {
  const { operation } = part;
  const subject = await subjectOf(part, context, words);
  // The name to which a reference leads is the value itself.
  const value = subject.name === '' ? subject.subscript : fetch(subject, context);
  if (isDefault(operation)) return expandDefault(operation, subject, value, quoted, out, context, words);
  const uncounted = operation?.type === 'length' && subject.all && !isList(subject.name) && !variableOf(subject.name, context);
  if (operation?.type !== 'names' && operation?.type !== 'bad') unbound(subject, uncounted ? undefined : value, context);
  const all = operation?.type === 'length' ? undefined : operation?.type === 'names' ? (operation.joined ? '*' : '@') : subject.all;
  addValue(
    all,
    operation ? await (await import('./operate.ts')).operate(operation, subject, value, context, words) : value,
    quoted,
    out,
    context,
  );
};
