/** touch: sets files' times, and makes files. */

import { statOperand } from '../../coreutils/files.ts';
import { zoneOf } from '../../coreutils/time/calendar.ts';
import { parseDate, parseStamp } from '../../coreutils/time/parse-date.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError, UsageError, VfsError } from '../../os/failure.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { quote, quoteFile } from '../../os/quote.ts';
import { demand, guard } from '../../os/report.ts';
import { FAILURE, SUCCESS } from '../../os/status.ts';

const options = {
  access: { short: 'a', summary: 'set the time of access alone, which is not kept here' },
  noCreate: { short: 'c', long: 'no-create', summary: 'make no file' },
  date: { short: 'd', long: 'date', value: 'STRING', summary: 'set the time that STRING means, as date -d takes it' },
  modified: { short: 'm', summary: 'set the time of change alone' },
  reference: { short: 'r', long: 'reference', value: 'FILE', kind: 'file', summary: 'set the time of FILE' },
  stamp: { short: 't', value: '[[CC]YY]MMDDhhmm[.ss]', summary: 'set this time' },
} as const;

const timeOf = (process: Process, { date, reference, stamp }: OptionValues<typeof options>): number => {
  const now = process.host.now();
  const zone = zoneOf(process);
  if ([date, reference, stamp].filter((given) => given !== undefined).length > 1 && (stamp !== undefined || reference === undefined)) {
    throw new UsageError('cannot specify times from more than one source');
  }
  const base = reference === undefined ? now : referenceTime(process, reference);
  if (date === undefined && stamp === undefined) return base;
  const at = stamp === undefined ? parseDate(date ?? '', base, zone) : parseStamp(stamp, now, zone);
  if (at === undefined) throw new CommandError(`invalid date format ${quote(stamp ?? date ?? '')}`);
  return at;
};

const referenceTime = (process: Process, file: string): number =>
  demand(`failed to get attributes of ${quoteFile(file)}`, () => statOperand(process, file)).mtime;

/** What is done to each file. */
interface TouchRules {
  readonly process: Process;
  readonly at: number;
  readonly create: boolean;
  readonly setTime: boolean;
}

const touch = ({ process, at, create, setTime }: TouchRules, operand: string): void => {
  const path = process.resolve(operand);
  if (operand === '') throw new VfsError('ENOENT');
  if (!process.fs.find(path)) {
    if (!create) return;
    if (operand.endsWith('/')) throw new VfsError('ENOENT');
    process.fs.writeFile(path, '');
    process.fs.setMode(path, 0o666 & ~process.umask);
  } else statOperand(process, operand);
  if (setTime) process.fs.setTime(path, at);
};

export default defineCommand({
  name: 'touch',
  summary: 'Set the times of files, and make those that are not there',
  topic: 'files',
  options,
  dialect: coreutils,
  operands: [{ name: 'FILE', kind: 'file', repeat: true, called: 'file operand' }],
  examples: [
    { line: 'touch note && ls -l note', shows: 'A new, empty file' },
    { line: "touch -d '2021-02-01' note && date -r note +%F", shows: 'One from the past' },
  ],
  statuses: { 1: 'a file could not be changed' },
  seeAlso: ['stat', 'date'],
  run: async (process, { options: on, operands }) => {
    const touching = { process, at: timeOf(process, on), create: !on.noCreate, setTime: !on.access || on.modified };
    let status = SUCCESS;
    for (const operand of operands) {
      if ((await guard(process, `cannot touch ${quoteFile(operand)}`, () => touch(touching, operand))) === false) status = FAILURE;
    }
    return status;
  },
});
