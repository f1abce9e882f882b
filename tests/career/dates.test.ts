import { describe, expect, test } from 'vitest';
import type { PartialDate } from '../../data/types.ts';
import { dateText, type End, endOf, spanText, startOf, yearsText } from '../../src/career/dates.ts';

const now = Date.UTC(2026, 10, 24, 12);
const iso = (time: number): string => new Date(time).toISOString();

describe('a span is told in as few words as it needs', () => {
  test.each<[PartialDate, End, string, string]>([
    ['2023', '2025', '2023 – 2025', '2023 – 2025'],
    ['2025', 'now', '2025 – now', '2025 – now'],
    ['2018', '2018', '2018', '2018'],
    ['2021-02', 'now', '2021 – now', 'February 2021 – now'],
    ['2021-02', '2021-12', '2021', 'February 2021 – December 2021'],
    ['2021-02', '2021-02', '2021', 'February 2021'],
  ])('%s to %s', (start, end, years, span) => {
    expect(yearsText(start, end)).toBe(years);
    expect(spanText(start, end)).toBe(span);
  });
});

test('a month has its name', () => {
  expect(dateText('2021-02')).toBe('February 2021');
  expect(dateText('2021')).toBe('2021');
});

describe('an end is the last day of what is known, never later than now', () => {
  test.each<[End, string]>([
    ['2025', '2025-12-31T12:00:00.000Z'],
    ['2024-02', '2024-02-29T12:00:00.000Z'],
    ['2021-12', '2021-12-31T12:00:00.000Z'],
    ['now', '2026-11-24T12:00:00.000Z'],
    ['2026', '2026-11-24T12:00:00.000Z'],
  ])('%s', (end, expected) => {
    expect(iso(endOf(end, now))).toBe(expected);
  });
});

test('a start is the first day of what is known', () => {
  expect(iso(startOf('2023'))).toBe('2023-01-01T12:00:00.000Z');
  expect(iso(startOf('2021-02'))).toBe('2021-02-01T12:00:00.000Z');
});
