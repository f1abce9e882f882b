/** python: stands in for Python. */
import { say } from '../../term/say.ts';
import { inResume, standIn } from './unavailable/program.ts';

export default standIn({
  name: 'python',
  summary: 'Wish for another language',
  operand: 'FILE',
  status: 127,
  seeAlso: ['awk', 'seq'],
  says: (process) => say`no batteries included. The shell can reckon: echo $((6 * 7)). ${inResume(process, 'Python')}`,
});
