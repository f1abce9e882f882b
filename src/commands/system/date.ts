/** date: prints a time. */

import { statOperand } from '../../coreutils/files.ts';
import { toDateTime, utc, type Zone, zoneOf } from '../../coreutils/time/calendar.ts';
import { parseDate } from '../../coreutils/time/parse-date.ts';
import { strftime } from '../../coreutils/time/strftime.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError, UsageError } from '../../os/failure.ts';
import { openInput } from '../../os/inputs.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import type { Process } from '../../os/process.ts';
import { quote, quoteSubject } from '../../os/quote.ts';
import { demand, warn } from '../../os/report.ts';
import { FAILURE } from '../../os/status.ts';
import { readAll } from '../../os/stream.ts';

const options = {
  date: {
    short: 'd',
    long: 'date',
    value: 'STRING',
    summary: 'show the time that STRING means: a date, @SECONDS, yesterday, 3 days ago, next month',
  },
  file: { short: 'f', long: 'file', value: 'FILE', kind: 'file', summary: 'as -d, once for each line of FILE' },
  iso: {
    short: 'I',
    long: 'iso-8601',
    value: 'FMT',
    optional: true,
    summary: 'ISO 8601, to the precision of FMT: date, hours, minutes, seconds or ns',
    kind: ['date', 'hours', 'minutes', 'seconds', 'ns'],
  },
  email: { short: 'R', long: 'rfc-email', summary: 'as in e-mail: Mon, 14 Aug 2006 02:34:56 -0600' },
  rfc: { long: 'rfc-3339', value: 'FMT', summary: 'RFC 3339, to the precision of FMT', kind: ['date', 'seconds', 'ns'] },
  reference: { short: 'r', long: 'reference', value: 'FILE', kind: 'file', summary: 'show when FILE was last changed' },
  utc: { short: 'u', long: 'utc', summary: 'show Coordinated Universal Time' },
} as const;

type Options = OptionValues<typeof options>;

const isoFormats = new Map([
  ['', '%Y-%m-%d'],
  ['date', '%Y-%m-%d'],
  ['hours', '%Y-%m-%dT%H%:z'],
  ['minutes', '%Y-%m-%dT%H:%M%:z'],
  ['seconds', '%Y-%m-%dT%H:%M:%S%:z'],
  ['ns', '%Y-%m-%dT%H:%M:%S,%N%:z'],
]);

const rfcFormats = new Map([
  ['date', '%Y-%m-%d'],
  ['seconds', '%Y-%m-%d %H:%M:%S%:z'],
  ['ns', '%Y-%m-%d %H:%M:%S.%N%:z'],
]);

const lookUp = (formats: ReadonlyMap<string, string>, name: string, option: string): string => {
  const candidates = [...formats.keys()].filter((key) => key.startsWith(name));
  const format = formats.get(name) ?? (candidates.length === 1 ? formats.get(candidates[0] ?? name) : undefined);
  if (format === undefined) throw new UsageError(`invalid argument ${quote(name)} for ${quote(option)}`);
  return format;
};

const formatOf = ({ iso, email, rfc }: Options, operand: string | undefined): string => {
  if (operand !== undefined && !operand.startsWith('+')) throw new CommandError(`invalid date ${quote(operand)}`);
  if (operand !== undefined && (iso !== undefined || email || rfc !== undefined))
    throw new CommandError('multiple output formats specified');
  if (operand !== undefined) return operand.slice(1);
  if (iso !== undefined) return lookUp(isoFormats, iso, '--iso-8601');
  if (rfc !== undefined) return lookUp(rfcFormats, rfc, '--rfc-3339');
  return email ? '%a, %d %b %Y %H:%M:%S %z' : '%a %b %e %H:%M:%S %Z %Y';
};

/** The texts that say which times to show; undefined stands for now. */
const textsOf = async (process: Process, { date, file }: Options): Promise<readonly (string | undefined)[]> => {
  if (file === undefined) return [date];
  const text = await readAll(openInput(process, file), process.memory);
  return text.split('\n').slice(0, text.endsWith('\n') ? -1 : undefined);
};

const show = async (process: Process, format: string, at: number | undefined, zone: Zone, text: string): Promise<number> => {
  const time = at === undefined ? undefined : toDateTime(at, zone);
  if (!time) {
    await warn(process, `invalid date ${quote(text)}`);
    return FAILURE;
  }
  await process.stdout.write(`${strftime(format, time)}\n`);
  return 0;
};

export default defineCommand({
  name: 'date',
  summary: 'Print the time, or another one',
  topic: 'system',
  options,
  dialect: coreutils,
  operands: [{ name: '+FORMAT', kind: 'text', optional: true }],
  description: [
    'FORMAT is printed with its directives replaced: %Y year, %m month, %d day, %H hour, %M minute, %S second, %a and %A the weekday, %b and %B the month’s name, %F as %Y-%m-%d, %T as %H:%M:%S, %s seconds since 1970, %j day of the year, %V week, %Z and %z the zone, and the rest of strftime’s.',
    'The clock cannot be set.',
  ],
  examples: [
    { line: 'date +%Y', shows: 'This year' },
    { line: "date -d '2 weeks ago' +%F", shows: 'A day in the past' },
    { line: 'date -r jobs +%Y', shows: 'The year in which a job ended' },
    { line: 'TZ=Asia/Singapore date', shows: 'The time somewhere else' },
  ],
  statuses: { 1: 'a date is not valid' },
  seeAlso: ['cal', 'sleep'],
  run: async (process, { options: on, operands: [operand] }) => {
    const format = formatOf(on, operand);
    const zone = on.utc ? utc : zoneOf(process);
    const now = process.host.now();
    if (on.reference !== undefined)
      return show(process, format, demand(quoteSubject(on.reference), () => statOperand(process, on.reference ?? '')).mtime, zone, '');
    let status = 0;
    for (const text of await textsOf(process, on)) {
      const at = text === undefined ? now : parseDate(text, now, zone);
      status = Math.max(status, await show(process, format, at, zone, text ?? ''));
    }
    return status;
  },
});
