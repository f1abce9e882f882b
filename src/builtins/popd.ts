/** `popd`: goes back to the directory that `pushd` left (bash manual, "Directory Stack Builtins"). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError, UsageError } from '../os/failure.ts';
import { bash } from '../os/operands.ts';
import { change } from './cd/change.ts';
import { readStackArguments, showStack, stackOf } from './cd/stack.ts';

export default defineBuiltin({
  name: 'popd',
  summary: 'go back to the directory that pushd left',
  topic: 'shell',
  options: {},
  dialect: bash,
  operands: [
    { name: '-n', kind: 'text', optional: true },
    { name: '+N|-N', kind: 'text', optional: true },
  ],
  rawArguments: true,
  description: ['+N and -N take one off the stack, counted from either end. -n only changes the stack.'],
  examples: [{ line: 'pushd jobs; popd', shows: 'go somewhere and come back' }],
  seeAlso: ['pushd', 'dirs'],
  run: async (process, { operands }, shell) => {
    const { letters, place, directory } = readStackArguments(operands, 'n', shell);
    if (directory !== undefined) throw new UsageError(`${directory}: invalid argument`);
    const stack = stackOf(shell);
    if (stack.length === 1) throw new CommandError('directory stack empty');
    const gone = place ?? (letters.includes('n') ? 1 : 0);
    const [first = '', ...rest] = stack.filter((_, i) => i !== gone);
    if (gone === 0) change(first, process, shell);
    shell.directoryStack = rest;
    await process.stdout.write(showStack(shell));
  },
});
