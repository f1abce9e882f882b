/** docker: says that there is no Docker here, and what to use instead. */
import { inResume, unavailable } from './unavailable/program.ts';

export default unavailable({
  name: 'docker',
  summary: 'Say that there are no containers here',
  operand: 'COMMAND',
  status: 1,
  seeAlso: ['ps', 'systemctl'],
  says: (process) =>
    `Cannot connect to the Docker daemon: a browser tab is container enough. To see what is running: ps. ${inResume(process, 'Docker')}`,
});
