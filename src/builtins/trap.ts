/** `trap`: runs a line when the shell ends (POSIX 2.14, trap). */

import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import { singleQuoted } from '../os/quote.ts';

const conditionOf = (name: string): string => {
  const condition = name.toUpperCase().replace(/^SIG/, '');
  if (condition === 'EXIT' || condition === '0') return 'EXIT';
  throw new CommandError(`${name}: only EXIT is supported here`);
};

export default defineBuiltin({
  name: 'trap',
  summary: 'run a line when the shell ends',
  topic: 'shell',
  options: {},
  operands: [
    { name: 'LINE', kind: 'text', optional: true },
    { name: 'CONDITION', kind: ['EXIT'], optional: true, repeat: true },
  ],
  rawArguments: true,
  description: ['A LINE of `-` takes the trap back. Of the conditions, only EXIT is supported here. Without operands, traps are listed.'],
  examples: [{ line: "(trap 'echo bye' EXIT; echo hello)", shows: 'say something last' }],
  run: async ({ stdout }, { operands: given }, { traps }) => {
    const operands = given[0] === '--' ? given.slice(1) : given;
    const [action = '', ...conditions] = operands;
    if (operands.length === 0 || action === '-p') {
      for (const [name, line] of traps) await stdout.write(`trap -- ${singleQuoted(line)} ${name}\n`);
      return 0;
    }
    // One operand alone is a condition whose trap is taken back.
    for (const name of conditions.length === 0 ? [action] : conditions) {
      const condition = conditionOf(name);
      if (conditions.length === 0 || action === '-') traps.delete(condition);
      else traps.set(condition, action);
    }
    return 0;
  },
});
