/** ll: ls with all that it tells of each file. */
import { byOtherName } from '../../coreutils/by-other-name.ts';

export default byOtherName('ls', {
  name: 'll',
  summary: 'List files, with what there is to know of each',
  topic: 'files',
  examples: [{ line: 'll jobs', shows: 'Sizes and dates of the jobs' }],
  words: () => ['ls', '-l'],
});
