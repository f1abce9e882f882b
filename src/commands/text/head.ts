/** head: prints the beginning of files. */

import { eachWithHeader, exceptLastBytes, exceptLastLines, firstBytes, firstLines, wantsHeaders } from '../../coreutils/ends.ts';
import { parseCount } from '../../coreutils/numbers.ts';
import { defineCommand } from '../../os/command.ts';
import type { Input } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import type { Process } from '../../os/process.ts';

const options = {
  bytes: { short: 'c', long: 'bytes', value: '[-]NUM', summary: 'print the first NUM bytes; with -, all but the last NUM' },
  lines: {
    short: 'n',
    long: 'lines',
    value: '[-]NUM',
    number: true,
    summary: 'print the first NUM lines instead of 10; with -, all but the last NUM',
  },
  quiet: { short: 'q', long: 'quiet', summary: 'never print headers with the files’ names' },
  verbose: { short: 'v', long: 'verbose', summary: 'always print headers with the files’ names' },
  zero: { short: 'z', long: 'zero-terminated', summary: 'lines end in NUL' },
} as const;

/** The copying that `text`, the value of `-n` or `-c`, asks for. */
const taker = (process: Process, unit: 'bytes' | 'lines', text: string, newline: string): ((input: Input) => Promise<void>) => {
  const fromEnd = text.startsWith('-');
  const count = parseCount(fromEnd ? text.slice(1) : text, unit === 'bytes' ? 'invalid number of bytes' : 'invalid number of lines');
  const { stdout } = process;
  if (unit === 'bytes') return ({ reader }) => (fromEnd ? exceptLastBytes(reader, stdout, count) : firstBytes(reader, stdout, count));
  return ({ reader }) => (fromEnd ? exceptLastLines(reader, stdout, count, newline) : firstLines(reader, stdout, count, newline));
};

export default defineCommand({
  name: 'head',
  summary: 'Print the first lines of files',
  topic: 'text',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  description: ['-NUM is short for -n NUM. A count may end in b (512), K (1024), kB (1000), M and so on.'],
  examples: [
    { line: 'head -n 3 about', shows: 'How it begins' },
    { line: 'ls jobs | head -1', shows: 'The latest role' },
    { line: 'yes | head -n 2', shows: 'Two lines of an endless stream' },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['tail'],
  linkable: true,
  filter: true,
  run: (process, { options: on, order, operands }) => {
    const unit = order.findLast((option) => option === 'bytes' || option === 'lines') === 'bytes' ? 'bytes' : 'lines';
    const take = taker(process, unit, on[unit] ?? '10', on.zero ? '\0' : '\n');
    return eachWithHeader(process, operands, wantsHeaders(on, operands), take);
  },
});
