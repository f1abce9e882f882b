/** npm: says that there is no npm here, and what to use instead. */
import { inResume, unavailable } from './unavailable/program.ts';

export default unavailable({
  name: 'npm',
  summary: 'Say that there is nothing to install',
  operand: 'COMMAND',
  status: 1,
  seeAlso: ['tech'],
  says: (process, command) =>
    /^(i|install|ci|add)$/.test(command)
      ? 'nothing to install: 0 packages, 0 vulnerabilities, and it will stay that way'
      : `not installed: no reader ever missed a node_modules. ${inResume(process, 'Node.js')}`,
});
