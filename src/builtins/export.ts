/** `export`: gives variables to the commands that the shell runs (POSIX 2.14, export). */
import { defineBuiltin } from '../os/builtin.ts';
import { assign, declareEach, listAll } from './variables/declare.ts';

export default defineBuiltin({
  name: 'export',
  summary: 'give variables to the commands that the shell runs',
  topic: 'shell',
  options: {
    print: { short: 'p', summary: 'list exported variables' },
    functions: { short: 'f', summary: 'of functions, which no command here is given' },
    array: { short: 'a', summary: 'of arrays, which no command is given' },
    not: { short: 'n', summary: 'keep the variables from commands again' },
  },
  operands: [{ name: 'NAME[=VALUE]', kind: 'variable', optional: true, repeat: true }],
  examples: [{ line: 'export EDITOR=ed; env | grep EDITOR', shows: 'set a variable for commands' }],
  seeAlso: ['env', 'declare'],
  run: async (process, { options, operands }, shell) => {
    if (operands.length === 0) return process.stdout.write(await listAll(shell, ({ exported }) => exported));
    return declareEach(process, operands, async (declaration) => {
      await assign(declaration, shell);
      shell.mark(declaration.name, 'export', !options.not);
    });
  },
});
