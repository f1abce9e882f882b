/** `unset`: forgets variables and functions (POSIX 2.14, unset). */

import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import { carryOn } from '../os/report.ts';

export default defineBuiltin({
  name: 'unset',
  summary: 'forget variables and functions',
  topic: 'shell',
  options: {
    variables: { short: 'v', summary: 'only variables' },
    functions: { short: 'f', summary: 'only functions' },
    references: { short: 'n', summary: 'of references, themselves and not what they lead to' },
  },
  operands: [{ name: 'NAME', kind: 'variable', optional: true, repeat: true }],
  examples: [{ line: 'x=1; unset x; echo ${x:-nothing}', shows: 'forget a variable' }],
  run: async (process, { options, operands }, shell) => {
    let status = 0;
    for (const name of operands) {
      const forgotten = await carryOn(process, () => {
        const element = /^[A-Za-z_]\w*\[[\s\S]+\]$/.test(name);
        if (options.variables && !element && !/^[A-Za-z_]\w*$/.test(name)) throw new CommandError(`\`${name}': not a valid identifier`);
        if (options.references) shell.mark(name, 'reference', false);
        const known = element || shell.variables.has(name);
        if (!options.functions && known) shell.unset(name);
        if (!options.variables && (options.functions || !known)) shell.unsetFunction(name);
      });
      if (!forgotten) status = 1;
    }
    return status;
  },
});
