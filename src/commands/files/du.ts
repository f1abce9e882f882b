/** du: shows how much space files take. */

import { type Named, namedFiles, sizeOf, spaceOf, walk } from '../../coreutils/files.ts';
import { humanSize } from '../../coreutils/numbers.ts';
import { defineCommand } from '../../os/command.ts';
import { UsageError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { quote, quoteFile } from '../../os/quote.ts';
import { guard } from '../../os/report.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';
import { createBatcher } from '../../os/stream.ts';
import type { Inode } from '../../os/vfs.ts';

const options = {
  nul: { short: '0', long: 'null', summary: 'end each line with NUL' },
  all: { short: 'a', long: 'all', summary: 'show files, too, not only directories' },
  apparent: { long: 'apparent-size', summary: 'count bytes of text, not space on disk' },
  bytes: { short: 'b', long: 'bytes', summary: 'as --apparent-size, in bytes' },
  total: { short: 'c', long: 'total', summary: 'show a total' },
  depth: { short: 'd', long: 'max-depth', value: 'N', summary: 'show nothing that is deeper than N' },
  human: { short: 'h', long: 'human-readable', summary: 'show sizes as 1.2K or 3M' },
  si: { long: 'si', summary: 'as -h, by powers of 1000' },
  kilobytes: { short: 'k', summary: 'count in 1024 bytes, which is the default' },
  megabytes: { short: 'm', summary: 'count in 1048576 bytes' },
  summarize: { short: 's', long: 'summarize', summary: 'show the operands only' },
  separate: { short: 'S', long: 'separate-dirs', summary: 'leave out of a directory what its directories hold' },
} as const;

type Options = OptionValues<typeof options>;

const depthOf = ({ depth, summarize }: Options): number => {
  if (summarize) return 0;
  if (depth === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(depth)) throw new UsageError(`invalid maximum depth ${quote(depth)}`);
  return Number(depth);
};

const sizeFormatter = (on: Options): ((bytes: number) => string) => {
  if (on.human || on.si) return (bytes) => humanSize(bytes, on.si ? 1000 : 1024);
  const unit = on.megabytes ? 1024 * 1024 : on.bytes && !on.kilobytes ? 1 : 1024;
  return (bytes) => String(Math.ceil(bytes / unit));
};

/** What is counted, and which sums are printed. */
interface CountRules {
  readonly measure: (inode: Inode) => number;
  readonly depth: number;
  readonly all: boolean;
  readonly separate: boolean;
  put(bytes: number, name: string): Promise<void>;
}

/** Counts one operand, telling of each directory after what it holds; answers the sum. */
const count = async (process: Process, { name, path, inode }: Named, rules: CountRules): Promise<number> => {
  const { measure, depth, all, separate, put } = rules;
  const sums: number[] = [0];
  for (const visit of walk(process.fs, name, path, inode)) {
    await process.pace();
    if (visit.phase === 'enter') {
      sums.push(measure(visit.inode));
      continue;
    }
    const own = visit.phase === 'leave' ? (sums.pop() ?? 0) : measure(visit.inode);
    const shown = visit.phase === 'leave' || all || visit.depth === 0;
    if (shown && visit.depth <= depth) await put(own, visit.name);
    if (!separate || visit.phase === 'file') sums[sums.length - 1] = (sums.at(-1) ?? 0) + own;
  }
  return sums[0] ?? 0;
};

export default defineCommand({
  name: 'du',
  summary: 'Show how much space files take',
  topic: 'files',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', optional: true, repeat: true }],
  description: ['Space comes in blocks of 4096 bytes, as on most disks; -b counts the bytes themselves.'],
  examples: [
    { line: 'du -h', shows: 'Each directory here' },
    { line: 'du -ab jobs', shows: 'The bytes of each job' },
  ],
  statuses: { 1: 'a file is not there' },
  seeAlso: ['df', 'ls', 'stat'],
  linkable: true,
  run: async (process, { options: on, operands }) => {
    if (on.all && on.summarize) throw new UsageError('cannot both summarize and show all entries');
    const show = sizeFormatter(on);
    const output = createBatcher(process.stdout);
    const put = async (bytes: number, name: string): Promise<void> => output.put(`${show(bytes)}\t${name}${on.nul ? '\0' : '\n'}`);
    const rules = { measure: on.apparent || on.bytes ? sizeOf : spaceOf, depth: depthOf(on), all: on.all, separate: on.separate, put };
    let [status, total] = [SUCCESS, 0];
    for (const operand of operands.length === 0 ? ['.'] : operands) {
      const files = await guard(process, `cannot access ${quoteFile(operand)}`, () => namedFiles(process, operand));
      if (!files) status = FAILURE;
      for (const file of files || []) total += await count(process, file, rules);
    }
    if (on.total) await put(total, 'total');
    await output.flush();
    return status;
  },
});
