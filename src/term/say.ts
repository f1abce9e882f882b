/** The product's sentences in the reader's language: the English one in the code is the key, as in gettext(3). */

/** English sentences with what they are in another language; `{0}`, `{1}` stand for values, in whatever order. */
export type Catalogue = ReadonlyMap<string, string>;

/** What `satisfies Sentences` marks as keys: texts that are translated where they are shown, not where they stand. */
export type Sentences = string | readonly Sentences[] | { readonly [name: string]: Sentences };

let current: Catalogue = new Map();

/** Speaks by this catalogue from now on, as setlocale(3) does; the empty one is English. */
export const useCatalogue = (catalogue: Catalogue): void => {
  current = catalogue;
};

/** The sentence in the current language; itself where the catalogue does not have it. */
export const translate = (sentence: string): string => current.get(sentence) ?? sentence;

/** A key with `{0}`, `{1}` for its values, translated and filled in. */
export const phrase = (key: string, values: readonly unknown[]): string =>
  translate(key).replace(/\{(\d)\}/g, (_, index) => `${values[index]}`);

/** Tags a sentence with values in it: say`no such job: ${id}` has the key `no such job: {0}`. */
export const say = (parts: readonly string[], ...values: readonly (string | number | undefined)[]): string =>
  phrase(
    parts.reduce((key, part, index) => `${key}{${index - 1}}${part}`),
    values,
  );

/** The one of two sentences that goes with a number: English has a singular. */
export const plural = (count: number, one: string, other: string): string => (count === 1 ? one : other);
