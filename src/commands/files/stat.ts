/** stat: prints what the file system knows of files. */

import { cannot } from '../../coreutils/files/messages.ts';
import { namedFiles } from '../../coreutils/files/operand.ts';
import { ownerOf } from '../../coreutils/files/owner.ts';
import { misuse } from '../../coreutils/text/misuse.ts';
import { zoneOf } from '../../coreutils/time/zone.ts';
import { defineCommand } from '../../os/command.ts';
import type { OptionValues } from '../../os/options.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import { compileFormat, defaultFormat, terseFormat } from './stat/format.ts';

const options = {
  format: { short: 'c', long: 'format', value: 'FORMAT', summary: 'print by FORMAT, with a newline after each file' },
  dereference: { short: 'L', long: 'dereference', summary: 'follow links, of which there are none' },
  printf: { long: 'printf', value: 'FORMAT', summary: 'print by FORMAT, with backslash escapes and no newline' },
  terse: { short: 't', long: 'terse', summary: 'print all on one line' },
} as const;

const printerOf = ({ format, printf, terse }: OptionValues<typeof options>): ReturnType<typeof compileFormat> => {
  if (printf !== undefined) return compileFormat(printf, true);
  if (format !== undefined) return compileFormat(`${format}\n`, false);
  return compileFormat(terse ? terseFormat : defaultFormat, false);
};

export default defineCommand({
  name: 'stat',
  summary: 'Print what the file system knows of files',
  topic: 'files',
  options,
  operands: [{ name: 'FILE', kind: 'file', repeat: true }],
  description: [
    'In FORMAT: %n name, %N name in quotes, %s size in bytes, %F kind, %a permissions in octal, %A as letters, %y time of change, %Y the same in seconds since 1970, %U owner, %G group, %h links, %i number, %b blocks of %B bytes.',
    'One time is kept of each file, that of its last change; for an entry of the résumé it is its end.',
  ],
  examples: [
    { line: 'stat about', shows: 'All there is to know' },
    { line: "stat -c '%n: %s bytes' jobs/*", shows: 'Names and sizes' },
  ],
  statuses: { 1: 'a file is not there' },
  seeAlso: ['ls', 'file', 'date'],
  linkable: true,
  run: async (process, { options: on, operands }) => {
    if (operands.length === 0) throw misuse('stat', 'missing operand');
    const print = printerOf(on);
    const around = { owner: ownerOf(process.fs), zone: zoneOf(process) };
    let status = SUCCESS;
    for (const operand of operands) {
      try {
        await process.stdout.write(
          namedFiles(process, operand)
            .map((file) => print(file, around))
            .join(''),
        );
      } catch (error) {
        status = FAILURE;
        await cannot(process, 'stat', operand, error);
      }
    }
    return status;
  },
});
