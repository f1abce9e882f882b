/** `pushd`: changes the directory, and remembers the one it leaves (bash manual, "Directory Stack Builtins"). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import { bash } from '../os/operands.ts';
import { change } from './cd/change.ts';
import { readStackArguments, showStack, stackOf } from './cd/stack.ts';

export default defineBuiltin({
  name: 'pushd',
  summary: 'change the directory, and remember the one it leaves',
  topic: 'shell',
  options: {},
  dialect: bash,
  operands: [
    { name: '-n', kind: 'text', optional: true },
    { name: 'DIRECTORY|+N|-N', kind: 'directory', optional: true },
  ],
  rawArguments: true,
  description: [
    'Without DIRECTORY, the working directory and the last one left change places. +N and -N turn the stack until the directory there is the working one. -n only changes the stack.',
  ],
  examples: [{ line: 'pushd jobs; popd', shows: 'go somewhere and come back' }],
  seeAlso: ['popd', 'dirs', 'cd'],
  run: async (process, { operands }, shell) => {
    const { letters, place, directory } = readStackArguments(operands, 'n', shell);
    const stack = stackOf(shell);
    const [here = '', last, ...others] = stack;
    let next: readonly string[];
    if (place !== undefined) next = [...stack.slice(place), ...stack.slice(0, place)];
    else if (directory !== undefined) next = letters.includes('n') ? [here, directory, ...stack.slice(1)] : [directory, ...stack];
    else if (last === undefined) throw new CommandError('no other directory');
    else next = [last, here, ...others];
    const [first = here, ...rest] = next;
    if (!letters.includes('n')) change(first, process, shell);
    shell.directoryStack = rest;
    await process.stdout.write(showStack(shell));
  },
});
