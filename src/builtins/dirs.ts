/** `dirs`: the working directory, and those that `pushd` left (bash manual, "Directory Stack Builtins"). */

import { defineBuiltin } from '../os/builtin.ts';
import { UsageError } from '../os/failure.ts';
import { bash } from '../os/operands.ts';
import { stackLine } from './cd/change.ts';

export default defineBuiltin({
  name: 'dirs',
  summary: 'print the working directory, and those that pushd left',
  topic: 'shell',
  options: { clear: { short: 'c', summary: 'forget those that were left' } },
  dialect: { ...bash, extra: (operand) => new UsageError(`${operand}: invalid option`) },
  operands: [],
  examples: [{ line: 'pushd jobs; dirs', shows: 'see where popd would lead' }],
  seeAlso: ['pushd', 'popd'],
  run: async ({ stdout }, { options }, shell) => {
    if (options.clear) shell.directoryStack = [];
    else await stdout.write(stackLine(shell));
  },
});
