/** `declare`: makes variables and shows what is declared (bash manual, `declare`). */

import { defineBuiltin } from '../os/builtin.ts';
import type { Process } from '../os/process.ts';
import { warn } from '../os/report.ts';
import type { ShellPort } from '../os/shell-port.ts';
import { attributeOptions, declareEach, declareOne, listAll, splitRemovals } from './variables/declare.ts';

const print = async (process: Process, names: readonly string[], shell: ShellPort): Promise<number> => {
  let status = 0;
  for (const name of names) {
    const text = await shell.declaration(name);
    if (text !== undefined) await process.stdout.write(`${text}\n`);
    else {
      await warn(process, `${name}: not found`);
      status = 1;
    }
  }
  return status;
};

const printFunctions = async ({ stdout }: Process, names: readonly string[], onlyNames: boolean, shell: ShellPort): Promise<number> => {
  let status = 0;
  for (const name of names.length > 0 ? names : [...shell.functions.keys()].sort()) {
    if (!shell.functions.has(name)) status = 1;
    else if (onlyNames) await stdout.write(`${names.length > 0 ? '' : 'declare -f '}${name}\n`);
    else await stdout.write(`${await shell.functionText(name)}\n`);
  }
  return status;
};

const options = {
  ...attributeOptions,
  print: { short: 'p', summary: 'show variables so that they can be read back' },
  functions: { short: 'f', summary: 'show functions with their text' },
  names: { short: 'F', summary: 'show the names of functions' },
  global: { short: 'g', summary: 'do not make them local to the function' },
  trace: { short: 't', summary: 'let functions inherit the traps DEBUG and RETURN' },
  inherit: { short: 'I', summary: 'let a local variable begin as the one that it hides' },
} as const;

export default defineBuiltin({
  name: 'declare',
  summary: 'make variables, or show what is declared',
  topic: 'shell',
  options,
  operands: [{ name: 'NAME[=VALUE]', kind: 'variable', optional: true, repeat: true }],
  description: [
    'A plus instead of the minus takes an attribute back. An array is written as `NAME=(VALUE …)`, an associative one as `NAME=([KEY]=VALUE …)`.',
  ],
  examples: [
    { line: 'declare -r answer=42; declare -p answer', shows: 'make a constant and show it' },
    { line: 'declare -A capital=([fr]=Paris [it]=Rome); echo ${capital[it]}', shows: 'find values by keys' },
  ],
  seeAlso: ['export', 'readonly', 'local'],
  run: async (process, { options: on, operands }, shell) => {
    if (on.functions || on.names) return printFunctions(process, operands, on.names, shell);
    if (operands.length === 0) {
      return process.stdout.write(
        await listAll(
          shell,
          (v) =>
            (!on.export || v.exported) &&
            (!on.readonly || v.readonly) &&
            (!on.integer || v.integer === true) &&
            (!on.reference || v.reference === true) &&
            (!on.array || v.array === 'indexed') &&
            (!on.map || v.array === 'associative'),
        ),
      );
    }
    if (on.print) return print(process, operands, shell);
    const { names, removed } = splitRemovals(operands);
    return declareEach(process, names, async (declaration) => {
      const act = (): Promise<void> => declareOne(declaration, on, removed, shell);
      if (on.global) return shell.global(declaration.name, act);
      if (shell.inFunction) shell.local(declaration.name, undefined);
      return act();
    });
  },
});
