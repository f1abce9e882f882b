/** more: shows text a screen at a time, and ends with it. */
import { defineCommand } from '../../os/command.ts';
import { show } from './less/show.ts';

export default defineCommand({
  name: 'more',
  summary: 'Read text a screen at a time, and leave at its end',
  topic: 'text',
  options: {
    silent: { short: 'd', long: 'silent', summary: 'accepted: the keys are always told' },
    logical: { short: 'f', long: 'logical', summary: 'cut long lines off instead of breaking them' },
    squeeze: { short: 'p', long: 'print-over', summary: 'accepted: each screen replaces the last' },
    exit: { short: 'e', long: 'exit-on-eof', summary: 'accepted: more always ends with the text' },
  },
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  description: ['As less, but going on at the end leaves, and what fits on one screen is only printed.'],
  examples: [
    { line: 'more resume.txt', shows: 'One file, a screen at a time', manual: true },
    { line: 'more about | head -n 1', shows: 'In a pipe it copies' },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['less', 'cat'],
  run: (process, { options: { logical }, operands }) => show(process, operands, { chop: logical, quitAtEnd: true, quitIfOneScreen: true }),
});
