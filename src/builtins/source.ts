/** `source`: runs a file in this very shell (POSIX 2.14, dot). */

import { defineBuiltin } from '../os/builtin.ts';
import { CommandError, UsageError, VfsError } from '../os/failure.ts';
import { bash } from '../os/operands.ts';
import { readAll } from '../os/stream.ts';

export default defineBuiltin({
  name: 'source',
  summary: 'run a file in this shell',
  topic: 'shell',
  options: {},
  dialect: { ...bash, missing: () => new UsageError('filename argument required') },
  operands: [
    { name: 'FILE', kind: 'file' },
    { name: 'ARGUMENT', kind: 'text', optional: true, repeat: true },
  ],
  inOrder: true,
  examples: [{ line: 'echo "x=5" > /tmp/settings; source /tmp/settings; echo $x', shows: 'set variables from a file' }],
  run: async (process, { operands: [file, ...args] }, shell) => {
    let text: string;
    try {
      text = await readAll(process.open(file));
    } catch (error) {
      if (error instanceof VfsError) throw new CommandError(`${file}: ${error.message}`);
      throw error;
    }
    return shell.source(text, args, file);
  },
});
