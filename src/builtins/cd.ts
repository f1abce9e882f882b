/** `cd`: changes the working directory (POSIX `cd`). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import type { ShellPort } from '../os/shell-port.ts';
import { change } from './cd/change.ts';

const wanted = (operand: string | undefined, shell: ShellPort): string => {
  const name = operand === undefined ? 'HOME' : operand === '-' ? 'OLDPWD' : undefined;
  if (name === undefined) return operand ?? '';
  const path = shell.get(name);
  if (path === undefined) throw new CommandError(`${name} not set`);
  return path;
};

export default defineBuiltin({
  name: 'cd',
  summary: 'change the working directory',
  topic: 'shell',
  options: {
    logical: { short: 'L', summary: 'take `..` by the text of the path, as always here' },
    physical: { short: 'P', summary: 'take `..` by the tree; there are no links, so it is the same' },
  },
  operands: [{ name: 'DIRECTORY', kind: 'directory', optional: true }],
  examples: [
    { line: 'cd jobs; ls', shows: 'look at the jobs' },
    { line: 'cd jobs; cd -', shows: 'go back to where you were' },
  ],
  seeAlso: ['pwd', 'ls', 'pushd'],
  run: async (process, { operands: [operand] }, shell) => {
    const directory = wanted(operand, shell);
    change(directory, process, shell);
    if (operand === '-') await process.stdout.write(`${shell.cwd}\n`);
    return 0;
  },
});
