/** `hash`: checks that commands can be found; nothing needs to be remembered here (POSIX `hash`). */

import { defineBuiltin } from '../os/builtin.ts';
import { warn } from '../os/report.ts';

export default defineBuiltin({
  name: 'hash',
  summary: 'check that commands can be found',
  topic: 'shell',
  options: { forget: { short: 'r', summary: 'forget where commands are: nothing is remembered here' } },
  operands: [{ name: 'NAME', kind: 'command', optional: true, repeat: true }],
  examples: [{ line: 'hash ls && echo there', shows: 'check that a command exists' }],
  seeAlso: ['type', 'command'],
  run: async (process, { options, operands }, shell) => {
    if (operands.length === 0 && !options.forget) await process.stdout.write('hash: hash table empty\n');
    let status = 0;
    for (const name of operands) {
      if (shell.meanings(name).length > 0) continue;
      await warn(process, `${name}: not found`);
      status = 1;
    }
    return status;
  },
});
