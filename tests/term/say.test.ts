/** Sentences in the reader's language: keys, values, and what is said where a catalogue has nothing. */
import { afterEach, expect, it } from 'vitest';
import { phrase, plural, say, translate, useCatalogue } from '../../src/term/say.ts';

afterEach(() => useCatalogue(new Map()));

const speak = (sentences: Readonly<Record<string, string>>): void => useCatalogue(new Map(Object.entries(sentences)));

it('says what stands in the code until a catalogue is there', () => {
  expect(translate('no such job')).toBe('no such job');
  expect(say`no such job: ${7}`).toBe('no such job: 7');
  expect(say`${'a'} and ${'b'}`).toBe('a and b');
});

it('finds a sentence by its English, with numbers for its values', () => {
  speak({ 'no such job: {0}': 'tidak ada tugas: {0}', help: 'bantuan' });
  expect(say`no such job: ${7}`).toBe('tidak ada tugas: 7');
  expect(translate('help')).toBe('bantuan');
  expect(translate('toString')).toBe('toString');
});

it('lets a translation put the values in another order, or leave one out', () => {
  speak({ '{0} of {1}': 'dari {1}: {0}', '{0} by {1}': 'oleh {1}' });
  expect(say`${3} of ${9}`).toBe('dari 9: 3');
  expect(say`${'made'} by ${'hand'}`).toBe('oleh hand');
});

it('takes a value as it is, whatever stands in it', () => {
  speak({ 'not here: {0}': 'tidak ada: {0}' });
  expect(say`not here: ${'{0} $& $1 {1}'}`).toBe('tidak ada: {0} $& $1 {1}');
  expect(phrase('{0}: {1}', ['{1}', 'x'])).toBe('{1}: x');
});

it('has a singular where English has one', () => {
  const lines = (count: number): string => plural(count, say`${count} line`, say`${count} lines`);
  expect([lines(0), lines(1), lines(2)]).toEqual(['0 lines', '1 line', '2 lines']);
  speak({ '{0} line': '{0} baris', '{0} lines': '{0} baris' });
  expect([lines(0), lines(1), lines(2)]).toEqual(['0 baris', '1 baris', '2 baris']);
});
