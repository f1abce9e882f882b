/** `alias`: gives a name to the beginning of a command (POSIX `alias`). */

import { defineBuiltin } from '../os/builtin.ts';
import { singleQuoted } from '../os/quote.ts';
import { warn } from '../os/report.ts';

const spell = (name: string, text: string): string => `alias ${name}=${singleQuoted(text)}\n`;

export default defineBuiltin({
  name: 'alias',
  summary: 'name the beginning of a command, or list such names',
  topic: 'shell',
  options: { print: { short: 'p', summary: 'list every alias' } },
  operands: [{ name: 'NAME[=TEXT]', kind: 'alias', optional: true, repeat: true }],
  examples: [{ line: "alias ll='ls -l'; alias ll", shows: 'make `ll` stand for `ls -l`' }],
  seeAlso: ['unalias', 'type'],
  run: async (process, { operands, options }, { aliases }) => {
    let status = 0;
    if (operands.length === 0 || options.print) {
      for (const name of [...aliases.keys()].sort()) await process.stdout.write(spell(name, aliases.get(name) ?? ''));
    }
    for (const operand of operands) {
      const [, name = '', text] = /^([^=]+)=([\s\S]*)$/.exec(operand) ?? [];
      const known = aliases.get(operand);
      if (text !== undefined) aliases.set(name, text);
      else if (known !== undefined) await process.stdout.write(spell(operand, known));
      else {
        await warn(process, `${operand}: not found`);
        status = 1;
      }
    }
    return status;
  },
});
