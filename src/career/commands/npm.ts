/** npm: says that there is no npm here, and what serves instead. */
import { inResume, unavailable } from './unavailable/program.ts';

export default unavailable({
  name: 'npm',
  summary: 'Wish to install something',
  operand: 'COMMAND',
  status: 1,
  seeAlso: ['tech'],
  says: (process, command) =>
    /^(i|install|ci|add)$/.test(command)
      ? 'nothing to install: 0 packages, 0 vulnerabilities, and it stays so'
      : `not installed: no node_modules was ever missed by a reader. ${inResume(process, 'Node.js')}`,
});
