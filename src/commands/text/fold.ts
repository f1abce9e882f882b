/** fold: wraps lines to a width. */

import { fromBytes, toBytes } from '../../coreutils/text/bytes.ts';
import { parseWhole } from '../../coreutils/text/count.ts';
import { transformLines } from '../../coreutils/text/lines.ts';
import { defineCommand } from '../../os/command.ts';
import { foldLine } from './fold/fold.ts';

export default defineCommand({
  name: 'fold',
  summary: 'Wrap lines to a width',
  topic: 'text',
  options: {
    bytes: { short: 'b', long: 'bytes', summary: 'count bytes rather than columns' },
    spaces: { short: 's', long: 'spaces', summary: 'break after spaces' },
    width: { short: 'w', long: 'width', value: 'WIDTH', number: true, summary: 'use WIDTH columns instead of 80' },
  },
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  examples: [
    { line: 'fold -s -w 40 about', shows: 'For a narrow page' },
    { line: 'echo abcdef | fold -w 2', shows: 'Two letters a line' },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['fmt'],
  linkable: true,
  run: (process, { options: on, operands }) => {
    const width = parseWhole(on.width ?? '80', 1, 'invalid number of columns');
    const rules = { width, bytes: on.bytes, spaces: on.spaces };
    return transformLines(process, operands, (line) => foldLine(toBytes(line), rules).map(fromBytes).join('\n'));
  },
});
