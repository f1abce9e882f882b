/** `unalias`: forgets aliases (POSIX `unalias`). */

import { defineBuiltin } from '../os/builtin.ts';
import { warn } from '../os/report.ts';

export default defineBuiltin({
  name: 'unalias',
  summary: 'forget aliases',
  topic: 'shell',
  options: { all: { short: 'a', summary: 'forget every alias' } },
  operands: [{ name: 'NAME', kind: 'alias', repeat: true }],
  arity: ({ options: { all } }) => (all ? { least: 0 } : {}),
  examples: [{ line: "alias ll='ls -l'; unalias ll", shows: 'make an alias and forget it' }],
  seeAlso: ['alias'],
  run: async (process, { operands, options }, { aliases }) => {
    if (options.all) aliases.clear();
    let status = 0;
    for (const name of operands) {
      if (aliases.delete(name) || options.all) continue;
      await warn(process, `${name}: not found`);
      status = 1;
    }
    return status;
  },
});
