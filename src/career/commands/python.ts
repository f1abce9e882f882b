/** python: says that there is no Python here, and what to use instead. */
import { inResume, unavailable } from './unavailable/program.ts';

export default unavailable({
  name: 'python',
  summary: 'Say that there is no Python here',
  operand: 'FILE',
  status: 127,
  seeAlso: ['awk', 'seq'],
  says: (process) => `no batteries included. The shell can calculate: echo $((6 * 7)). ${inResume(process, 'Python')}`,
});
