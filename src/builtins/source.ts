/** `source`: runs a file in this very shell (POSIX 2.14, dot). */

import { defineBuiltin } from '../os/builtin.ts';
import { UsageError } from '../os/failure.ts';
import { bash } from '../os/operands.ts';
import type { Process } from '../os/process.ts';
import { demand } from '../os/report.ts';
import type { ShellPort } from '../os/shell-port.ts';
import { readAll } from '../os/stream.ts';

/** The file that PATH has for a bare name, else the one in the working directory. */
const inPath = (name: string, process: Process, shell: ShellPort): string => {
  if (name.includes('/') || !shell.options.has('sourcepath')) return name;
  const paths = (shell.get('PATH') ?? '').split(':').map((directory) => process.resolve(`${directory || '.'}/${name}`));
  return paths.find((path) => process.fs.find(path)?.kind === 'file') ?? name;
};

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
    const reader = demand(file, () => process.open(inPath(file, process, shell)));
    return shell.source(await readAll(reader, process.memory), args, file);
  },
});
