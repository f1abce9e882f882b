/** which: finds commands in the directories of PATH. */

import { isExecutable } from '../../coreutils/files.ts';
import { defineCommand } from '../../os/command.ts';
import { joinPath } from '../../os/path.ts';
import type { Process } from '../../os/process.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';

const options = { all: { short: 'a', summary: 'print every one, not only the first' } } as const;

const isProgram = ({ fs }: Process, path: string): boolean => {
  const inode = fs.find(path);
  return inode !== undefined && isExecutable(inode);
};

/** Where programs of that name are; a name with a slash is a path already. */
const find = (process: Process, name: string): readonly string[] => {
  const candidates = name.includes('/')
    ? [name]
    : (process.env.get('PATH') ?? '').split(':').map((directory) => joinPath(directory === '' ? '.' : directory, name));
  return candidates.filter((path) => name !== '' && isProgram(process, process.resolve(path)));
};

export default defineCommand({
  name: 'which',
  summary: 'Find commands in the directories of PATH',
  topic: 'system',
  options,
  operands: [{ name: 'NAME', kind: 'command', optional: true, repeat: true }],
  description: ['It knows of no aliases and functions; type does.'],
  examples: [{ line: 'which ls cat', shows: 'Where two commands are' }],
  statuses: { 1: 'a command was not found' },
  seeAlso: ['type', 'command', 'whatis'],
  run: async (process, { options: on, operands }) => {
    let status = operands.length === 0 ? FAILURE : SUCCESS;
    for (const name of operands) {
      const found = find(process, name);
      if (found.length === 0) status = FAILURE;
      await process.stdout.write((on.all ? found : found.slice(0, 1)).map((path) => `${path}\n`).join(''));
    }
    return status;
  },
});
