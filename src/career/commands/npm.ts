/** npm: says that there is no npm here, and what serves instead. */
import { say, translate } from '../../term/say.ts';
import { inResume, unavailable } from './unavailable/program.ts';

export default unavailable({
  name: 'npm',
  summary: 'Wish to install something',
  operand: 'COMMAND',
  status: 1,
  seeAlso: ['tech'],
  says: (process, command) =>
    /^(i|install|ci|add)$/.test(command)
      ? translate('nothing to install: 0 packages, 0 vulnerabilities, and it stays so')
      : say`not installed: no node_modules was ever missed by a reader. ${inResume(process, 'Node.js')}`,
});
