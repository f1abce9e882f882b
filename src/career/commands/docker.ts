/** docker: stands in for Docker. */
import { say } from '../../term/say.ts';
import { inResume, standIn } from './unavailable/program.ts';

export default standIn({
  name: 'docker',
  summary: 'Wish for a container',
  operand: 'COMMAND',
  status: 1,
  seeAlso: ['ps', 'systemctl'],
  says: (process) =>
    say`Cannot connect to the Docker daemon: a browser tab is container enough. For what is running: ps. ${inResume(process, 'Docker')}`,
});
