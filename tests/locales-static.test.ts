/** The sentences of the specifications in each language: all of them, and marked up as in English. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import indonesian from '../src/locales/id.json' with { type: 'json' };
import { staticTexts } from './locale-texts.ts';
import { allKeys } from './locales/keys.ts';

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

const languages = [['Indonesian', new Map(Object.entries(indonesian))]] as const;

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

  test('holds no sentence that nothing says', () => {
    const keys = allKeys(join(import.meta.dirname, '..', 'src'));
    expect([...catalogue.keys()].filter((key) => !english.has(key) && !keys.has(key))).toEqual([]);
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
