/** Calendars and dates in words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../src/coreutils/numbers.ts';
import { toDateTime, utc } from '../../src/coreutils/time/calendar.ts';
import { parseDate, parseStamp } from '../../src/coreutils/time/parse-date.ts';
import { strftime } from '../../src/coreutils/time/strftime.ts';
import { run } from '../front-door.ts';
import { NOON } from '../host.ts';

const read = (text: string): string | undefined => {
  const at = parseDate(text, NOON, utc);
  const time = at === undefined ? undefined : toDateTime(at, utc);
  return time && strftime('%F %T', time);
};

describe('on Tuesday 24 November 2026 at noon', () => {
  it.each([
    ['now', '2026-11-24 12:00:00'],
    ['', '2026-11-24 00:00:00'],
    ['tomorrow', '2026-11-25 12:00:00'],
    ['yesterday 10:30', '2026-11-23 10:30:00'],
    ['2 days ago', '2026-11-22 12:00:00'],
    ['2 days ago 3 hours ago', '2026-11-22 09:00:00'],
    ['next month', '2026-12-24 12:00:00'],
    ['last year', '2025-11-24 12:00:00'],
    ['third week', '2026-12-15 12:00:00'],
    ['monday', '2026-11-30 00:00:00'],
    ['tuesday', '2026-11-24 00:00:00'],
    ['next tuesday', '2026-12-01 00:00:00'],
    ['last friday', '2026-11-20 00:00:00'],
    ['10pm', '2026-11-24 22:00:00'],
    ['12am', '2026-11-24 00:00:00'],
    ['24 nov', '2026-11-24 00:00:00'],
    ['Jan 5, 2021 6:07', '2021-01-05 06:07:00'],
    ['1 feb 69', '1969-02-01 00:00:00'],
    ['2021-02-03T04:05:06+07:00', '2021-02-02 21:05:06'],
    ['(a comment) 2021-02-03', '2021-02-03 00:00:00'],
    ['@86400', '1970-01-02 00:00:00'],
  ])('%j is %s', (text, date) => {
    expect(read(text)).toBe(date);
  });

  it.each([
    'foo',
    '2021-02-30',
    '25:00',
    '13pm',
    'ago',
    '1 2 3',
    '2021-01-01 2021-01-02',
    '10:00 11:00',
    'x'.repeat(300),
    '@99999999999999999',
  ])('%j is no date', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('any text is a date or is none', () => {
    const words = fc.constantFrom(
      '1',
      '2021',
      '-',
      ':',
      '10',
      'jan',
      'monday',
      'ago',
      'next',
      'day',
      'T',
      'Z',
      '+07',
      ' ',
      ',',
      '(',
      'pm',
      '@',
    );
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const at = parseDate(parts.join(' '), NOON, utc);
        expect(at === undefined || toDateTime(at, utc) !== undefined).toBe(true);
      }),
    );
  });

  it('a date that was written is read again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.constantFrom('%F %T', '%FT%TZ', '@%s', '%d %b %Y %T', '%a %b %e %T %Z %Y'),
        (seconds, format) => {
          const time = toDateTime(seconds * 1000, utc);
          expect(time && parseDate(strftime(format, time), NOON, utc)).toBe(seconds * 1000);
        },
      ),
    );
  });

  it.each([
    ['202102030405.06', '2021-02-03 04:05:06'],
    ['2102030405', '2021-02-03 04:05:00'],
    ['02030405', '2026-02-03 04:05:00'],
    ['0230', undefined],
    ['202113010000', undefined],
  ])('touch takes %s for %s', (text, date) => {
    const at = parseStamp(text, NOON, utc);
    const time = at === undefined ? undefined : toDateTime(at, utc);
    expect(time && strftime('%F %T', time)).toBe(date);
  });
});

describe('a wait', () => {
  it.each([
    ['1', 1000],
    ['0.5s', 500],
    ['2m', 120_000],
    ['1h', 3_600_000],
    ['.1d', 8_640_000],
    ['1e-1', 100],
    ['infinity', 2 ** 31 - 1],
    ['-1', undefined],
    ['1y', undefined],
    ['', undefined],
  ])('of %j is %s milliseconds', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });
});

describe('cal', () => {
  it.each([
    [
      'cal 2 2021',
      '   February 2021\nSu Mo Tu We Th Fr Sa\n    1  2  3  4  5  6\n 7  8  9 10 11 12 13\n14 15 16 17 18 19 20\n21 22 23 24 25 26 27\n28\n',
    ],
    ['cal 9 1752', '   September 1752\nSu Mo Tu We Th Fr Sa\n       1  2 14 15 16\n17 18 19 20 21 22 23\n24 25 26 27 28 29 30\n'],
    [
      'cal -m 2 2021',
      '   February 2021\nMo Tu We Th Fr Sa Su\n 1  2  3  4  5  6  7\n 8  9 10 11 12 13 14\n15 16 17 18 19 20 21\n22 23 24 25 26 27 28\n',
    ],
    ['cal -j 1 2021 | tail -n 1', ' 31\n'],
    ['cal 1 1 | head -n 3 | tail -n 1', '                   1\n'],
    ['cal 2 1700 | tail -n 1', '25 26 27 28 29\n'],
  ])('prints %s', async (line, text) => {
    expect((await run(line)).stdout).toBe(text);
  });

  it('sets three months abreast', async () => {
    const { stdout } = await run('cal -3 1 2021');
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      '   December 2020          January 2021         February 2021',
      'Su Mo Tu We Th Fr Sa  Su Mo Tu We Th Fr Sa  Su Mo Tu We Th Fr Sa',
      '       1  2  3  4  5                  1  2      1  2  3  4  5  6',
    ]);
  });

  it('has each day of a year once', async () => {
    const { stdout } = await run('cal -j 2024');
    const days = [...stdout.matchAll(/\b\d{1,3}\b/g)].map(([day]) => Number(day));
    expect(days.sort((a, b) => a - b)).toEqual(Array.from({ length: 366 }, (_, index) => index + 1));
  });

  it.each(['cal 13 2021', 'cal 0', 'cal 10000', 'cal x 2021', 'cal 1 2 3', 'cal -n 0'])('refuses %s', async (line) => {
    expect(await run(line)).toMatchObject({ stdout: '', status: 1 });
  });
});
