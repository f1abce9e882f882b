/** tput: tells the terminal's size, and prints none of the sequences by which others change its looks. */
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import { USAGE } from '../../os/status.ts';

/** The size where there is no terminal, as ncurses has it. */
const [COLUMNS, LINES] = [80, 24];

const FAILED = 4;

export default defineCommand({
  name: 'tput',
  summary: 'Tell the terminal’s size',
  topic: 'system',
  options: {},
  dialect: { ...coreutils, status: USAGE },
  operands: [
    { name: 'CAPABILITY', kind: ['bold', 'clear', 'colors', 'cols', 'lines', 'reset', 'setab', 'setaf', 'sgr0'] },
    { name: 'PARAMETER', kind: 'text', optional: true, repeat: true },
  ],
  rawArguments: true,
  description: [
    'cols and lines print the size, colors the number of colours that a program’s text can ask for, -1 as there are none. clear and reset clear the screen.',
    'Any other capability prints nothing: text cannot change how the terminal looks, so that a script which asks for bold runs, and is plain.',
  ],
  examples: [{ line: 'tput cols | grep -c .', shows: 'Ask how wide the terminal is' }],
  statuses: { 4: 'there is no capability of that name' },
  seeAlso: ['clear', 'stty'],
  run: async ({ stdout, tty }, { operands: given }) => {
    const operands = given[0] === '-T' ? given.slice(2) : given;
    const [name = ''] = operands;
    if (!/^[a-z]\w*$/i.test(name)) throw new CommandError(`unknown terminfo capability '${name}'`, FAILED);
    if (name === 'cols') await stdout.write(`${tty?.size.columns ?? COLUMNS}\n`);
    else if (name === 'lines') await stdout.write(`${tty?.size.rows ?? LINES}\n`);
    else if (name === 'colors') await stdout.write('-1\n');
    else if (name === 'clear' || name === 'reset') await tty?.clear(false);
  },
});
