/** stat: prints what the file system knows of files. */

import { linksOf, type Named, namedFiles, sizeOf, spaceOf } from '../../coreutils/files.ts';
import { type Owner, ownerOf } from '../../coreutils/identity.ts';
import { modeText } from '../../coreutils/mode.ts';
import { expandEscapes } from '../../coreutils/printf/escapes.ts';
import { formatInteger, formatText, layoutOf, parseFormat } from '../../coreutils/printf/format.ts';
import { toDateTime, type Zone, zoneOf } from '../../coreutils/time/calendar.ts';
import { strftime } from '../../coreutils/time/strftime.ts';
import { defineCommand } from '../../os/command.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import { quoteFile } from '../../os/quote.ts';
import { guard } from '../../os/report.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import type { Inode } from '../../os/vfs.ts';

/** What is true of every file. */
interface Surroundings {
  readonly owner: Owner;
  readonly zone: Zone;
}

/** Bytes in a block of st_blocks, and in one of reading and writing. */
const SECTOR = 512;
const IO_BLOCK = 4096;

const typeBits = { directory: 0o040000, device: 0o020000, file: 0o100000 } as const;

/** `regular empty file`. */
const kindText = (inode: Inode): string => {
  if (inode.kind === 'directory') return 'directory';
  if (inode.kind === 'device') return 'character special file';
  return inode.content === '' ? 'regular empty file' : 'regular file';
};

const timeText = (at: number, zone: Zone): string => {
  const time = toDateTime(at, zone);
  return time ? strftime('%Y-%m-%d %H:%M:%S.%N %z', time) : String(at);
};

type Field = (file: Named, around: Surroundings) => string | number;

const seconds: Field = ({ inode }) => Math.floor(inode.mtime / 1000);
const date: Field = ({ inode }, { zone }) => timeText(inode.mtime, zone);

const fields = new Map<string, Field>([
  ['a', ({ inode }) => inode.mode.toString(8)],
  ['A', ({ inode }) => modeText(inode)],
  ['b', ({ inode }) => spaceOf(inode) / SECTOR],
  ['B', () => SECTOR],
  ['C', () => '?'],
  ['d', () => 1],
  ['D', () => '1'],
  ['f', ({ inode }) => (typeBits[inode.kind] | inode.mode).toString(16)],
  ['F', ({ inode }) => kindText(inode)],
  ['g', (_, { owner }) => owner.id],
  ['G', (_, { owner }) => owner.name],
  ['h', ({ inode }) => linksOf(inode)],
  ['i', ({ inode }) => inode.ino],
  ['m', () => '/'],
  ['n', ({ name }) => name],
  ['N', ({ name }) => quoteFile(name)],
  ['o', () => IO_BLOCK],
  ['s', ({ inode }) => sizeOf(inode)],
  ['t', () => '0'],
  ['T', () => '0'],
  ['u', (_, { owner }) => owner.id],
  ['U', (_, { owner }) => owner.name],
  ['w', date],
  ['W', seconds],
  ['x', date],
  ['X', seconds],
  ['y', date],
  ['Y', seconds],
  ['z', date],
  ['Z', seconds],
]);

/** Seconds with as many decimals as a precision asks for. */
const withFraction = ({ inode }: Named, digits: number): string => {
  const whole = Math.floor(inode.mtime / 1000);
  const fraction = String(inode.mtime - whole * 1000).padStart(3, '0');
  return digits === 0 ? String(whole) : `${whole}.${fraction.padEnd(digits, '0').slice(0, digits)}`;
};

const fixed = (size: number | '*' | undefined): number | undefined => (size === '*' ? undefined : size);

/** Compiles a format; escapes count when `escapes` (`--printf`). */
const compileFormat = (format: string, escapes: boolean): ((file: Named, around: Surroundings) => string) => {
  const parts = parseFormat(format, false).map((part) => (typeof part === 'string' && escapes ? expandEscapes(part, 'format').text : part));
  return (file, around) =>
    parts
      .map((part) => {
        if (typeof part === 'string') return part;
        const layout = layoutOf(part, fixed(part.width) ?? 0, fixed(part.precision));
        const { conversion } = part;
        if ('WXYZ'.includes(conversion) && layout.precision !== undefined) {
          return formatText(withFraction(file, layout.precision), { ...layout, precision: undefined });
        }
        const value = fields.get(conversion)?.(file, around) ?? '?';
        if (typeof value === 'number') return formatInteger(BigInt(value), 'd', layout);
        return conversion === 'a' ? formatInteger(BigInt(`0o${value}`), 'o', layout) : formatText(value, layout);
      })
      .join('');
};

/** What stat prints without a format. */
const defaultFormat = [
  '  File: %n',
  '  Size: %-10s\tBlocks: %-10b IO Block: %-6o %F',
  'Device: %d\tInode: %-10i  Links: %h',
  'Access: (%04a/%10.10A)  Uid: (%5u/%8U)   Gid: (%5g/%8G)',
  'Access: %x',
  'Modify: %y',
  'Change: %z',
  ' Birth: %w',
  '',
].join('\n');

/** What `stat -t` prints. */
const terseFormat = '%n %s %b %f %u %g %D %i %h %t %T %X %Y %Z %W %o\n';

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
  dialect: coreutils,
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
    const print = printerOf(on);
    const around = { owner: ownerOf(process.fs), zone: zoneOf(process) };
    let status = SUCCESS;
    for (const operand of operands) {
      const files = await guard(process, `cannot stat ${quoteFile(operand)}`, () => namedFiles(process, operand));
      if (files) await process.stdout.write(files.map((file) => print(file, around)).join(''));
      else status = FAILURE;
    }
    return status;
  },
});
