/** `readonly`: keeps variables from being changed (POSIX 2.14, readonly). */
import { defineBuiltin } from '../os/builtin.ts';
import { assign, declareEach, listAll } from './variables/declare.ts';

export default defineBuiltin({
  name: 'readonly',
  summary: 'keep variables from being changed',
  topic: 'shell',
  options: {
    print: { short: 'p', summary: 'list variables that cannot be changed' },
    array: { short: 'a', summary: 'make indexed arrays' },
    map: { short: 'A', summary: 'make associative arrays' },
  },
  operands: [{ name: 'NAME[=VALUE]', kind: 'variable', optional: true, repeat: true }],
  examples: [{ line: '(readonly answer=42; echo $answer)', shows: 'make a constant' }],
  seeAlso: ['declare'],
  run: async (process, { options, operands }, shell) => {
    if (operands.length === 0) return process.stdout.write(await listAll(shell, ({ readonly }) => readonly));
    return declareEach(process, operands, async (declaration) => {
      if (options.array || options.map) shell.mark(declaration.name, options.map ? 'associative' : 'indexed', true);
      await assign(declaration, shell);
      shell.mark(declaration.name, 'readonly', true);
    });
  },
});
