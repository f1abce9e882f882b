/** head: prints the beginning of files. */
import { copyExceptLast, copyFirst, eachWithHeader, endOptions, readAmount, wantsHeaders } from '../../coreutils/ends.ts';
import { defineCommand } from '../../os/command.ts';
import { coreutils } from '../../os/operands.ts';

const options = {
  bytes: { short: 'c', long: 'bytes', value: '[-]NUM', summary: 'print the first NUM bytes; with -, all but the last NUM' },
  lines: {
    short: 'n',
    long: 'lines',
    value: '[-]NUM',
    number: true,
    summary: 'print the first NUM lines instead of 10; with -, all but the last NUM',
  },
  ...endOptions,
} as const;

/** `-5c` is an old way to say `-c 5`, `-1k` to say `-c 1K`, `-5q` to say `-n 5 -q`. */
const modernize = (args: readonly string[]): readonly string[] => {
  const [first = '', ...rest] = args;
  const [, count, letters = ''] = /^-(\d+)([bckmlqvz]+)$/.exec(first) ?? [];
  if (count === undefined) return args;
  const unit = /[bkm]/.exec(letters)?.[0].toUpperCase().replace('B', 'b') ?? '';
  const flags = letters.replace(/[bckml]/g, '');
  return [`-${/[bckm]/.test(letters) ? 'c' : 'n'}`, `${count}${unit}`, ...(flags === '' ? [] : [`-${flags}`]), ...rest];
};

export default defineCommand({
  name: 'head',
  summary: 'Print the first lines of files',
  topic: 'text',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  rewrite: modernize,
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
    const amount = readAmount(on, order, '-');
    const copy = amount.signed ? copyExceptLast : copyFirst;
    return eachWithHeader(process, operands, wantsHeaders(on, operands), ({ reader }) => copy(reader, process.stdout, amount));
  },
});
