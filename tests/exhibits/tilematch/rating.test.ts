/** Ratings and the queue: who is matched with whom, and what a result does. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { change, pairUp, type Waiting, windowOf } from '../../../src/exhibits/tilematch/match.ts';

const queues: fc.Arbitrary<Waiting[]> = fc
  .array(fc.record({ rating: fc.integer({ min: 800, max: 1600 }), since: fc.integer({ min: 0, max: 20_000 }) }), { maxLength: 30 })
  .map((waiting) => waiting.map((one, i) => ({ ...one, id: String(i) })));

describe('the queue', () => {
  test('pairs nobody twice, and only those who are in each other’s window', () => {
    fc.assert(
      fc.property(queues, (queue) => {
        const pairs = pairUp(queue, 20_000);
        const ids = pairs.flatMap(([one, other]) => [one.id, other.id]);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [one, other] of pairs)
          expect(Math.abs(one.rating - other.rating)).toBeLessThanOrEqual(Math.min(windowOf(one, 20_000), windowOf(other, 20_000)));
      }),
    );
  });

  test('leaves at most one behind in the end', () => {
    fc.assert(
      fc.property(queues, (queue) => {
        expect(pairUp(queue, 3_600_000)).toHaveLength(Math.floor(queue.length / 2));
      }),
    );
  });

  test.each([
    [0, 40],
    [1000, 80],
    [10_000, 440],
  ])('after %i ms a window is %i points wide at each side', (now, points) => {
    expect(windowOf({ id: 'a', rating: 1200, since: 0 }, now)).toBe(points);
  });
});

test.each([
  [1200, 1200, 1, 16],
  [1200, 1200, 0.5, 0],
  [1600, 1200, 1, 3],
  [1200, 1600, 1, 29],
  [1200, 1600, 0, -3],
])('%i against %i with a score of %d changes by %i', (own, other, score, points) => {
  expect(change(own, other, score)).toBe(points);
});
