/** What `test` and `[` have in common. */
import { evaluate } from '../../languages/test.ts';
import type { Process } from '../../os/process.ts';
import type { ShellPort } from '../../os/shell-port.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';

/** The facts that both share. */
export const testFacts = {
  topic: 'shell',
  options: {},
  rawArguments: true,
  description: [
    'Files: -e exists, -f is a file, -d is a directory, -s is not empty, -r -w -x may be read, written, run; A -nt B and A -ot B compare times, A -ef B tells whether both are one file.',
    'Texts: -n is not empty, -z is empty, = and == are equal, != differ, < and > by order (quote them). Numbers: -eq -ne -lt -le -gt -ge. -v NAME: the variable is set; -t N: the descriptor is a terminal.',
    '! negates, -a is and, -o is or, ( ) group.',
  ],
  statuses: { 1: 'the expression is false', 2: 'it is not an expression' },
} as const;

/** 0 when the expression holds, 1 when it does not; throws a CommandError of status 2 when it is none. */
export const runTest = async (args: readonly string[], process: Process, shell: ShellPort): Promise<number> =>
  evaluate(args, { process, shell }) ? SUCCESS : FAILURE;
