/** cal: prints calendars. */

import { toDateTime, zoneOf } from '../../coreutils/time/calendar.ts';
import { monthNames } from '../../coreutils/time/strftime.ts';
import { speechOf } from '../../locales/reader.ts';
import { defineCommand } from '../../os/command.ts';
import { CommandError } from '../../os/failure.ts';
import { writeLines } from '../../os/lines.ts';
import { coreutils } from '../../os/operands.ts';
import type { OptionValues } from '../../os/options.ts';
import { resumeOf } from '../extension.ts';
import { calendarPage, laterMonth, type Month, type MonthStyle } from './cal/calendar.ts';
import { careerLines } from './cal/career.ts';

const options = {
  one: { short: '1', long: 'one', summary: 'show one month (the default)' },
  three: { short: '3', long: 'three', summary: 'also show the month before and the month after' },
  julian: { short: 'j', long: 'julian', summary: 'number the days through the year' },
  monday: { short: 'm', long: 'monday', summary: 'begin weeks on Monday' },
  count: { short: 'n', long: 'months', value: 'NUM', summary: 'show NUM months' },
  sunday: { short: 's', long: 'sunday', summary: 'begin weeks on Sunday (the default)' },
  year: { short: 'y', long: 'year', summary: 'show a whole year' },
} as const;

const MONTHS = 1200;

const readYear = (text: string): number => {
  if (!/^\d{1,4}$/.test(text) || Number(text) < 1) throw new CommandError(`year '${text}' not in range 1..9999`);
  return Number(text);
};

/** A month by its number or the beginning of its name. */
const readMonth = (text: string): number => {
  const named = text.length < 3 ? -1 : monthNames.findIndex((name) => name.toLowerCase().startsWith(text.toLowerCase()));
  const month = named < 0 ? Number(text) : named + 1;
  if (!/^(?:\d{1,2}|[A-Za-z]+)$/.test(text) || !(month >= 1 && month <= 12)) {
    throw new CommandError(`${text} is neither a month number (1..12) nor a name`);
  }
  return month;
};

/** The first month to show, and the number of months. */
const readRange = (
  on: OptionValues<typeof options>,
  [first, second]: readonly [string?, string?],
  today: Month,
): readonly [Month, number] => {
  const isMonth = first !== undefined && (second !== undefined || /^[A-Za-z]/.test(first));
  const month = isMonth ? readMonth(first) : today.month;
  const year = second !== undefined ? readYear(second) : first !== undefined && !isMonth ? readYear(first) : today.year;
  if (on.count !== undefined && !/^[1-9]\d*$/.test(on.count)) throw new CommandError(`invalid number of months: '${on.count}'`);
  if (on.count !== undefined) return [{ year, month }, Math.min(MONTHS, Number(on.count))];
  if (on.year || (first !== undefined && !isMonth)) return [{ year, month: 1 }, 12];
  return on.three ? [laterMonth({ year, month }, -1), 3] : [{ year, month }, 1];
};

export default defineCommand({
  name: 'cal',
  summary: 'Print a calendar',
  topic: 'fun',
  options,
  dialect: coreutils,
  operands: [
    { name: 'MONTH', kind: 'text', optional: true },
    { name: 'YEAR', kind: 'text', optional: true },
  ],
  description: [
    'Without operands, it shows this month; with a year, the whole year; with a month (its number or name) and a year, that month. On the terminal it marks today, and lists below what the résumé has for that time.',
    'The calendar is the British one: September 1752 has eleven days less.',
  ],
  examples: [
    { line: 'cal', shows: 'This month' },
    { line: 'cal 2 2021', shows: 'A month, and what the résumé has for it' },
    { line: 'cal 9 1752', shows: 'A month that lost some days' },
  ],
  statuses: { 1: 'there is no such month or year' },
  seeAlso: ['date', 'timeline'],
  linkable: true,
  run: async (process, { options: on, order, operands }) => {
    const { stdout, host } = process;
    const resume = resumeOf(process);
    const today = toDateTime(host.now(), zoneOf(process));
    if (!today) throw new CommandError('the clock is out of range');
    const [first, count] = readRange(on, operands, today);
    const style: MonthStyle = {
      mondayFirst: order.lastIndexOf('monday') > order.lastIndexOf('sunday'),
      ordinal: on.julian,
      today,
    };
    await writeLines(stdout, calendarPage(first, count, style, stdout.columns));
    const career = stdout.isTty ? careerLines(await speechOf(process), resume, [first, laterMonth(first, count - 1)], today) : [];
    if (career.length > 0) await writeLines(stdout, [[], ...career]);
  },
});
