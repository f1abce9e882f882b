/** `logout`: ends the shell, as `exit` does (bash manual, `logout`). */
import { defineBuiltin } from '../os/builtin.ts';
import exit from './exit.ts';

export default defineBuiltin({
  ...exit,
  name: 'logout',
  examples: [{ line: '(logout 3); echo $?', shows: 'end a subshell with a status' }],
  seeAlso: ['exit'],
});
