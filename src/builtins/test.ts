/** test: says by its status whether an expression holds. */
import { defineBuiltin } from '../os/builtin.ts';
import { runTest, testFacts } from './test/definition.ts';

export default defineBuiltin({
  ...testFacts,
  name: 'test',
  summary: 'Say by the status whether an expression holds',
  operands: [{ name: 'EXPRESSION', kind: 'file', optional: true, repeat: true }],
  examples: [
    { line: 'test -d jobs && echo a directory', shows: 'Ask about a file' },
    { line: 'test 7 -gt 3; echo $?', shows: 'Compare numbers; 0 means yes' },
  ],
  seeAlso: ['[', 'expr'],
  run: (process, { operands }, shell) => runTest(operands, process, shell),
});
