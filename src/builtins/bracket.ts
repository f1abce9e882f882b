/** [: test in brackets. */

import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import { bash } from '../os/operands.ts';
import { USAGE } from '../os/status.ts';
import { runTest, testFacts } from './test/definition.ts';

const unclosed = (): CommandError => new CommandError("missing `]'", USAGE);

export default defineBuiltin({
  ...testFacts,
  name: '[',
  summary: 'Say by the status whether an expression holds',
  dialect: { ...bash, missing: unclosed },
  operands: [
    { name: 'EXPRESSION', kind: 'file', optional: true, repeat: true },
    { name: ']', kind: 'text' },
  ],
  examples: [
    { line: '[ -f about ] && echo there', shows: 'Ask about a file' },
    { line: 'if [ "$USER" = root ]; then echo no; else echo fine; fi', shows: 'In a condition' },
  ],
  seeAlso: ['test'],
  run: (process, { operands }, shell) => {
    if (operands.at(-1) !== ']') throw unclosed();
    return runTest(operands.slice(0, -1), process, shell);
  },
});
