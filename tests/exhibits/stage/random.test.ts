/** The seeded generator: repeatable, uniform enough, and fair. */
import { expect, test } from 'vitest';
import { Random } from '../../../src/exhibits/stage/random.ts';

const draws = (seed: number, count: number): number[] => {
  const random = new Random(seed);
  return Array.from({ length: count }, () => random.next());
};

test('the same seed gives the same numbers', () => {
  expect(draws(7, 100)).toEqual(draws(7, 100));
});

test('near seeds, and seeds that differ only above 2³², part company', () => {
  expect(draws(7, 4)).not.toEqual(draws(8, 4));
  expect(draws(7, 4)).not.toEqual(draws(7 + 2 ** 32, 4));
});

test('a copy goes on by itself from the same place', () => {
  const random = new Random(3);
  random.next();
  const copy = random.clone();
  expect(copy.next()).toBe(random.next());
  copy.next();
  expect(copy.next()).not.toBe(random.next());
});

test('every tenth of the unit interval gets about a tenth of the draws', () => {
  const tenths = new Array<number>(10).fill(0);
  for (const draw of draws(1, 20_000)) tenths[Math.floor(draw * 10)] = (tenths[Math.floor(draw * 10)] ?? 0) + 1;
  for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(200);
});

test('whole numbers stay within their bounds and reach both ends', () => {
  const random = new Random(5);
  const drawn = new Set(Array.from({ length: 1_000 }, () => random.integer(3, 7)));
  expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
});

test('a shuffle loses nothing and leaves the original alone', () => {
  const items = [1, 2, 3, 4, 5];
  const shuffled = new Random(9).shuffle(items);
  expect([...shuffled].sort()).toEqual(items);
  expect(items).toEqual([1, 2, 3, 4, 5]);
});

test('nothing can be picked from nothing', () => {
  expect(() => new Random(1).pick([])).toThrow(RangeError);
});

test('exponential waits have the mean that was asked for', () => {
  const random = new Random(11);
  const total = Array.from({ length: 20_000 }, () => random.exponential(50)).reduce((sum, wait) => sum + wait, 0);
  expect(total / 20_000).toBeGreaterThan(48);
  expect(total / 20_000).toBeLessThan(52);
});
