/** `typeset`: the Korn shell's name for `declare` (bash manual, `typeset`). */
import { defineBuiltin } from '../os/builtin.ts';
import declare from './declare.ts';

export default defineBuiltin({
  ...declare,
  name: 'typeset',
  examples: [{ line: 'typeset -r answer=42; typeset -p answer', shows: 'make a constant and show it' }],
  seeAlso: ['declare'],
});
