/** go: says that there is no Go tool here, and what to use instead. */
import { inResume, unavailable } from './unavailable/program.ts';

export default unavailable({
  name: 'go',
  summary: 'Say that there is no compiler here',
  operand: 'COMMAND',
  status: 1,
  seeAlso: ['tech'],
  says: (process) => `go.mod file not found in current directory or any parent directory. ${inResume(process, 'Go')}`,
});
