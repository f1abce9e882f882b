/** The command of an editor that is not here: an answer in character, and how to read or write the file without it. */

import { type Command, defineCommand } from '../../../os/command.ts';
import { operandPaths } from '../../../os/inputs.ts';
import type { Process } from '../../../os/process.ts';
import { quoteWord } from '../../../os/quote.ts';
import { FAILURE } from '../../../os/status.ts';

/** How to read or write FILE without an editor. */
const ways = (process: Process, file: string | undefined): readonly string[] => {
  if (file === undefined) return ['To read: less about', 'To write: echo text > notes'];
  const found = operandPaths(process, file).map((path) => process.fs.find(path));
  const [inode] = found;
  if (inode?.kind === 'directory') return [`To list it: ls ${quoteWord(file)}`];
  const read = inode ? [`To read it: less ${quoteWord(file)}, or cat ${quoteWord(file)}`] : [];
  return inode?.readOnly
    ? [...read, 'The résumé is read-only: only the person who lived it can edit it.']
    : [...read, `To write it: echo text > ${quoteWord(file)}`];
};

/** The command `name`, which says `remark` and how to go on; status 1, since nothing was edited. */
export const editor = (name: string, remark: string): Command =>
  defineCommand({
    name,
    summary: 'Say that there is no editor here',
    topic: 'fun',
    options: {},
    operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
    rawArguments: true,
    description: ['There is no editor here. The command says so, and how to read or write the file instead.'],
    examples: [{ line: `${name} about`, shows: 'How to read the file instead' }],
    statuses: { 1: 'nothing was edited' },
    seeAlso: ['less', 'cat', 'echo'],
    run: async (process, { operands }) => {
      const file = operands.find((word) => !/^[-+]/.test(word));
      await process.stdout.write([`${name}: ${remark}`, ...ways(process, file)].map((text) => `${text}\n`).join(''));
      return FAILURE;
    },
  });
