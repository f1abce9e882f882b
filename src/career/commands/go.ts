/** go: stands in for the Go tool. */
import { say } from '../../term/say.ts';
import { inResume, standIn } from './unavailable/program.ts';

export default standIn({
  name: 'go',
  summary: 'Wish for a compiler',
  operand: 'COMMAND',
  status: 1,
  seeAlso: ['tech'],
  says: (process) => say`go.mod file not found in current directory or any parent directory. ${inResume(process, 'Go')}`,
});
