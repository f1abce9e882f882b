/** rev: prints each line backwards. */

import { transformLines } from '../../coreutils/lines.ts';
import { defineCommand } from '../../os/command.ts';
import { graphemes } from '../../term/width.ts';

export default defineCommand({
  name: 'rev',
  summary: 'Print each line backwards',
  topic: 'text',
  options: {},
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [
    { line: 'ls jobs | rev', shows: 'Each name backwards' },
    { line: 'rev about | head -n 1', shows: 'The first line, from its end' },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['tac'],
  linkable: true,
  filter: true,
  run: (process, { operands }) => transformLines(process, operands, (line) => [...graphemes(line)].reverse().join('')),
});
