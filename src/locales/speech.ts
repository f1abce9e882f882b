/** Sentences in the reader's language: the English one in the code is the key, as in gettext(3). */
import type { Style } from '../term/style.ts';

/** English sentences with what they are in another language; `{0}`, `{1}` stand for values, in whatever order. */
export type Catalogue = ReadonlyMap<string, string>;

/** What `satisfies Sentences` marks as keys: texts that are translated where they are shown, not where they stand. */
export type Sentences = string | readonly Sentences[] | { readonly [name: string]: Sentences };

/** A sentence that is not said yet: whoever shows it knows the language. */
export interface Phrase {
  readonly key: string;
  readonly values: readonly Value[];
}

/** What stands for `{0}`, `{1}` in a sentence. */
export type Value = string | number | undefined | Phrase;

/** A language at work. Both functions may be taken apart from it. */
export interface Speech {
  /** As BCP 47 has it, e.g. `en`. */
  readonly language: string;
  /** A sentence in this language; itself where the catalogue does not have it. */
  readonly translate: (sentence: string | Phrase) => string;
  /** Tags a sentence with values in it: say`no such job: ${id}` has the key `no such job: {0}`. */
  readonly say: (parts: readonly string[], ...values: readonly Value[]) => string;
}

/** Tags a sentence for somebody else to say, as `say` does. */
export const phrase = (parts: readonly string[], ...values: readonly Value[]): Phrase => ({
  key: parts.reduce((key, part, index) => `${key}{${index - 1}}${part}`),
  values,
});

/** A key of the catalogues as a sentence for somebody else to say. */
export const phraseOf = (key: string): Phrase => ({ key, values: [] });

/** A language with these sentences. */
export const createSpeech = (language: string, catalogue: Catalogue): Speech => {
  const translate: Speech['translate'] = (sentence) =>
    typeof sentence === 'string'
      ? (catalogue.get(sentence) ?? sentence)
      : translate(sentence.key).replace(/\{(\d)\}/g, (_, index) => {
          const value = sentence.values[index];
          return typeof value === 'object' ? translate(value) : `${value}`;
        });
  return { language, translate, say: (...sentence) => translate(phrase(...sentence)) };
};

/** The language in which the code is written. */
export const english: Speech = createSpeech('en', new Map());

/** The look of a text in this language, marked as such where it is not English. */
export const looking = ({ language }: Speech, style: Style = {}): Style =>
  language === english.language ? style : { ...style, lang: language };
