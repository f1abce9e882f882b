/** Lines of commands on which we choose to differ from GNU: what we do instead, and why. */
import type { Difference } from '../shell/differences.ts';

const newestFirst = 'the jobs are listed newest first where no order is asked for';
const usage = 'a wrong option has status 2 everywhere';

export const differences: readonly Difference[] = [
  { line: 'ls jobs', stdout: 'northlight\nsouthlight-lead\nsouthlight-junior\ndock\n', status: 0, why: newestFirst },
  { line: 'ls -r jobs', stdout: 'dock\nsouthlight-junior\nsouthlight-lead\nnorthlight\n', status: 0, why: newestFirst },
  { line: 'ls dock', stdout: 'jobs/dock\n', status: 0, why: 'a bare slug is found from anywhere' },
  { line: 'cd talks; realpath dock', stdout: '/home/visitor/jobs/dock\n', status: 0, why: 'a bare slug is found from anywhere' },
  { line: 'stat -c %s dock', stdout: '75\n', status: 0, why: 'a bare slug is found from anywhere' },
  { line: 'basename -x', stdout: '', status: 2, why: usage },
  { line: 'mkdir --bogus a', stdout: '', status: 2, why: usage },
  { line: 'sleep -1', stdout: '', status: 2, why: usage },
  { line: 'touch jobs/new; echo $?; ls jobs/new', stdout: '1\n', status: 2, why: 'the résumé is read-only' },
  { line: 'rm -rf jobs; echo $?; ls -d jobs', stdout: '1\njobs\n', status: 0, why: 'the résumé is read-only' },
  { line: 'mv about me; echo $?; ls about', stdout: '1\nabout\n', status: 0, why: 'the résumé is read-only' },
  { line: 'cp about me; stat -c %a me', stdout: '644\n', status: 0, why: 'a copy of a read-only file can be written to' },
  {
    line: 'mkdir d; touch d/b d/a; rm -rv d',
    stdout: "removed 'd/a'\nremoved 'd/b'\nremoved directory 'd'\n",
    status: 0,
    why: 'trees are walked by name',
  },
  { line: 'find jobs -name "*light"', stdout: 'jobs/northlight\n', status: 0, why: 'trees are walked by name' },
  { line: 'ln -s about x', stdout: '', status: 1, why: 'there are no links' },
  { line: 'uname', stdout: 'cvsh\n', status: 0, why: 'the system is the résumé' },
  { line: 'nproc --all', stdout: '1\n', status: 0, why: 'a page has one thread' },
];
