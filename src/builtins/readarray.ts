/** `readarray`: another name for `mapfile` (bash manual, `readarray`). */
import { defineBuiltin } from '../os/builtin.ts';
import mapfile from './mapfile.ts';

export default defineBuiltin({
  ...mapfile,
  name: 'readarray',
  examples: [{ line: 'readarray -t lines < <(seq 3); echo ${lines[@]}', shows: 'read the output of a command' }],
  seeAlso: ['mapfile', 'read'],
});
