/** `command`: runs a command past functions of its name, or says what a name means (POSIX `command`). */

import { defineBuiltin } from '../os/builtin.ts';
import { warn } from '../os/report.ts';
import { describe, where } from './variables/meaning.ts';

export default defineBuiltin({
  name: 'command',
  summary: 'run a command past functions of its name, or say what a name means',
  topic: 'shell',
  options: {
    path: { short: 'p', summary: 'look in the standard directories, as always here' },
    show: { short: 'v', summary: 'print the path or word by which NAME would run' },
    describe: { short: 'V', summary: 'describe what NAME means' },
  },
  operands: [
    { name: 'NAME', kind: 'command', optional: true },
    { name: 'ARGUMENT', kind: 'text', optional: true, repeat: true },
  ],
  inOrder: true,
  examples: [{ line: 'command -v ls cd', shows: 'find out whether commands exist' }],
  seeAlso: ['type', 'which'],
  run: async (process, { options, operands }, shell) => {
    if (!options.show && !options.describe) return operands.length === 0 ? 0 : shell.call(operands);
    let found = false;
    for (const name of operands) {
      const [meaning] = shell.meanings(name);
      found ||= meaning !== undefined;
      if (meaning) await process.stdout.write(`${options.describe ? await describe(name, meaning, shell) : where(name, meaning)}\n`);
      else if (options.describe) await warn(process, `${name}: not found`);
    }
    return found ? 0 : 1;
  },
});
