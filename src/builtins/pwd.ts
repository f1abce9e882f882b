/** `pwd`: prints the working directory (POSIX `pwd`). */

import { defineBuiltin } from '../os/builtin.ts';
import { bashLenient } from '../os/operands.ts';

export default defineBuiltin({
  name: 'pwd',
  summary: 'print the working directory',
  topic: 'shell',
  options: {
    logical: { short: 'L', summary: 'as the shell knows it' },
    physical: { short: 'P', summary: 'as the tree has it; there are no links, so it is the same' },
  },
  dialect: bashLenient,
  operands: [],
  linkable: true,
  examples: [{ line: 'pwd', shows: 'where am I?' }],
  seeAlso: ['cd'],
  run: async ({ stdout }, _args, { cwd }) => stdout.write(`${cwd}\n`),
});
