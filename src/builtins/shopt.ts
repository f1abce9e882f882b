/** `shopt`: turns options of matching on and off (bash manual, `shopt`). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import { setOptions, shoptOptions } from '../os/shell-options.ts';

export default defineBuiltin({
  name: 'shopt',
  summary: 'turn options of the shell on and off',
  topic: 'shell',
  options: {
    on: { short: 's', summary: 'turn on' },
    off: { short: 'u', summary: 'turn off' },
    quiet: { short: 'q', summary: 'answer by the status alone' },
    print: { short: 'p', summary: 'show so that it can be read back' },
    set: { short: 'o', summary: 'the options of `set -o`' },
  },
  operands: [{ name: 'OPTION', kind: shoptOptions, optional: true, repeat: true }],
  description: [
    'Those that do something here: dotglob, extglob, failglob, globstar, inherit_errexit, lastpipe, nocaseglob, nocasematch, nullglob.',
  ],
  examples: [{ line: '(shopt -s nullglob; echo none: *.nothing)', shows: 'let a pattern that matches nothing vanish' }],
  seeAlso: ['set'],
  run: async ({ stdout, stderr }, { options, operands }, shell) => {
    const all = options.set ? setOptions : shoptOptions;
    if (options.on && options.off) throw new CommandError('cannot set and unset shell options simultaneously');
    let status = 0;
    const known = operands.filter((name) => all.includes(name));
    for (const name of operands) {
      if (all.includes(name)) continue;
      await stderr.write(`shopt: ${name}: invalid ${options.set ? '' : 'shell '}option name\n`, { role: 'bad' });
      status = 1;
    }
    if (operands.length > 0 && (options.on || options.off)) {
      for (const name of known) options.on ? shell.options.add(name) : shell.options.delete(name);
      return status;
    }
    const shown = (operands.length > 0 ? known : all).filter(
      (name) => !(options.on && !shell.options.has(name)) && !(options.off && shell.options.has(name)),
    );
    const line = (name: string): string => {
      const on = shell.options.has(name);
      if (!options.print) return `${name.padEnd(15)}\t${on ? 'on' : 'off'}\n`;
      return options.set ? `set ${on ? '-' : '+'}o ${name}\n` : `shopt ${on ? '-s' : '-u'} ${name}\n`;
    };
    if (!options.quiet) await stdout.write(shown.map(line).join(''));
    return operands.length === 0 || (status === 0 && operands.every((name) => shell.options.has(name))) ? 0 : 1;
  },
});
