/** `pushd`: changes the directory, and remembers the one it leaves (bash manual, "Directory Stack Builtins"). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import { change, stackLine } from './cd/change.ts';

export default defineBuiltin({
  name: 'pushd',
  summary: 'change the directory, and remember the one it leaves',
  topic: 'shell',
  options: {},
  operands: [{ name: 'DIRECTORY', kind: 'directory', optional: true }],
  description: ['Without DIRECTORY, the working directory and the last one left change places. `+N` and `-N` are not supported here.'],
  examples: [{ line: 'pushd jobs; popd', shows: 'go somewhere and come back' }],
  seeAlso: ['popd', 'dirs', 'cd'],
  run: async (process, { operands: [directory] }, shell) => {
    const { cwd, directoryStack } = shell;
    const [last, ...others] = directoryStack;
    if (directory === undefined && last === undefined) throw new CommandError('no other directory');
    change(directory ?? last ?? '', process, shell);
    shell.directoryStack = directory === undefined ? [cwd, ...others] : [cwd, ...directoryStack];
    await process.stdout.write(stackLine(shell));
  },
});
