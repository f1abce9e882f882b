/** file: says what files seem to be. */

import { namedFiles } from '../../coreutils/files/operand.ts';
import { misuse } from '../../coreutils/text/misuse.ts';
import { defineCommand } from '../../os/command.ts';
import { VfsError } from '../../os/failure.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { readAll } from '../../os/stream.ts';
import type { Inode } from '../../os/vfs.ts';
import { cells } from '../../term/width.ts';
import { type Kind, kindOf } from './file/kind.ts';

const options = {
  brief: { short: 'b', long: 'brief', summary: 'leave the names out' },
  mime: { short: 'i', long: 'mime', summary: 'print MIME types with their charsets' },
  mimeType: { long: 'mime-type', summary: 'print MIME types' },
} as const;

const words = ({ mime, mimeType }: OptionValues<typeof options>, kind: Kind): string =>
  mime ? `${kind.type}; charset=${kind.charset}` : mimeType ? kind.type : kind.words;

type Answer = readonly [name: string, what: string];

const answers = async (process: Process, operand: string, describe: (kind: Kind) => string): Promise<readonly Answer[]> => {
  if (operand === '-') {
    const input = { kind: 'file', content: await readAll(process.stdin), mode: 0, mtime: 0, ino: 0, readOnly: false } satisfies Inode;
    return [['/dev/stdin', describe(kindOf(input))]];
  }
  try {
    return namedFiles(process, operand).map(({ name, inode }) => [name, describe(kindOf(inode))]);
  } catch (error) {
    if (!(error instanceof VfsError)) throw error;
    return [[operand, `cannot open \`${operand}' (${error.message})`]];
  }
};

export default defineCommand({
  name: 'file',
  summary: 'Say what files seem to be',
  topic: 'files',
  options,
  operands: [{ name: 'FILE', kind: 'file', repeat: true }],
  examples: [
    { line: 'file about resume.json jobs', shows: 'A text, data, a directory' },
    { line: 'file -bi resume.json', shows: 'As a MIME type' },
  ],
  seeAlso: ['stat', 'ls'],
  linkable: true,
  run: async (process, { options: on, operands }) => {
    if (operands.length === 0) throw misuse('file', 'missing operand');
    const found: Answer[] = [];
    for (const operand of operands) found.push(...(await answers(process, operand, (kind) => words(on, kind))));
    const width = found.reduce((widest, [name]) => Math.max(widest, cells(name)), 0);
    const lines = found.map(([name, what]) => (on.brief ? what : `${name}: ${' '.repeat(width - cells(name))}${what}`));
    await process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  },
});
