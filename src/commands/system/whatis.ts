/** whatis: tells in a line what a command does. */

import { defineCommand } from '../../os/command.ts';
import { UsageError } from '../../os/failure.ts';
import { plain } from '../../os/operands.ts';
import { whatis } from './man/pages.ts';

export default defineCommand({
  name: 'whatis',
  summary: 'Tell in a line what a command does',
  topic: 'system',
  options: {},
  dialect: { ...plain, missing: () => new UsageError('whatis what?') },
  operands: [{ name: 'NAME', kind: 'manual', repeat: true }],
  examples: [{ line: 'whatis cat less', shows: 'Two commands, a line each' }],
  statuses: { 16: 'none of the names has a page' },
  seeAlso: ['apropos', 'man', 'help'],
  linkable: true,
  run: (process, { operands }) => whatis(process, operands),
});
