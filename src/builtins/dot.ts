/** `.`: POSIX's name for `source` (POSIX 2.14, dot). */
import { defineBuiltin } from '../os/builtin.ts';
import source from './source.ts';

export default defineBuiltin({
  ...source,
  name: '.',
  examples: [{ line: 'echo "x=5" > /tmp/settings; . /tmp/settings; echo $x', shows: 'set variables from a file' }],
  seeAlso: ['source'],
});
