/** `builtin`: runs a builtin past functions and commands of its name (bash manual, `builtin`). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';

export default defineBuiltin({
  name: 'builtin',
  summary: 'run a builtin past functions of its name',
  topic: 'shell',
  options: {},
  operands: [
    { name: 'NAME', kind: 'command', optional: true },
    { name: 'ARGUMENT', kind: 'text', optional: true, repeat: true },
  ],
  inOrder: true,
  examples: [{ line: 'cd() { builtin cd "$@" && ls; }; cd jobs', shows: 'wrap a builtin in a function of its name' }],
  seeAlso: ['command', 'type'],
  run: async (_process, { operands }, shell) => {
    const [name] = operands;
    if (name === undefined) return 0;
    if (!shell.meanings(name).some(({ kind }) => kind === 'builtin')) throw new CommandError(`${name}: not a shell builtin`);
    return shell.call(operands);
  },
});
