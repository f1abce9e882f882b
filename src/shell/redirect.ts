/** Redirections: the open files of one command (POSIX 2.7). */
import { CommandError, VfsError } from '../os/failure.ts';
import { resolvePath } from '../os/path.ts';
import { textReader } from '../os/stream.ts';
import type { Redirect } from '../syntax/ast.ts';
import type { Context } from './context.ts';
import { asInput, type OpenFile } from './descriptors.ts';
import { expandText, expandWord } from './expand.ts';
import { openForReading, openForWriting } from './open.ts';

const textOf = ({ target }: Redirect, source: string): string => source.slice(target.span.start, target.span.end);

/** The one path for which a target stands. */
const pathOf = async (redirect: Redirect, context: Context): Promise<string> => {
  const paths = await expandWord(redirect.target, context);
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw new CommandError(`${textOf(redirect, context.source)}: ambiguous redirect`);
  return path;
};

/** Whether `>` must not empty the file (`set -o noclobber`). */
const isProtected = (path: string, { state, runtime }: Context): boolean =>
  state.options.has('noclobber') && runtime.fs.find(resolvePath(state.cwd, path))?.kind === 'file';

const openPath = (operator: Redirect['operator'], path: string, context: Context): OpenFile => {
  try {
    if (operator === '<') return { reader: openForReading(path, context) };
    if ((operator === '>' || operator === '&>') && isProtected(path, context))
      throw new CommandError(`${path}: cannot overwrite existing file`);
    const append = operator === '>>' || operator === '&>>' || operator === '<>';
    const writer = openForWriting(path, append, context);
    return operator === '<>' ? { writer, reader: openForReading(path, context) } : { writer };
  } catch (error) {
    if (error instanceof VfsError) throw new CommandError(`${path}: ${error.message}`);
    throw error;
  }
};

const inherited = (descriptor: string, { descriptors }: Context): OpenFile => {
  const file = descriptors.get(Number(descriptor));
  if (!file) throw new CommandError(`${descriptor}: ${new VfsError('EBADF').message}`);
  return { ...(file.reader && { reader: file.reader }), ...(file.writer && { writer: file.writer }) };
};

/** `<&` and `>&`: duplicates, moves or closes a descriptor; `>&FILE` is `&>FILE`. */
const duplicate = async (redirect: Redirect, context: Context): Promise<void> => {
  const { descriptors } = context;
  const descriptor = redirect.descriptor ?? (redirect.operator === '<&' ? 0 : 1);
  const target = await pathOf(redirect, context);
  const [, number, move] = /^(\d*)(-?)$/.exec(target) ?? [];
  if (number === undefined) {
    if (redirect.operator === '<&' || redirect.descriptor !== undefined) {
      throw new CommandError(`${textOf(redirect, context.source)}: ambiguous redirect`);
    }
    openBoth('&>', target, context);
    return;
  }
  if (number === '') descriptors.delete(descriptor);
  else {
    descriptors.set(descriptor, inherited(number, context));
    if (move && Number(number) !== descriptor) descriptors.delete(Number(number));
  }
};

const openBoth = (operator: '&>' | '&>>', path: string, context: Context): void => {
  const file = openPath(operator, path, context);
  context.descriptors.set(1, file).set(2, file);
};

/** Bash gives out these descriptors from here upwards (`{fd}>FILE`). */
const FIRST_GIVEN = 10;

/** The redirect with the number that its variable has or is given. */
const numbered = (redirect: Redirect, { descriptors, state }: Context): Redirect => {
  const { variable, target } = redirect;
  if (variable === undefined) return redirect;
  const [part] = target.parts;
  if (redirect.operator.endsWith('&') && part?.type === 'literal' && part.text === '-') {
    return { ...redirect, descriptor: Number(state.variables.get(variable)) };
  }
  let descriptor = FIRST_GIVEN;
  while (descriptors.has(descriptor)) descriptor++;
  state.variables.set(variable, String(descriptor));
  return { ...redirect, descriptor };
};

/** Does one redirect to the context's own descriptors. Throws CommandError, whose message lacks the shell's name. */
const apply = async (redirect: Redirect, context: Context): Promise<void> => {
  const { operator } = redirect;
  const descriptor = redirect.descriptor ?? (operator.startsWith('<') ? 0 : 1);
  switch (operator) {
    case '<<':
    case '<<<': {
      const text = await expandText(redirect.target, context);
      context.descriptors.set(descriptor, { reader: asInput(textReader(operator === '<<<' ? `${text}\n` : text)) });
      return;
    }
    case '<&':
    case '>&':
      return duplicate(redirect, context);
    case '&>':
    case '&>>':
      return openBoth(operator, await pathOf(redirect, context), context);
    default:
      context.descriptors.set(descriptor, openPath(operator, await pathOf(redirect, context), context));
  }
};

/** Does the redirects in order to the context's own descriptors; throws CommandError at the first that fails. */
export const applyRedirects = async (redirects: readonly Redirect[], context: Context): Promise<void> => {
  for (const redirect of redirects) await apply(numbered(redirect, context), context);
};

const keep = (descriptor: number, { descriptors }: Context, outer: Context): void => {
  const file = descriptors.get(descriptor);
  if (file) outer.descriptors.set(descriptor, file);
  else outer.descriptors.delete(descriptor);
};

/** The context in which a command with these redirects runs; its descriptors are its own. */
export const withRedirects = async (redirects: readonly Redirect[], context: Context): Promise<Context> => {
  if (redirects.length === 0) return context;
  const own = { ...context, descriptors: new Map(context.descriptors) };
  await applyRedirects(redirects, own);
  // What a variable names outlives the command.
  for (const { variable } of redirects) if (variable !== undefined) keep(Number(context.state.variables.get(variable)), own, context);
  return own;
};
