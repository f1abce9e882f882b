/** `popd`: goes back to the directory that `pushd` left (bash manual, "Directory Stack Builtins"). */

import { defineBuiltin } from '../os/builtin.ts';
import { CommandError, UsageError } from '../os/failure.ts';
import { bash } from '../os/operands.ts';
import { change, stackLine } from './cd/change.ts';

export default defineBuiltin({
  name: 'popd',
  summary: 'go back to the directory that pushd left',
  topic: 'shell',
  options: {},
  dialect: { ...bash, extra: (operand) => new UsageError(`${operand}: invalid argument`) },
  operands: [],
  examples: [{ line: 'pushd jobs; popd', shows: 'go somewhere and come back' }],
  seeAlso: ['pushd', 'dirs'],
  run: async (process, _args, shell) => {
    const [last, ...others] = shell.directoryStack;
    if (last === undefined) throw new CommandError('directory stack empty');
    change(last, process, shell);
    shell.directoryStack = others;
    await process.stdout.write(stackLine(shell));
  },
});
