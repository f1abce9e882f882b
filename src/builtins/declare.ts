/** `declare`: makes variables and shows what is declared (bash manual, `declare`). */
import { defineBuiltin } from '../os/builtin.ts';
import type { Process } from '../os/process.ts';
import type { ShellPort } from '../os/shell-port.ts';
import { declareEach, listAll, listing } from './variables/declare.ts';

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

export default defineBuiltin({
  name: 'declare',
  summary: 'make variables, or show what is declared',
  topic: 'shell',
  options: {
    print: { short: 'p', summary: 'show variables so that they can be read back' },
    functions: { short: 'f', summary: 'show functions with their text' },
    names: { short: 'F', summary: 'show the names of functions' },
    export: { short: 'x', summary: 'give the variables to commands' },
    readonly: { short: 'r', summary: 'keep the variables from being changed' },
    global: { short: 'g', summary: 'do not make them local to the function' },
  },
  operands: [{ name: 'NAME[=VALUE]', kind: 'variable', optional: true, repeat: true }],
  description: ['Arrays (`-a`, `-A`), integers (`-i`), references (`-n`) and letter case (`-l`, `-u`) are not supported here.'],
  examples: [{ line: 'declare -r answer=42; declare -p answer', shows: 'make a constant and show it' }],
  seeAlso: ['export', 'readonly', 'local'],
  run: async (process, { options, operands }, shell) => {
    if (options.functions || options.names) return printFunctions(process, operands, options.names, shell);
    if (operands.length === 0) {
      const chosen = (v: { exported: boolean; readonly: boolean }): boolean =>
        (!options.export || v.exported) && (!options.readonly || v.readonly);
      return process.stdout.write(listAll(shell, chosen));
    }
    if (options.print) return print(process, operands, shell);
    const removed = operands.filter((operand) => /^\+[rx]+$/.test(operand)).join('');
    const complain = (message: string): Promise<void> => process.stderr.write(`${process.name}: ${message}\n`, { role: 'bad' });
    return declareEach(
      operands.filter((operand) => !operand.startsWith('+')),
      shell,
      complain,
      ({ name, value }) => {
        if (shell.inFunction && !options.global) shell.local(name, value);
        else if (value !== undefined) shell.set(name, value);
        else if (!shell.variables.has(name)) shell.mark(name, 'export', false);
        if (options.export || removed.includes('x')) shell.mark(name, 'export', options.export);
        if (options.readonly) shell.mark(name, 'readonly', true);
      },
    );
  },
});
