/** bat: cat, with line numbers on a terminal. */
import { byOtherName } from '../../coreutils/by-other-name.ts';

export default byOtherName('cat', {
  name: 'bat',
  summary: 'Print files, with line numbers on a terminal',
  topic: 'text',
  examples: [{ line: 'bat about', shows: 'A file, its lines numbered' }],
  words: ({ stdout }) => (stdout.isTty ? ['cat', '-n'] : ['cat']),
});
