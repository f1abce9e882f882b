/** The sentences of the product in each language: all of them, none that is gone, and marked up as in English. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { allKeys } from './keys.ts';
import { staticTexts } from './specification-texts.ts';

/** What a translation may not change: it may come in another order, and more than once. */
const kept: Readonly<Record<string, RegExp>> = {
  'runnable lines in backquotes': /`[^`]*`/g,
  'words in quotes': /(?<!\p{L})'[^']+'(?!\p{L})/gu,
  'values put in': /\{\d\}/g,
  options: /(?<![\p{L}\d])--?[a-z][a-z-]*/giu,
  'names in capitals': /\p{Lu}[\p{Lu}\d_]+/gu,
  'variables and directives': /[%$][\p{L}\d]+/gu,
  escapes: /\\./g,
  figures: /\d+/g,
};

/** Headings and single words in capitals are words, not names. */
const isHeading = (text: string): boolean => text === text.toUpperCase();

const marksOf = (text: string, pattern: RegExp): string[] => [...new Set(text.match(pattern) ?? [])].sort();

const endOf = (text: string): string => /[.:;!?…]$/.exec(text)?.[0] ?? '';

const files = import.meta.glob<Readonly<Record<string, string>>>('../../src/locales/*.json', { import: 'default', eager: true });

const languages = Object.entries(files).map(
  ([path, sentences]) => [path.replace(/^.*\/|\.json$/g, ''), new Map(Object.entries(sentences))] as const,
);

/** What the code says, by the file in which it stands. */
const said = allKeys(join(import.meta.dirname, '..', '..', 'src'));

let english: ReadonlySet<string>;

beforeAll(async () => {
  english = new Set((await staticTexts()).map(({ text }) => text));
}, 60_000);

describe.each(languages)('%s', (_, catalogue) => {
  let pairs: readonly (readonly [key: string, text: string])[];

  beforeAll(() => {
    pairs = [...catalogue].filter(([key]) => english.has(key) && !isHeading(key));
  });

  test('says every sentence that a specification holds', () => {
    expect([...english].filter((text) => !catalogue.has(text))).toEqual([]);
  });

  test('says every sentence of the code', () => {
    expect([...said].filter(([key]) => !catalogue.has(key)).map(([key, file]) => `${file}: ${key}`)).toEqual([]);
  });

  test('holds no sentence that nothing says', () => {
    expect([...catalogue.keys()].filter((key) => !english.has(key) && !said.has(key))).toEqual([]);
  });

  test('puts in the values that English puts in, and no others', () => {
    const values = (text: string): string => marksOf(text, /\{\d\}/g).join();
    expect([...catalogue].filter(([key, text]) => values(key) !== values(text))).toEqual([]);
  });

  test('leaves no sentence empty, or with a margin that English does not have', () => {
    expect(pairs.filter(([key, text]) => text.trim() === '' || (text !== text.trim() && key === key.trim()))).toEqual([]);
  });

  test.each(Object.entries(kept))('keeps %s', (_, pattern) => {
    const changed = pairs.filter(([key, text]) => marksOf(key, pattern).join() !== marksOf(text, pattern).join());
    expect(changed).toEqual([]);
  });

  test('ends sentences as English does', () => {
    expect(pairs.filter(([key, text]) => endOf(key) !== endOf(text))).toEqual([]);
  });

  test('is sorted, so that two people’s changes meet seldom', () => {
    expect([...catalogue.keys()]).toEqual([...catalogue.keys()].sort());
  });
});
