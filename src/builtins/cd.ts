/** `cd`: changes the working directory (POSIX `cd`). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import type { Process } from '../os/process.ts';
import type { ShellPort } from '../os/shell-port.ts';
import { change } from './cd/change.ts';

const wanted = (operand: string | undefined, shell: ShellPort): string => {
  const name = operand === undefined ? 'HOME' : operand === '-' ? 'OLDPWD' : undefined;
  if (name === undefined) return operand ?? '';
  const path = shell.get(name);
  if (path === undefined) throw new CommandError(`${name} not set`);
  return path;
};

/** The directory of that name in one that CDPATH lists, if it is there and is not found by its bare name first. */
const inCdPath = (name: string, process: Process, shell: ShellPort): string | undefined => {
  if (/^\.{0,2}(?:\/|$)/.test(name)) return undefined;
  for (const directory of shell.get('CDPATH')?.split(':') ?? []) {
    const path = `${directory}/${name}`;
    if (process.fs.find(process.resolve(directory === '' ? name : path))?.kind === 'directory') return directory === '' ? undefined : path;
  }
  return undefined;
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
    const found = inCdPath(directory, process, shell);
    change(found ?? directory, process, shell);
    if (operand === '-' || found !== undefined) await process.stdout.write(`${shell.cwd}\n`);
    return 0;
  },
});
