/** `cd`: changes the working directory (POSIX `cd`). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError, VfsError } from '../os/failure.ts';
import type { ShellPort } from '../os/shell-port.ts';

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
  seeAlso: ['pwd', 'ls'],
  run: async (process, { operands }, shell) => {
    if (operands.length > 1) throw new CommandError('too many arguments');
    const directory = wanted(operands[0], shell);
    const path = process.resolve(directory);
    try {
      const inode = process.fs.stat(path);
      if (inode.kind !== 'directory') throw new VfsError('ENOTDIR');
      if ((inode.mode & 0o100) === 0) throw new VfsError('EACCES');
    } catch (error) {
      if (error instanceof VfsError) throw new CommandError(`${directory}: ${error.message}`);
      throw error;
    }
    shell.changeDirectory(path);
    if (operands[0] === '-') await process.stdout.write(`${path}\n`);
    return 0;
  },
});
