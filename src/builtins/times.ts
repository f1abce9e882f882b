/** `times`: the processor time that the shell and its children have had, which nothing here can measure (POSIX 2.14, times). */

import { defineBuiltin } from '../os/builtin.ts';
import { bashLenient } from '../os/operands.ts';

export default defineBuiltin({
  name: 'times',
  summary: 'print processor times, which are not measured here',
  topic: 'shell',
  options: {},
  dialect: bashLenient,
  operands: [],
  examples: [{ line: 'times', shows: 'four times nothing' }],
  seeAlso: ['time'],
  run: async ({ stdout }) => stdout.write('0m0.000s 0m0.000s\n0m0.000s 0m0.000s\n'),
});
