/** echo: prints its arguments. */

import { expandEscapes } from '../../coreutils/printf/escapes.ts';
import { defineCommand } from '../../os/command.ts';
import { coreutils } from '../../os/operands.ts';

const options = {
  noNewline: { short: 'n', summary: 'print no newline at the end' },
  escapes: { short: 'e', summary: 'expand backslash escapes' },
  plain: { short: 'E', summary: 'leave backslash escapes alone, which is the default' },
} as const;

export default defineCommand({
  name: 'echo',
  summary: 'Print a line of text',
  topic: 'text',
  options,
  dialect: coreutils,
  operands: [{ name: 'STRING', kind: 'text', optional: true, repeat: true }],
  rawArguments: true,
  description: [
    'With -e these escapes are expanded: \\\\ \\a \\b \\e \\f \\n \\r \\t \\v, \\0NNN in octal, \\xHH in hexadecimal, \\uHHHH and \\UHHHHHHHH by code point, and \\c, which ends the output.',
    'Options come first; the first argument that is not made of the letters n, e and E begins the text.',
  ],
  examples: [
    { line: 'echo hello, $USER', shows: 'Words and a variable' },
    { line: "echo -e 'one\\ntwo'", shows: 'Two lines from one argument' },
    { line: 'echo jobs/*', shows: 'What a pattern stands for' },
  ],
  seeAlso: ['printf'],
  run: async (process, { operands }) => {
    const first = operands.findIndex((argument) => !/^-[neE]+$/.test(argument));
    const given = first < 0 ? operands.length : first;
    const letters = operands.slice(0, given).join('');
    const text = operands.slice(given).join(' ');
    const { text: shown, stopped } =
      letters.lastIndexOf('e') > letters.lastIndexOf('E') ? expandEscapes(text, 'echo') : { text, stopped: false };
    await process.stdout.write(stopped || letters.includes('n') ? shown : `${shown}\n`);
  },
});
