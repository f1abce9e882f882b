/** Word expansion in the order of POSIX 2.6: brace, tilde, parameter, command and arithmetic, fields, pathnames, quotes. */
import { EXPANSION_WORDS, LimitError } from '../os/limits.ts';
import { escapeGlob } from '../pattern/escape.ts';
import type { ArithmeticPart, CommandPart, ParameterPart, ProcessPart, Word, WordPart } from '../syntax/ast.ts';
import { evaluate } from './arithmetic.ts';
import type { Context } from './context.ts';
import { ShellFault } from './control.ts';
import { type Field, FieldBuilder, fieldPattern, fieldText } from './fields.ts';
import { expandParameter, type WordExpansion } from './parameter.ts';
import { arithmeticVariables } from './special.ts';
import { capture, substituteProcess } from './substitution.ts';
import { expandTilde } from './tilde.ts';

const DEFAULT_IFS = ' \t\n';

/** The value of an arithmetic text whose expansions are done. */
export const evaluateIn = (text: string, context: Context): bigint => evaluate(text, arithmeticVariables(context));

/** The value of an arithmetic expression before its expansions. */
export const expandArithmetic = async (word: Word, context: Context): Promise<bigint> =>
  evaluateIn(await expandText(word, context), context);

/** Adds each part; a promise only where something has to be waited for, as most words are plain. */
const addParts = async (parts: readonly WordPart[], quoted: boolean, out: FieldBuilder, context: Context): Promise<void> => {
  for (const part of parts) {
    const pending = addPart(part, quoted, out, context);
    if (pending) await pending;
  }
};

const addPart = (part: WordPart, quoted: boolean, out: FieldBuilder, context: Context): Promise<void> | undefined => {
  switch (part.type) {
    case 'literal':
      out.add(part.text, false);
      return undefined;
    case 'quoted':
      out.add(part.text, true);
      return undefined;
    case 'double':
      return addDouble(part.parts, out, context);
    case 'parameter':
      return expandParameter(part, quoted, out, context, words);
    case 'array':
      throw new Error('an array is not part of a word');
    default:
      return addResult(part, quoted, out, context);
  }
};

/** Adds what a substitution or an arithmetic expression results in. */
const addResult = async (
  part: CommandPart | ArithmeticPart | ProcessPart,
  quoted: boolean,
  out: FieldBuilder,
  context: Context,
): Promise<void> => {
  let text: string;
  if (part.type === 'process') text = substituteProcess(part, context);
  else if (part.type === 'arithmetic') text = String(await expandArithmetic(part.expression, context));
  else text = await capture(part.script, context, ({ target }) => expandText(target, context));
  if (quoted) out.add(text, true);
  else out.split(text);
};

/** Whether the part stands for a list that may have no fields. */
const mayBeNothing = ({ name, subscript, operation, indirect }: ParameterPart): boolean => {
  if (operation?.type === 'length') return false;
  return name === '@' || subscript === '@' || indirect || (operation?.type === 'names' && !operation.joined);
};

/** Double quotes make a field even of nothing, unless all that they hold is `$@` without parameters. */
const addDouble = async (parts: readonly WordPart[], out: FieldBuilder, context: Context): Promise<void> => {
  const onlyAll = parts.length > 0 && parts.every((part) => part.type === 'parameter' && mayBeNothing(part));
  if (!onlyAll) out.add('', true);
  await addParts(parts, true, out, context);
};

const single = async (parts: readonly WordPart[], context: Context): Promise<Field> => {
  const out = new FieldBuilder(undefined);
  await addParts(parts, false, out, context);
  return out.fields()[0] ?? [];
};

/** Words without anything to expand, and what they stand for. */
const constants = new WeakMap<Word, string | undefined>();

const plainText = (part: WordPart): string | undefined => {
  if (part.type === 'literal' || part.type === 'quoted') return part.text;
  return part.type === 'double' && part.parts.every(({ type }) => type === 'quoted') ? part.parts.map(plainText).join('') : undefined;
};

/** The text of a word in which nothing expands; undefined for any other. */
const constant = (word: Word): string | undefined => {
  if (constants.has(word)) return constants.get(word);
  const texts = word.parts.map(plainText);
  const whole = texts.includes(undefined) ? undefined : texts.join('');
  const text = whole === undefined || /[*?{~(]|\[[\s\S]*\]/.test(whole) ? undefined : whole;
  constants.set(word, text);
  return text;
};

/** One text: neither split nor matched with paths. */
export const expandText = async (word: Word | undefined, context: Context): Promise<string> =>
  word ? (constant(word) ?? fieldText(await single(expandTilde(word, context.state, false), context))) : '';

/** The value of an assignment, in which a tilde may also follow a `:`. */
export const expandValue = async (word: Word | undefined, context: Context): Promise<string> =>
  word ? (constant(word) ?? fieldText(await single(expandTilde(word, context.state, true), context))) : '';

/** One text as a pattern: what was quoted goes through `spell`, by which it stands for itself. */
export const expandPattern = async (word: Word | undefined, context: Context, spell = escapeGlob): Promise<string> =>
  word ? fieldPattern(await single(expandTilde(word, context.state, false), context), spell) : '';

/** How the operators of `${…}` expand their words. */
const words: WordExpansion = {
  constant,
  text: expandText,
  pattern: expandPattern,
  number: async (word, context) => Number(await expandArithmetic(word, context)),
  segments: (word, context) => single(word.parts, context),
  add: async (word, quoted, out, context) => {
    for (const part of quoted ? word.parts : expandTilde(word, context.state, false)) {
      if (part.type === 'literal' && !quoted) out.split(part.text);
      else await addPart(part, quoted, out, context);
    }
  },
};

const GLOB = /[*?]|\[[\s\S]*\]/;

/** Pathname expansion of one field; the field's text when nothing matches. */
const paths = (field: Field, context: Context): readonly string[] | Promise<readonly string[]> => {
  const text = fieldText(field);
  const { options } = context.state;
  if (options.has('noglob') || !(GLOB.test(text) || options.has('extglob'))) return [text];
  if (!field.some((segment) => !segment.quoted && /[*?[(]/.test(segment.text))) return [text];
  return matchPaths(field, text, context);
};

const matchPaths = async (field: Field, text: string, { state, runtime }: Context): Promise<readonly string[]> => {
  const { expandPathname, leaveOut } = await import('./pathname.ts');
  const { options, cwd, variables } = state;
  const ignored = variables.get('GLOBIGNORE') || undefined;
  const globbing = { fs: runtime.fs, cwd, options: ignored === undefined ? options : new Set([...options, 'dotglob']) };
  const matching = expandPathname(fieldPattern(field, escapeGlob), globbing);
  const found = ignored === undefined ? matching : leaveOut(matching, ignored, options.has('extglob'));
  if (found.length > 0) return found;
  if (options.has('failglob')) throw new ShellFault(`no match: ${text}`);
  return options.has('nullglob') ? [] : [text];
};

/** Whether there may be braces to expand in a word. */
const hasBraces = (word: Word): boolean => word.parts.some((part) => part.type === 'literal' && part.text.includes('{'));

/** The words for which a word with braces stands. */
export const spreadBraces = async (word: Word): Promise<readonly Word[]> =>
  hasBraces(word) ? (await import('./brace.ts')).expandBraces(word) : [word];

/** The fields of one word. */
export const expandWord = async (word: Word, context: Context): Promise<readonly string[]> => {
  const text = constant(word);
  if (text !== undefined) return [text];
  const results: string[] = [];
  for (const braced of hasBraces(word) && context.state.options.has('braceexpand') ? await spreadBraces(word) : [word]) {
    const out = new FieldBuilder(context.state.variables.get('IFS') ?? DEFAULT_IFS);
    await addParts(expandTilde(braced, context.state, false), false, out, context);
    for (const field of out.fields()) {
      const found = paths(field, context);
      for (const path of found instanceof Promise ? await found : found) results.push(path);
    }
    if (results.length > EXPANSION_WORDS) throw new LimitError('words', EXPANSION_WORDS);
  }
  return results;
};

/** The fields of words, in order. */
export const expandWords = async (all: readonly Word[], context: Context): Promise<string[]> => {
  const results: string[] = [];
  for (const word of all) for (const field of await expandWord(word, context)) results.push(field);
  return results;
};
