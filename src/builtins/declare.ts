/** `declare`: makes variables and shows what is declared (bash manual, `declare`). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import type { Process } from '../os/process.ts';
import type { ShellPort } from '../os/shell-port.ts';
import { assign, declareEach, listAll, listing } from './variables/declare.ts';

const print = async ({ stdout, stderr }: Process, names: readonly string[], shell: ShellPort): Promise<number> => {
  let status = 0;
  for (const name of names) {
    const variable = shell.variables.get(name);
    if (variable) await stdout.write(listing(name, variable));
    else {
      await stderr.write(`declare: ${name}: not found\n`, { role: 'bad' });
      status = 1;
    }
  }
  return status;
};

const printFunctions = async (
  { stdout }: Process,
  names: readonly string[],
  onlyNames: boolean,
  { functions }: ShellPort,
): Promise<number> => {
  let status = 0;
  for (const name of names.length > 0 ? names : [...functions.keys()].sort()) {
    const text = functions.get(name);
    if (text === undefined) status = 1;
    else await stdout.write(onlyNames ? `${names.length > 0 ? '' : 'declare -f '}${name}\n` : `${text}\n`);
  }
  return status;
};

const declareOptions = {
  print: { short: 'p', summary: 'show variables so that they can be read back' },
  functions: { short: 'f', summary: 'show functions with their text' },
  names: { short: 'F', summary: 'show the names of functions' },
  export: { short: 'x', summary: 'give the variables to commands' },
  readonly: { short: 'r', summary: 'keep the variables from being changed' },
  integer: { short: 'i', summary: 'take what is assigned as arithmetic' },
  lower: { short: 'l', summary: 'make the letters of what is assigned small' },
  upper: { short: 'u', summary: 'make the letters of what is assigned large' },
  array: { short: 'a', summary: 'arrays: not supported here' },
  map: { short: 'A', summary: 'associative arrays: not supported here' },
  global: { short: 'g', summary: 'do not make them local to the function' },
} as const;

/** Those that come before the value; `readonly` comes after it. */
const attributes = ['export', 'integer', 'lower', 'upper'] as const;

export default defineBuiltin({
  name: 'declare',
  summary: 'make variables, or show what is declared',
  topic: 'shell',
  options: declareOptions,
  operands: [{ name: 'NAME[=VALUE]', kind: 'variable', optional: true, repeat: true }],
  description: ['A plus instead of the minus takes an attribute back. References (`-n`) are not supported here.'],
  examples: [{ line: 'declare -r answer=42; declare -p answer', shows: 'make a constant and show it' }],
  seeAlso: ['export', 'readonly', 'local'],
  run: async (process, { options, operands }, shell) => {
    if (options.array || options.map) throw new CommandError('arrays: not supported here', 2);
    if (options.functions || options.names) return printFunctions(process, operands, options.names, shell);
    if (operands.length === 0) {
      const chosen = (v: { exported: boolean; readonly: boolean }): boolean =>
        (!options.export || v.exported) && (!options.readonly || v.readonly);
      return process.stdout.write(listAll(shell, chosen));
    }
    if (options.print) return print(process, operands, shell);
    const removed = operands.filter((operand) => /^\+[ilrux]+$/.test(operand)).join('');
    const complain = (message: string): Promise<void> => process.stderr.write(`${process.name}: ${message}\n`, { role: 'bad' });
    return declareEach(
      operands.filter((operand) => !operand.startsWith('+')),
      complain,
      (declaration) => {
        const { name } = declaration;
        if (shell.inFunction && !options.global) shell.local(name, undefined);
        for (const attribute of attributes) {
          if (options[attribute] || removed.includes(declareOptions[attribute].short)) shell.mark(name, attribute, options[attribute]);
        }
        assign(declaration, shell);
        if (!shell.variables.has(name)) shell.mark(name, 'export', false);
        if (options.readonly) shell.mark(name, 'readonly', true);
      },
    );
  },
});
