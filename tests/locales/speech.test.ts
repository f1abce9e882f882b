/** Sentences in the reader's language: keys, values, and what is said where a catalogue has nothing. */
import { expect, it } from 'vitest';
import { createSpeech, english, phrase, phraseOf, type Speech } from '../../src/locales/speech.ts';

const speaking = (sentences: Readonly<Record<string, string>>): Speech => createSpeech('id', new Map(Object.entries(sentences)));

it('says what stands in the code in English', () => {
  const { say, translate } = english;
  expect(translate('no such job')).toBe('no such job');
  expect(say`no such job: ${7}`).toBe('no such job: 7');
  expect(say`${'a'} and ${'b'}`).toBe('a and b');
});

it('finds a sentence by its English, with numbers for its values', () => {
  const { say, translate } = speaking({ 'no such job: {0}': 'tidak ada tugas: {0}', help: 'bantuan' });
  expect(say`no such job: ${7}`).toBe('tidak ada tugas: 7');
  expect(translate('help')).toBe('bantuan');
  expect(translate('toString')).toBe('toString');
});

it('lets a translation put the values in another order, or leave one out', () => {
  const { say } = speaking({ '{0} of {1}': 'dari {1}: {0}', '{0} by {1}': 'oleh {1}' });
  expect(say`${3} of ${9}`).toBe('dari 9: 3');
  expect(say`${'made'} by ${'hand'}`).toBe('oleh hand');
});

it('takes a value as it is, whatever stands in it', () => {
  const { say } = speaking({ 'not here: {0}': 'tidak ada: {0}', help: 'bantuan' });
  expect(say`not here: ${'{0} $& $1 {1}'}`).toBe('tidak ada: {0} $& $1 {1}');
  expect(say`not here: ${'help'}`).toBe('tidak ada: help');
  expect(say`${'{1}'}: ${'x'}`).toBe('{1}: x');
});

it('says a phrase later, and the phrases within it', () => {
  const { translate } = speaking({ '{0} is killed': '{0} dimatikan', 'worker {0}': 'pekerja {0}', late: 'terlambat' });
  const killed = phrase`${phrase`worker ${3}`} is killed`;
  expect(english.translate(killed)).toBe('worker 3 is killed');
  expect(translate(killed)).toBe('pekerja 3 dimatikan');
  expect(translate(phrase`${phraseOf('late')}: ${phrase`worker ${1}`}`)).toBe('terlambat: pekerja 1');
});

it('is a value: two languages speak side by side', () => {
  const [one, other] = [speaking({ help: 'bantuan' }), speaking({ help: 'pitulung' })];
  expect([one.translate('help'), other.translate('help'), english.translate('help')]).toEqual(['bantuan', 'pitulung', 'help']);
});
