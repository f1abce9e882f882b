/** `eval`: runs its arguments as a line of shell (POSIX 2.14, eval). */
import { defineBuiltin } from '../os/builtin.ts';

export default defineBuiltin({
  name: 'eval',
  summary: 'run the arguments as a line of shell',
  topic: 'shell',
  options: {},
  operands: [{ name: 'ARGUMENT', kind: 'text', optional: true, repeat: true }],
  rawArguments: true,
  examples: [{ line: 'name=greeting; eval "$name=hello"; echo $greeting', shows: 'set a variable by a name in another' }],
  run: (_process, { operands }, shell) => shell.evaluate((operands[0] === '--' ? operands.slice(1) : operands).join(' ')),
});
