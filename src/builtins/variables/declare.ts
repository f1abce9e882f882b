/** What `declare`, `export`, `readonly` and `local` share: reading operands, marking and assigning what they name, listing it. */

import { CommandError } from '../../os/failure.ts';
import type { Process } from '../../os/process.ts';
import { carryOn } from '../../os/report.ts';
import type { ShellPort, VariableView } from '../../os/shell-port.ts';

/** `NAME`, `NAME=VALUE` or `NAME[…]=VALUE`, or either with `+=`, taken apart. */
export interface Declaration {
  readonly operand: string;
  readonly name: string;
  readonly subscript: string | undefined;
  readonly value: string | undefined;
  /** `+=`. */
  readonly append: boolean;
}

/** Reads an operand; throws CommandError when it begins with no name. */
const readDeclaration = (operand: string): Declaration => {
  const [, name, subscript, append, value] = /^([A-Za-z_]\w*)(?:\[([^=]+?)\])?(?:(\+?)=([\s\S]*))?$/.exec(operand) ?? [];
  if (name === undefined) throw new CommandError(`\`${operand}': not a valid identifier`);
  return { operand, name, subscript, value, append: append === '+' };
};

/** Gives the variable its value, if the declaration has one. */
export const assign = async ({ operand, name, subscript, value, append }: Declaration, shell: ShellPort): Promise<void> => {
  if (value === undefined || (value.startsWith('(') && (await shell.assignArray(operand)))) return;
  const target = subscript === undefined ? name : `${name}[${subscript}]`;
  if (append) shell.append(target, value);
  else shell.set(target, value);
};

/** Does `act` to each declaration; a wrong one is told, and the rest have their turn. */
export const declareEach = async (
  process: Process,
  operands: readonly string[],
  act: (declaration: Declaration) => Promise<void>,
): Promise<number> => {
  let status = 0;
  for (const operand of operands) {
    if (!(await carryOn(process, () => act(readDeclaration(operand))))) status = 1;
  }
  return status;
};

/** The options that set attributes, as `declare` and `local` take them. */
export const attributeOptions = {
  array: { short: 'a', summary: 'make indexed arrays' },
  map: { short: 'A', summary: 'make associative arrays' },
  reference: { short: 'n', summary: 'let the variables stand for the ones that they name' },
  export: { short: 'x', summary: 'give the variables to commands' },
  readonly: { short: 'r', summary: 'keep the variables from being changed' },
  integer: { short: 'i', summary: 'take what is assigned as arithmetic' },
  lower: { short: 'l', summary: 'make the letters of what is assigned small' },
  upper: { short: 'u', summary: 'make the letters of what is assigned large' },
  capital: { short: 'c', summary: 'make the first letter of what is assigned large' },
} as const;

type Option = keyof typeof attributeOptions;

/** Those that come before the value; `readonly` comes after it. */
const before = [
  ['array', 'indexed'],
  ['map', 'associative'],
  ['integer', 'integer'],
  ['lower', 'lower'],
  ['upper', 'upper'],
  ['capital', 'capital'],
  ['export', 'export'],
] as const;

const refer = ({ name, value }: Declaration, shell: ShellPort): void => {
  if (value === name) throw new CommandError(`${name}: nameref variable self references not allowed`);
  if (value !== undefined && !/^[A-Za-z_]\w*(?:\[[\s\S]+\])?$/.test(value)) {
    throw new CommandError(`\`${value}': invalid variable name for name reference`);
  }
  // What it led to before is not to change.
  shell.mark(name, 'reference', false);
  if (value !== undefined) shell.set(name, value);
  shell.mark(name, 'reference', true);
};

/** Marks and assigns what one operand of `declare` or `local` names; `removed` has the letters after a `+`. */
export const declareOne = async (
  declaration: Declaration,
  options: Readonly<Record<Option, boolean>>,
  removed: string,
  shell: ShellPort,
): Promise<void> => {
  const { name } = declaration;
  const drops = (option: Option): boolean => removed.includes(attributeOptions[option].short);
  for (const [option, attribute] of before) if (options[option] || drops(option)) shell.mark(name, attribute, options[option]);
  if (drops('reference')) shell.mark(name, 'reference', false);
  if (options.reference) refer(declaration, shell);
  else await assign(declaration, shell);
  if (declaration.subscript !== undefined && declaration.value === undefined) shell.mark(name, 'indexed', true);
  if (!shell.variables.has(name)) shell.mark(name, 'export', false);
  if (options.readonly) shell.mark(name, 'readonly', true);
};

/** The operands without those that take attributes back, and the letters of these. */
export const splitRemovals = (operands: readonly string[]): { readonly names: readonly string[]; readonly removed: string } => {
  const isRemoval = (operand: string): boolean => /^\+[aAcilnrtux]+$/.test(operand);
  return { names: operands.filter((operand) => !isRemoval(operand)), removed: operands.filter(isRemoval).join('') };
};

/** The listings of all variables that `keep` keeps, sorted by name. */
export const listAll = async (shell: ShellPort, keep: (variable: VariableView) => boolean): Promise<string> => {
  const names = [...shell.variables].filter(([, variable]) => keep(variable)).map(([name]) => name);
  const lines = await Promise.all(names.sort().map((name) => shell.declaration(name)));
  return lines.map((line) => `${line}\n`).join('');
};
