/** Evaluates `[[ … ]]` (bash manual, "Conditional Constructs" and "Bash Conditional Expressions"). */
import { resolvePath } from '../os/path.ts';
import { setOptions } from '../os/shell-options.ts';
import { FAILURE, SUCCESS } from '../os/status.ts';
import type { Inode } from '../os/vfs.ts';
import { compileGlob } from '../pattern/glob.ts';
import type { ConditionalExpression, Word } from '../syntax/ast.ts';
import type { Context } from './context.ts';
import { ShellFault } from './control.ts';
import { evaluateIn, expandPattern, expandText } from './expand.ts';
import { isSet } from './special.ts';

const inodeOf = (path: string, { runtime, state }: Context): Inode | undefined =>
  path === '' ? undefined : runtime.fs.find(resolvePath(state.cwd, path));

const hasMode = (path: string, context: Context, bits: number): boolean => ((inodeOf(path, context)?.mode ?? 0) & bits) !== 0;

const size = (inode: Inode | undefined): number => (inode?.kind === 'file' ? inode.content.length : inode?.kind === 'directory' ? 1 : 0);

const isTerminal = (descriptor: string, { descriptors }: Context): boolean => {
  const file = descriptors.get(Number(descriptor));
  return /^\d+$/.test(descriptor) && ((file?.reader?.isTty || file?.writer?.isTty) ?? false);
};

type Unary = (operand: string, context: Context) => boolean;

const exists: Unary = (path, context) => inodeOf(path, context) !== undefined;
const never: Unary = () => false;

/** The primaries with one operand. There are no links, sockets, pipes or sticky files here. */
const unary: ReadonlyMap<string, Unary> = new Map<string, Unary>([
  ['-n', (text) => text !== ''],
  ['-z', (text) => text === ''],
  ['-a', exists],
  ['-e', exists],
  ['-N', never],
  ['-O', exists],
  ['-G', exists],
  ['-f', (path, context) => inodeOf(path, context)?.kind === 'file'],
  ['-d', (path, context) => inodeOf(path, context)?.kind === 'directory'],
  ['-c', (path, context) => inodeOf(path, context)?.kind === 'device'],
  ['-s', (path, context) => size(inodeOf(path, context)) > 0],
  ['-r', (path, context) => hasMode(path, context, 0o400)],
  ['-w', (path, context) => hasMode(path, context, 0o200) && inodeOf(path, context)?.readOnly === false],
  ['-x', (path, context) => hasMode(path, context, 0o100)],
  ['-t', isTerminal],
  ['-v', isSet],
  ['-R', (name, { state }) => state.variables.all.get(name)?.reference ?? false],
  ['-o', (name, { state }) => setOptions.includes(name) && state.options.has(name)],
  ...['-b', '-g', '-h', '-k', '-L', '-p', '-S', '-u'].map((operator) => [operator, never] as const),
]);

const numeric: ReadonlyMap<string, (a: bigint, b: bigint) => boolean> = new Map<string, (a: bigint, b: bigint) => boolean>([
  ['-eq', (a, b) => a === b],
  ['-ne', (a, b) => a !== b],
  ['-lt', (a, b) => a < b],
  ['-le', (a, b) => a <= b],
  ['-gt', (a, b) => a > b],
  ['-ge', (a, b) => a >= b],
]);

const newer = (left: string, right: string, context: Context): boolean =>
  (inodeOf(left, context)?.mtime ?? Number.NEGATIVE_INFINITY) > (inodeOf(right, context)?.mtime ?? Number.NEGATIVE_INFINITY);

const compare = (operator: string, left: string, right: string, context: Context): boolean => {
  const test = numeric.get(operator);
  if (test) return test(evaluateIn(left, context), evaluateIn(right, context));
  if (operator === '<') return left < right;
  if (operator === '>') return left > right;
  if (operator === '-nt') return newer(left, right, context);
  if (operator === '-ot') return newer(right, left, context);
  if (operator === '-ef') return inodeOf(left, context) !== undefined && inodeOf(left, context) === inodeOf(right, context);
  throw new ShellFault(`${operator}: conditional operator not supported here`);
};

/** `==`, `=` and `!=`: the right side is a pattern, groups and all. */
const matches = async (left: string, right: Word, context: Context): Promise<boolean> => {
  const caseless = context.state.options.has('nocasematch');
  return compileGlob(await expandPattern(right, context), { extended: true, caseless }).matches(left);
};

/** `=~`: quoted parts of the expression stand for themselves. */
const matchesRegex = async (left: string, right: Word, context: Context): Promise<boolean> => {
  const { compileRegex } = await import('../pattern/regex.ts');
  const source = await expandPattern(right, context, (text) => text.replace(/[\\^$.[\]|()*+?{}]/g, '\\$&'));
  const match = compileRegex(source, { syntax: 'extended', caseless: context.state.options.has('nocasematch') }).exec(left);
  const groups = match?.groups.map((group) => (group ? left.slice(group.start, group.end) : '')) ?? [];
  const { variables } = context.state;
  if (groups.length > 0)
    variables.assign(
      'BASH_REMATCH',
      groups.map((value) => ({ subscript: undefined, append: false, value })),
      false,
    );
  else variables.unset('BASH_REMATCH');
  return match !== undefined;
};

const binary = async (operator: string, left: Word, right: Word, context: Context): Promise<boolean> => {
  const text = await expandText(left, context);
  if (operator === '=~') return matchesRegex(text, right, context);
  if (operator === '==' || operator === '=') return matches(text, right, context);
  if (operator === '!=') return !(await matches(text, right, context));
  return compare(operator, text, await expandText(right, context), context);
};

const holds = async (expression: ConditionalExpression, context: Context): Promise<boolean> => {
  switch (expression.type) {
    case 'and':
      return (await holds(expression.left, context)) && holds(expression.right, context);
    case 'or':
      return (await holds(expression.left, context)) || holds(expression.right, context);
    case 'not':
      return !(await holds(expression.operand, context));
    case 'word':
      return (await expandText(expression.word, context)) !== '';
    case 'binary':
      return binary(expression.operator, expression.left, expression.right, context);
    case 'unary': {
      const test = unary.get(expression.operator);
      if (!test) throw new ShellFault(`${expression.operator}: conditional operator not supported here`);
      return test(await expandText(expression.operand, context), context);
    }
  }
};

/** The status of `[[ expression ]]`. */
export const testConditional = async (expression: ConditionalExpression, context: Context): Promise<number> =>
  (await holds(expression, context)) ? SUCCESS : FAILURE;
