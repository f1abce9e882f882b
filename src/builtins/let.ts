/** `let`: evaluates arithmetic (bash manual, `let`). */

import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import { bash } from '../os/operands.ts';

export default defineBuiltin({
  name: 'let',
  summary: 'evaluate arithmetic; the status is 1 when the last value is 0',
  topic: 'shell',
  options: {},
  dialect: { ...bash, missing: () => new CommandError('expression expected') },
  operands: [{ name: 'EXPRESSION', kind: 'text', repeat: true }],
  rawArguments: true,
  examples: [{ line: 'let x=6*7; echo $x', shows: 'calculate into a variable' }],
  run: async (_process, { operands }, shell) => {
    let value = 0n;
    for (const operand of operands) value = shell.arithmetic(operand);
    return value === 0n ? 1 : 0;
  },
});
