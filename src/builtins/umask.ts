/** `umask`: the bits of permission that new files do not get (POSIX `umask`). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';

const symbolic = (mask: number): string =>
  ['u', 'g', 'o']
    .map((who, i) => {
      const bits = (~mask >> (6 - 3 * i)) & 7;
      return `${who}=${bits & 4 ? 'r' : ''}${bits & 2 ? 'w' : ''}${bits & 1 ? 'x' : ''}`;
    })
    .join(',');

export default defineBuiltin({
  name: 'umask',
  summary: 'show or set the permissions that new files do not get',
  topic: 'shell',
  options: { symbolic: { short: 'S', summary: 'show in letters what they do get' } },
  operands: [{ name: 'MODE', kind: 'text', optional: true }],
  examples: [{ line: 'umask; umask -S', shows: 'see the mask both ways' }],
  run: async ({ stdout }, { options, operands: [mode] }, shell) => {
    if (mode === undefined)
      return stdout.write(options.symbolic ? `${symbolic(shell.umask)}\n` : `${shell.umask.toString(8).padStart(4, '0')}\n`);
    if (!/^[0-7]{1,4}$/.test(mode)) throw new CommandError(`${mode}: octal number out of range`);
    shell.umask = Number.parseInt(mode, 8) & 0o777;
    return 0;
  },
});
