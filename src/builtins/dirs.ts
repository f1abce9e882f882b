/** `dirs`: the working directory, and those that `pushd` left (bash manual, "Directory Stack Builtins"). */
import { defineBuiltin } from '../os/builtin.ts';
import { UsageError } from '../os/failure.ts';
import { bash } from '../os/operands.ts';
import { readStackArguments, showStack } from './cd/stack.ts';

export default defineBuiltin({
  name: 'dirs',
  summary: 'print the working directory, and those that pushd left',
  topic: 'shell',
  options: {},
  dialect: bash,
  operands: [
    { name: '-clpv', kind: 'text', optional: true, repeat: true },
    { name: '+N|-N', kind: 'text', optional: true },
  ],
  rawArguments: true,
  description: [
    '-c forgets those that were left, -l shows them in full, -p prints one a line, -v with numbers. +N and -N print one, counted from either end.',
  ],
  examples: [{ line: 'pushd jobs; dirs -v', shows: 'see where popd would lead' }],
  seeAlso: ['pushd', 'popd'],
  run: async ({ stdout }, { operands }, shell) => {
    const { letters, place, directory } = readStackArguments(operands, 'clpv', shell);
    if (directory !== undefined) throw new UsageError(`${directory}: invalid option`);
    if (letters.includes('c')) shell.directoryStack = [];
    else await stdout.write(showStack(shell, letters, place));
  },
});
