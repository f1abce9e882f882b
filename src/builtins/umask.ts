/** `umask`: the bits of permission that new files do not get (POSIX `umask`). */

import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import { bashLenient } from '../os/operands.ts';

const symbolic = (mask: number): string =>
  ['u', 'g', 'o']
    .map((who, i) => {
      const bits = (~mask >> (6 - 3 * i)) & 7;
      return `${who}=${bits & 4 ? 'r' : ''}${bits & 2 ? 'w' : ''}${bits & 1 ? 'x' : ''}`;
    })
    .join(',');

/** The bits that `letters` of `rwx` are, for each of `who`. */
const bitsOf = (who: string, letters: string): number => {
  const bits = (letters.includes('r') ? 4 : 0) | (letters.includes('w') ? 2 : 0) | (letters.includes('x') ? 1 : 0);
  const all = who === '' || who.includes('a');
  return ['u', 'g', 'o'].reduce((mode, each, i) => (all || who.includes(each) ? mode | (bits << (6 - 3 * i)) : mode), 0);
};

/** The mask after clauses such as `u=rwx,g-w`, which say what is allowed. */
const readSymbolic = (text: string, mask: number): number => {
  let allowed = ~mask & 0o777;
  for (const clause of text.split(',')) {
    const [, who = '', operator, letters = ''] = /^([ugoa]*)([-+=])([rwx]*)$/.exec(clause) ?? [];
    const bits = bitsOf(who, letters);
    if (operator === '+') allowed |= bits;
    else if (operator === '-') allowed &= ~bits;
    else if (operator === '=') allowed = (allowed & ~bitsOf(who, 'rwx')) | bits;
    else throw new CommandError(`\`${clause}': invalid symbolic mode`);
  }
  return ~allowed & 0o777;
};

export default defineBuiltin({
  name: 'umask',
  summary: 'show or set the permissions that new files do not get',
  topic: 'shell',
  options: {
    symbolic: { short: 'S', summary: 'show in letters what they do get' },
    print: { short: 'p', summary: 'show so that it can be read back' },
  },
  dialect: bashLenient,
  operands: [{ name: 'MODE', kind: 'text', optional: true }],
  examples: [{ line: 'umask; umask -S', shows: 'see the mask both ways' }],
  run: async ({ stdout }, { options, operands: [mode] }, shell) => {
    if (mode === undefined) {
      const shown = options.symbolic ? symbolic(shell.umask) : shell.umask.toString(8).padStart(4, '0');
      return stdout.write(`${options.print ? `umask ${options.symbolic ? '-S ' : ''}` : ''}${shown}\n`);
    }
    if (/^\d/.test(mode) && !/^[0-7]{1,4}$/.test(mode)) throw new CommandError(`${mode}: octal number out of range`);
    shell.umask = /^\d/.test(mode) ? Number.parseInt(mode, 8) & 0o777 : readSymbolic(mode, shell.umask);
    return 0;
  },
});
