/** less: shows text a screen at a time. */
import { defineCommand } from '../../os/command.ts';
import { show } from './less/show.ts';

const options = {
  numbers: { short: 'N', long: 'LINE-NUMBERS', summary: 'number the lines' },
  chop: { short: 'S', long: 'chop-long-lines', summary: 'cut long lines off instead of breaking them' },
  ignoreCase: { short: 'i', long: 'ignore-case', summary: 'ignore case in searches, unless the pattern has capitals' },
  quitIfOneScreen: { short: 'F', long: 'quit-if-one-screen', summary: 'only print what fits on one screen' },
  quitAtEnd: { short: 'e', long: 'quit-at-eof', summary: 'leave when going on at the end' },
  quitAtEndFirst: { short: 'E', long: 'QUIT-AT-EOF', summary: 'as -e' },
  pattern: { short: 'p', long: 'pattern', value: 'PATTERN', summary: 'begin at the first match, as +/PATTERN' },
  raw: { short: 'R', long: 'RAW-CONTROL-CHARS', summary: 'accepted: control characters are always shown, never sent' },
  noInit: { short: 'X', long: 'no-init', summary: 'accepted: the screen is always given back' },
} as const;

export default defineCommand({
  name: 'less',
  summary: 'Read text a screen at a time',
  topic: 'text',
  options,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  description: [
    'Shows files, or what comes through a pipe while it is still being written. Space goes on a screen, b goes back, / searches, q leaves, h lists all keys; a number before a key repeats it.',
    'An operand that begins with + is a command to begin with: +G starts at the end, +20g at line 20, +/PATTERN at a match.',
    'Patterns are extended regular expressions. Where there is no terminal, less is cat.',
  ],
  examples: [
    { line: 'less jobs/*', shows: 'All jobs, one file after the other: :n for the next', manual: true },
    { line: 'seq 1000000 | less +G', shows: 'The end of a long output', manual: true },
    { line: 'less about | head -n 1', shows: 'In a pipe it copies' },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['more', 'man', 'cat', 'head', 'tail'],
  run: (process, { options: on, operands }) => {
    const first = operands.findLast((operand) => operand.startsWith('+') && operand.length > 1);
    return show(
      process,
      operands.filter((operand) => !operand.startsWith('+') || operand.length === 1),
      {
        numbers: on.numbers,
        chop: on.chop,
        ignoreCase: on.ignoreCase,
        quitIfOneScreen: on.quitIfOneScreen,
        quitAtEnd: on.quitAtEnd || on.quitAtEndFirst,
        first: first?.slice(1) ?? (on.pattern === undefined ? '' : `/${on.pattern}`),
      },
    );
  },
});
