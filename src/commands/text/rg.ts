/** rg: grep through all files below a directory. */
import { byOtherName } from '../../coreutils/by-other-name.ts';

export default byOtherName('grep', {
  name: 'rg',
  summary: 'Search all files here for a pattern',
  topic: 'text',
  examples: [{ line: 'rg Go', shows: 'Where it is mentioned' }],
  words: ({ stdout }) => ['grep', '-rE', ...(stdout.isTty ? ['-n'] : [])],
});
