/** `shopt`: turns options of matching on and off (bash manual, `shopt`). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import { shoptOptions } from '../os/shell-options.ts';

export default defineBuiltin({
  name: 'shopt',
  summary: 'turn options of matching on and off',
  topic: 'shell',
  options: {
    on: { short: 's', summary: 'turn on' },
    off: { short: 'u', summary: 'turn off' },
    quiet: { short: 'q', summary: 'answer by the status alone' },
  },
  operands: [{ name: 'OPTION', kind: shoptOptions, optional: true, repeat: true }],
  examples: [{ line: '(shopt -s nullglob; echo none: *.nothing)', shows: 'let a pattern that matches nothing vanish' }],
  seeAlso: ['set'],
  run: async ({ stdout }, { options, operands }, shell) => {
    for (const name of operands) if (!shoptOptions.includes(name)) throw new CommandError(`${name}: invalid shell option name`);
    if (operands.length > 0 && (options.on || options.off)) {
      for (const name of operands) options.on ? shell.options.add(name) : shell.options.delete(name);
      return 0;
    }
    const shown = (operands.length > 0 ? operands : shoptOptions).filter(
      (name) => !(options.on && !shell.options.has(name)) && !(options.off && shell.options.has(name)),
    );
    if (!options.quiet) for (const name of shown) await stdout.write(`${name.padEnd(15)}\t${shell.options.has(name) ? 'on' : 'off'}\n`);
    return operands.every((name) => shell.options.has(name)) ? 0 : 1;
  },
});
