/** `:`: does nothing, successfully (POSIX 2.14, colon). */
import { defineBuiltin } from '../os/builtin.ts';

export default defineBuiltin({
  name: ':',
  summary: 'do nothing, successfully',
  topic: 'shell',
  options: {},
  operands: [{ name: 'ARGUMENT', kind: 'text', optional: true, repeat: true }],
  rawArguments: true,
  examples: [{ line: ': ${greeting:=hello}; echo $greeting', shows: 'give a variable a default' }],
  run: async () => 0,
});
