/** What `declare`, `export`, `readonly` and `local` share: reading operands, and printing variables so that they can be read back. */
import { CommandError } from '../../os/failure.ts';
import type { ShellPort } from '../../os/shell-port.ts';

/** `NAME`, `NAME=VALUE` or `NAME+=VALUE`, taken apart. */
export interface Declaration {
  readonly name: string;
  readonly value: string | undefined;
  /** `+=`. */
  readonly append: boolean;
}

/** Reads an operand; throws CommandError when it begins with no name. */
const readDeclaration = (operand: string): Declaration => {
  const [, name, append, value] = /^([A-Za-z_]\w*)(?:(\+?)=([\s\S]*))?$/.exec(operand) ?? [];
  if (name === undefined) throw new CommandError(`\`${operand}': not a valid identifier`);
  return { name, value, append: append === '+' };
};

/** Gives the variable its value, if the declaration has one. */
export const assign = ({ name, value, append }: Declaration, shell: ShellPort): void => {
  if (value === undefined) return;
  if (append) shell.append(name, value);
  else shell.set(name, value);
};

/** Does `act` to each declaration; a wrong one is complained about, and the rest go on. */
export const declareEach = async (
  operands: readonly string[],
  complain: (message: string) => Promise<void>,
  act: (declaration: Declaration) => void,
): Promise<number> => {
  let status = 0;
  for (const operand of operands) {
    try {
      act(readDeclaration(operand));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      await complain(error.message);
      status = 1;
    }
  }
  return status;
};

const spell = (value: string): string =>
  /[\x00-\x1f\x7f]/.test(value)
    ? `$'${value.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}'`
    : `"${value.replace(/["$\\`]/g, '\\$&')}"`;

type Variable = ShellPort['variables'] extends ReadonlyMap<string, infer V> ? V : never;

/** `declare -x NAME="VALUE"`, with its newline. */
export const listing = (name: string, { value, exported, readonly, form }: Variable): string => {
  const flags = `${form?.charAt(0) ?? ''}${readonly ? 'r' : ''}${exported ? 'x' : ''}` || '-';
  return `declare -${flags} ${name}${value === undefined ? '' : `=${spell(value)}`}\n`;
};

/** The listings of all variables that `keep` keeps, sorted by name. */
export const listAll = ({ variables }: ShellPort, keep: (variable: Variable) => boolean): string =>
  [...variables]
    .filter(([, variable]) => keep(variable))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, variable]) => listing(name, variable))
    .join('');
