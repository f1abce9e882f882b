/** The languages there are: English in the code, and each other one as a file of src/locales, loaded when it is asked for. */
import { localeName } from '../locales/speech.ts';
import { type Catalogue, useCatalogue } from '../term/say.ts';

const files = import.meta.glob<Readonly<Record<string, string>>>('../locales/*.json', { import: 'default' });

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.json'.length);

const loaders = new Map(Object.entries(files).map(([path, load]) => [nameOf(path), load]));

/** The language in which the code is written. */
export const ENGLISH = 'en';
const english: Catalogue = new Map();
const loaded = new Map<string, Catalogue>([[ENGLISH, english]]);

/** A language that is here, by a tag (`id-ID`, BCP 47) or a locale's name (`id_ID.UTF-8`, POSIX 8.2); undefined for any other. */
const known = (name: string): string | undefined => {
  const tag = name.replace(/[.@].*/, '').replaceAll('_', '-');
  const found = [tag, tag.replace(/-.*/, '')].find((language) => language === ENGLISH || loaders.has(language));
  return found ?? (/^(C|POSIX)$/.test(tag) ? ENGLISH : undefined);
};

/** Speaks a language from now on; one that cannot be loaded stays English. */
export const speak = (language: string): Promise<void> | undefined => {
  const catalogue = loaded.get(language);
  if (catalogue) {
    useCatalogue(catalogue);
    return undefined;
  }
  return loaders
    .get(language)?.()
    .then(
      (sentences) => void loaded.set(language, new Map(Object.entries(sentences))),
      () => {},
    )
    .then(() => useCatalogue(loaded.get(language) ?? english));
};

/** The value of a variable. */
type Variable = (name: string) => string | undefined;

let asked = { name: '', language: ENGLISH };

const languageOf = (variable: Variable): string => {
  const name = localeName(variable);
  if (name !== asked.name) asked = { name, language: known(name) ?? ENGLISH };
  return asked.language;
};

/** Speaks from now on as these variables say; English for a locale that is not here, as for none. A promise while a catalogue is on its way. */
export const speakAs = (variable: Variable): Promise<void> | undefined => speak(languageOf(variable));
