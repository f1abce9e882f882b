/** wc: counts lines, words, characters and bytes. */
import { defineCommand } from '../../os/command.ts';
import { VfsError } from '../../os/failure.ts';
import { complain, openInputs, operandPaths } from '../../os/inputs.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import { byteLength, type Inode } from '../../os/vfs.ts';
import { addCounts, type Counts, countInput, noCounts, type Wanted } from './wc/count.ts';

const options = {
  bytes: { short: 'c', long: 'bytes', summary: 'count bytes' },
  chars: { short: 'm', long: 'chars', summary: 'count characters' },
  lines: { short: 'l', long: 'lines', summary: 'count newlines' },
  width: { short: 'L', long: 'max-line-length', summary: 'find the width of the widest line' },
  words: { short: 'w', long: 'words', summary: 'count words' },
} as const;

/** The order in which counts are printed, whatever the order of the options. */
const columns = ['lines', 'words', 'chars', 'bytes', 'width'] as const;

const wantedCounts = (on: OptionValues<typeof options>): Wanted => {
  const none = !columns.some((column) => on[column]);
  return { lines: on.lines || none, words: on.words || none, chars: on.chars, bytes: on.bytes || none, width: on.width };
};

/** GNU's width of a number: the digits of all regular files' sizes together, at least 7 where a size cannot be known. */
const numberWidth = (process: Process, operands: readonly string[], wanted: Wanted): number => {
  const names = operands.length === 0 ? ['-'] : operands;
  if (names.length === 1 && columns.filter((column) => wanted[column]).length === 1) return 1;
  const sizeOf = (inode: Inode | undefined): number => (inode?.kind === 'file' ? byteLength(inode.content) : 0);
  const sizes = names.map((name): number | undefined => {
    if (name === '-') return process.stdin.size;
    const inodes = operandPaths(process, name).map((path) => process.fs.find(path));
    return inodes.some((inode) => inode && inode.kind !== 'file') ? undefined : inodes.reduce((sum, inode) => sum + sizeOf(inode), 0);
  });
  const total = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  return Math.max(String(total).length, sizes.includes(undefined) ? 7 : 1);
};

export default defineCommand({
  name: 'wc',
  summary: 'Count lines, words and bytes',
  topic: 'text',
  options,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  description: ['Without options: newlines, words and bytes, in this order, then the file’s name; a total line if there are several.'],
  examples: [
    { line: 'wc about', shows: 'Lines, words and bytes of a file' },
    { line: 'ls jobs | wc -l', shows: 'How many roles there are' },
    { line: 'cat jobs/* | wc -w', shows: 'How many words it took to tell them' },
  ],
  statuses: { 1: 'a file could not be read' },
  seeAlso: ['nl'],
  linkable: true,
  run: async (process, { options: on, operands }) => {
    const wanted = wantedCounts(on);
    const width = numberWidth(process, operands, wanted);
    const total = noCounts();
    let status = SUCCESS;
    let files = 0;
    const print = async (counts: Counts, name: string): Promise<void> => {
      const numbers = columns.filter((column) => wanted[column]).map((column) => String(counts[column]).padStart(width));
      await process.stdout.write(`${numbers.join(' ')}${name === '' ? '' : ` ${name}`}\n`);
    };
    const inputs = openInputs(process, operands, async (operand, error) => {
      status = FAILURE;
      files++;
      await complain(process, operand, error);
      if (error instanceof VfsError && error.code === 'EISDIR') await print(noCounts(), operand);
    });
    for await (const { name, reader } of inputs) {
      const counts = await countInput(reader, wanted, process.pace);
      addCounts(total, counts);
      files++;
      await print(counts, name);
    }
    if (files > 1) await print(total, 'total');
    return status;
  },
});
