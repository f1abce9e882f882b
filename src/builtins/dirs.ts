/** `dirs`: the working directory, and those that `pushd` left (bash manual, "Directory Stack Builtins"). */
import { defineBuiltin } from '../os/builtin.ts';
import { stackLine } from './cd/change.ts';

export default defineBuiltin({
  name: 'dirs',
  summary: 'print the working directory, and those that pushd left',
  topic: 'shell',
  options: { clear: { short: 'c', summary: 'forget those that were left' } },
  operands: [],
  examples: [{ line: 'pushd jobs; dirs', shows: 'see where popd would lead' }],
  seeAlso: ['pushd', 'popd'],
  run: async ({ stdout }, { options }, shell) => {
    if (options.clear) shell.directoryStack = [];
    else await stdout.write(stackLine(shell));
  },
});
