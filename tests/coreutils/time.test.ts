/** Times as dates and back, in zones, by formats. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, isoWeek, parseZone, toDateTime, toTime, utc, zoneOf } from '../../src/coreutils/time/calendar.ts';
import { strftime } from '../../src/coreutils/time/strftime.ts';
import { testHost } from '../host.ts';

const times = fc.integer({ min: -62_000_000_000, max: 250_000_000_000 }).map((seconds) => seconds * 1000);

const at = (text: string, zone = utc) => {
  const time = toDateTime(Date.parse(text), zone);
  if (!time) throw new Error(`no date: ${text}`);
  return time;
};

describe('a date', () => {
  it.each(['UTC', 'Asia/Singapore', 'America/New_York', 'UTC-5:30'])('leads back to its time in %s', (name) => {
    const zone = parseZone(name);
    fc.assert(
      fc.property(times, (time) => {
        const date = toDateTime(time, zone);
        // An hour that comes twice may be meant either way.
        expect(Math.abs((date ? toTime(date, zone) : 0) - time) % 3_600_000).toBe(0);
      }),
    );
  });

  it('has the parts that JavaScript finds in it', () => {
    fc.assert(
      fc.property(times, (time) => {
        const date = new Date(time);
        expect(toDateTime(time, utc)).toMatchObject({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
          weekday: date.getUTCDay(),
        });
      }),
    );
  });

  it('is none when it is out of range', () => {
    expect(toDateTime(9e15, utc)).toBeUndefined();
    expect(toDateTime(Number.NaN, utc)).toBeUndefined();
  });

  it('is in the week of its Thursday', () => {
    fc.assert(
      fc.property(times, (time) => {
        const date = toDateTime(time, utc);
        const thursday = date && toDateTime(time + (4 - (date.weekday || 7)) * DAY, utc);
        expect(date && isoWeek(date)).toEqual(thursday && { year: thursday.year, week: Math.ceil(thursday.yearDay / 7) });
      }),
    );
  });
});

describe('a format', () => {
  it.each([
    ['%F %T', '2021-02-03 04:05:06'],
    ['%a %-d %B %Y', 'Wed 3 February 2021'],
    ['%d/%m/%y %I:%M %p', '03/02/21 04:05 AM'],
    ['%j %U %V %u %w', '034 05 05 3 3'],
    ['%s %3N %N', '1612325106 007 007000000'],
    ['%^a %#Z %_d %05d', 'WED utc  3 00003'],
    ['%z %:z %Z', '+0000 +00:00 UTC'],
    ['%% %Q %', '% %Q %'],
    ['', ''],
  ])('%s gives %s', (format, text) => {
    expect(strftime(format, at('2021-02-03T04:05:06.007Z'))).toBe(text);
  });

  it('never fails', () => {
    fc.assert(
      fc.property(fc.string(), times, (format, time) => {
        const date = toDateTime(time, utc);
        expect(typeof (date && strftime(format, date))).toBe('string');
      }),
    );
  });
});

describe('a zone', () => {
  it.each([
    ['UTC', 0, 'UTC'],
    ['', 0, 'UTC'],
    ['Asia/Singapore', 480, '+08'],
    ['UTC-8', 480, 'UTC'],
    ['<+07>-7', 420, '+07'],
    ['XYZ3:30', -210, 'XYZ'],
    ['No/Where', 0, 'UTC'],
  ])('%j is %d minutes east, called %s', (text, minutes, name) => {
    const zone = parseZone(text);
    const time = Date.UTC(2021, 0);
    expect([zone.offset(time), zone.name(time)]).toEqual([minutes, name]);
  });

  it('knows summer time', () => {
    const zone = parseZone('America/New_York');
    expect([zone.offset(Date.UTC(2021, 0)), zone.offset(Date.UTC(2021, 6))]).toEqual([-300, -240]);
  });

  it('is the host’s unless TZ is set', () => {
    const host = testHost({ zoneOffset: () => 420 });
    expect(zoneOf({ env: new Map(), host }).name(0)).toBe('+07');
    expect(zoneOf({ env: new Map([['TZ', 'UTC']]), host }).name(0)).toBe('UTC');
  });
});
