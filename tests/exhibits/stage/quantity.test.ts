/** Numbers and words given as options. */
import { expect, test } from 'vitest';
import { oneOf, quantity } from '../../../src/exhibits/stage/quantity.ts';
import { UsageError } from '../../../src/os/failure.ts';

const bounds = { least: 1, most: 1e12, normal: 7 };

test.each([
  [undefined, 7],
  ['1e6', 1_000_000],
  ['12', 12],
])('%s gives %d', (text, value) => expect(quantity('records', text, bounds)).toBe(value));

test.each(['', ' ', 'x', '0', '-3', '1.5', '1e13', 'NaN', 'Infinity'])('«%s» is wrong usage', (text) => {
  expect(() => quantity('records', text, bounds)).toThrow(
    new UsageError(`invalid records: '${text}': must be a whole number from 1 to 1000000000000`),
  );
});

test('a fraction is fine where it is welcome', () => {
  expect(quantity('faults', '0.5', { least: 0, most: 1, normal: 0, fraction: true })).toBe(0.5);
});

test('a word is one of a few', () => {
  expect(oneOf('part', 'fencing', ['fencing', 'queue'])).toBe('fencing');
  expect(oneOf('part', undefined, ['fencing'])).toBe(undefined);
  expect(() => oneOf('part', '__proto__', ['fencing', 'queue'])).toThrow("invalid part: '__proto__': must be one of fencing, queue");
});
