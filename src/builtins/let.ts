/** `let`: evaluates arithmetic (bash manual, `let`). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';

export default defineBuiltin({
  name: 'let',
  summary: 'evaluate arithmetic; the status is 1 when the last value is 0',
  topic: 'shell',
  options: {},
  operands: [{ name: 'EXPRESSION', kind: 'text', repeat: true }],
  rawArguments: true,
  examples: [{ line: 'let x=6*7; echo $x', shows: 'calculate into a variable' }],
  run: async (_process, { operands }, shell) => {
    if (operands.length === 0) throw new CommandError('expression expected');
    let value = 0n;
    for (const operand of operands) value = shell.arithmetic(operand);
    return value === 0n ? 1 : 0;
  },
});
