/** stty: shows the terminal's settings, and takes those that scripts change without a change. */
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import { USAGE } from '../../os/status.ts';

export default defineCommand({
  name: 'stty',
  summary: 'Show the terminal’s settings',
  topic: 'system',
  options: {},
  dialect: { ...coreutils, status: USAGE },
  operands: [{ name: 'SETTING', kind: ['-echo', 'echo', 'sane', 'size', '-g', '-a'], optional: true, repeat: true }],
  rawArguments: true,
  description: [
    'size prints rows and columns, -a and -g all settings. The shell minds the terminal by itself: settings such as -echo are taken, and change nothing.',
  ],
  examples: [{ line: 'stty size', shows: 'Rows and columns', manual: true }],
  statuses: { 1: 'standard input is no terminal' },
  seeAlso: ['tput', 'tty'],
  run: async ({ stdin, stdout, tty }, { operands }) => {
    if (!stdin.isTty || !tty) throw new CommandError("'standard input': Inappropriate ioctl for device");
    const { columns, rows } = tty.size;
    const [first] = operands;
    if (first === 'size') await stdout.write(`${rows} ${columns}\n`);
    else if (first === '-g')
      await stdout.write('4500:5:bf:8a3b:3:1c:7f:15:4:0:1:0:11:13:1a:0:12:f:17:16:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0\n');
    else if (first === undefined || first === '-a')
      await stdout.write(`speed 38400 baud; rows ${rows}; columns ${columns}; line = 0;\nisig icanon iexten echo echoe echok\n`);
  },
});
