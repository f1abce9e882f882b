/** `local`: variables that last as long as a function runs (bash manual, `local`). */
import { defineBuiltin } from '../os/builtin.ts';
import { CommandError } from '../os/failure.ts';
import { attributeOptions, declareEach, declareOne, splitRemovals } from './variables/declare.ts';

export default defineBuiltin({
  name: 'local',
  summary: 'make variables that last as long as a function runs',
  topic: 'shell',
  options: attributeOptions,
  operands: [{ name: 'NAME[=VALUE]', kind: 'variable', optional: true, repeat: true }],
  examples: [{ line: 'greet() { local who=$1; echo "hello $who"; }; greet world', shows: "keep a function's variables to itself" }],
  seeAlso: ['declare'],
  run: async (process, { options, operands }, shell) => {
    if (!shell.inFunction) throw new CommandError('can only be used in a function');
    const { names, removed } = splitRemovals(operands);
    return declareEach(process, names, async (declaration) => {
      shell.local(declaration.name, undefined);
      await declareOne(declaration, options, removed, shell);
    });
  },
});
