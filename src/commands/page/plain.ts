/** `plain`: the résumé as a page to read, without the terminal. */

import { defineCommand } from '../../os/command.ts';
import { unavailable } from '../../os/report.ts';

export default defineCommand({
  name: 'plain',
  summary: 'Show the résumé as a plain page',
  topic: 'page',
  options: {},
  operands: [],
  description: ['The terminal stays as it is meanwhile; F2, or the link at the top of the page, leads back.'],
  examples: [{ line: 'plain', shows: 'the whole résumé as a page', manual: true }],
  seeAlso: ['resume', 'download'],
  run: async ({ host }) => {
    const preferences = host.preferences ?? unavailable('the plain view', "'resume' prints the whole résumé");
    preferences.set('view', 'plain');
  },
});
