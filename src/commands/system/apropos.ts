/** apropos: finds commands by what they do. */

import { defineCommand } from '../../os/command.ts';
import { UsageError } from '../../os/failure.ts';
import { plain } from '../../os/operands.ts';
import { apropos } from './man/pages.ts';

export default defineCommand({
  name: 'apropos',
  summary: 'Find commands by what they do',
  topic: 'system',
  options: {},
  dialect: { ...plain, missing: () => new UsageError('apropos what?') },
  operands: [{ name: 'WORD', kind: 'text', repeat: true }],
  description: ['Lists the manual pages in whose name or summary one of the words occurs, in any letter case.'],
  examples: [{ line: 'apropos sort', shows: 'What there is for sorting' }],
  statuses: { 16: 'nothing was found' },
  seeAlso: ['whatis', 'man', 'help'],
  linkable: true,
  run: (process, { operands }) => apropos(process, operands),
});
