/** Numbers as programs show them. */
import { describe, expect, test } from 'vitest';
import { count, duration, percent, short } from '../../../src/exhibits/stage/figures.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [6144, '6,144'],
  [150e9, '150,000,000,000'],
])('count(%d) is %s', (value, text) => expect(count(value)).toBe(text));

test.each([
  [0, '0'],
  [0.125, '0.125'],
  [162.76, '163'],
  [999.6, '1 k'],
  [1234, '1.23 k'],
  [24_414_062, '24.4 M'],
  [150e9, '150 B'],
  [3e12, '3 T'],
])('short(%d) is %s', (value, text) => expect(short(value)).toBe(text));

test.each([
  [0.484, '48 %'],
  [1, '100 %'],
  [0 / 0, '0 %'],
])('percent(%d) is %s', (share, text) => expect(percent(share)).toBe(text));

describe('a duration in seconds', () => {
  test.each([
    [0.00008, '80 µs'],
    [0.35, '350 ms'],
    [4.2, '4.2 s'],
    [59.99, '1 min'],
    [60, '1 min'],
    [725, '12 min 5 s'],
    [3599.9, '1 h'],
    [7230, '2 h 1 min'],
    [273_600, '3 d 4 h'],
    [172_799, '2 d'],
    [Number.POSITIVE_INFINITY, '–'],
  ])('%d is %s', (seconds, text) => expect(duration(seconds)).toBe(text));
});
