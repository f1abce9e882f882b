/** tail: prints the end of files. */

import { bytesFrom, eachWithHeader, lastBytes, lastLines, linesFrom, wantsHeaders } from '../../coreutils/ends.ts';
import { parseCount } from '../../coreutils/numbers.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import type { Input } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import type { Process } from '../../os/process.ts';
import { quote } from '../../os/quote.ts';
import { SUCCESS } from '../../os/status.ts';
import { follow, startFollowing } from './tail/follow.ts';

const options = {
  bytes: { short: 'c', long: 'bytes', value: '[+]NUM', summary: 'print the last NUM bytes; with +, from byte NUM on' },
  follow: { short: 'f', long: 'follow', summary: 'go on with what is added to the file, until Ctrl-C' },
  retry: { short: 'F', summary: 'as -f' },
  lines: {
    short: 'n',
    long: 'lines',
    value: '[+]NUM',
    number: true,
    plus: true,
    summary: 'print the last NUM lines instead of 10; with +, from line NUM on',
  },
  quiet: { short: 'q', long: 'quiet', summary: 'never print headers with the files’ names' },
  interval: { short: 's', long: 'sleep-interval', value: 'SECONDS', summary: 'with -f, look every SECONDS (1)' },
  verbose: { short: 'v', long: 'verbose', summary: 'always print headers with the files’ names' },
  zero: { short: 'z', long: 'zero-terminated', summary: 'lines end in NUL' },
} as const;

/** The copying that `text`, the value of `-n` or `-c`, asks for. */
const taker = (process: Process, unit: 'bytes' | 'lines', text: string, newline: string): ((input: Input) => Promise<void>) => {
  const fromStart = text.startsWith('+');
  const count = parseCount(text.replace(/^[+-]/, ''), unit === 'bytes' ? 'invalid number of bytes' : 'invalid number of lines');
  const { stdout } = process;
  if (unit === 'bytes') return ({ reader }) => (fromStart ? bytesFrom(reader, stdout, count) : lastBytes(reader, stdout, count));
  return ({ reader }) => (fromStart ? linesFrom(reader, stdout, count, newline) : lastLines(reader, stdout, count, newline));
};

const interval = (text: string): number => {
  if (!/^\d*\.?\d+$/.test(text)) throw new CommandError(`invalid number of seconds: ${quote(text)}`);
  return Number(text);
};

export default defineCommand({
  name: 'tail',
  summary: 'Print the last lines of files',
  topic: 'text',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  description: ['-NUM is short for -n NUM, and +NUM for -n +NUM. A count may end in b (512), K (1024), kB (1000), M and so on.'],
  examples: [
    { line: 'ls jobs | tail -n 1', shows: 'The first role' },
    { line: 'tail -n +3 about', shows: 'All but the first two lines' },
    { line: 'tail -f /tmp/log', shows: 'What is written to a file, as it is written', manual: true },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['head'],
  run: async (process, { options: on, order, operands }) => {
    const unit = order.findLast((option) => option === 'bytes' || option === 'lines') === 'bytes' ? 'bytes' : 'lines';
    const take = taker(process, unit, on[unit] ?? '10', on.zero ? '\0' : '\n');
    const seconds = interval(on.interval ?? '1');
    if (/^-?0+$/.test(on[unit] ?? '') && !on.follow && !on.retry) return SUCCESS;
    const headers = wantsHeaders(on, operands);
    const files: { path: string; name: string }[] = [];
    const status = await eachWithHeader(process, operands, headers, async (input) => {
      await take(input);
      if (input.path !== undefined) files.push({ path: input.path, name: input.name });
    });
    if (on.follow || on.retry) await follow(process, startFollowing(process, files), seconds, headers);
    return status;
  },
});
