/** `type`: says what names mean to the shell (POSIX `type`). */

import { defineBuiltin } from '../os/builtin.ts';
import { warn } from '../os/report.ts';
import type { Meaning } from '../os/shell-port.ts';
import { describe } from './variables/meaning.ts';

const isFile = (meaning: Meaning): boolean => meaning.kind === 'file';

export default defineBuiltin({
  name: 'type',
  summary: 'say what names mean to the shell',
  topic: 'shell',
  options: {
    all: { short: 'a', summary: 'every meaning, not only the one that counts' },
    noFunctions: { short: 'f', summary: 'leave functions out' },
    word: { short: 't', summary: 'print one word: alias, keyword, function, builtin or file' },
    path: { short: 'p', summary: 'print the path of a file, if that is what would run' },
    force: { short: 'P', summary: 'print the path of a file, whatever else would run' },
  },
  operands: [{ name: 'NAME', kind: 'command', optional: true, repeat: true }],
  examples: [{ line: 'type cd ls', shows: 'tell builtins from commands' }],
  seeAlso: ['command', 'which'],
  run: async (process, { options, operands }, shell) => {
    let status = 0;
    for (const name of operands) {
      const known = shell.meanings(name).filter(({ kind }) => !(options.noFunctions && kind === 'function'));
      const all = options.force ? known.filter(isFile) : known;
      if (all.length === 0) {
        status = 1;
        if (!options.word && !options.path && !options.force) await warn(process, `${name}: not found`);
      }
      for (const meaning of options.all ? all : all.slice(0, 1)) {
        if (options.word) await process.stdout.write(`${meaning.kind}\n`);
        else if (!options.path && !options.force) await process.stdout.write(`${await describe(name, meaning, shell)}\n`);
        else if (meaning.kind === 'file') await process.stdout.write(`${meaning.path}\n`);
      }
    }
    return status;
  },
});
