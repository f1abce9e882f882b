/** The languages: English in the code, and each other one as a file in src/locales, loaded on demand. */
import { createSpeech, english, type Speech } from '../locales/speech.ts';

type Sentences = Readonly<Record<string, string>>;

/** In the built site a language's module fetches it: see site/plugins/catalogues.ts. */
const files = import.meta.glob<Sentences | (() => Promise<Sentences>)>('../locales/*.json', { import: 'default' });

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.json'.length);

const loaders = new Map(Object.entries(files).map(([path, load]) => [nameOf(path), load]));

const loaded = new Map([[english.language, english]]);

/** A language we have, by a tag (`id-ID`, BCP 47) or the name of a locale (`id_ID.UTF-8`, POSIX 8.2); undefined for any other. */
const known = (name: string): string | undefined => {
  const tag = name.replace(/[.@].*/, '').replaceAll('_', '-');
  const found = [tag, tag.replace(/-.*/, '')].find((language) => language === english.language || loaders.has(language));
  return found ?? (/^(C|POSIX)$/.test(tag) ? english.language : undefined);
};

/** The first of the visitor's languages that we have; English if there is none. */
export const preferred = (names: readonly string[]): string =>
  names.map(known).find((language) => language !== undefined) ?? english.language;

/** The locale's name for a language, as LANG holds it: `id_ID.UTF-8`. English is the locale without customs of its own. */
export const localeOf = (tag: string): string => {
  if (tag === english.language) return 'C.UTF-8';
  const { language, region } = new Intl.Locale(tag).maximize();
  return `${language}_${region}.UTF-8`;
};

const load = async (language: string): Promise<Sentences> => {
  const found = (await loaders.get(language)?.()) ?? {};
  return typeof found === 'function' ? found() : found;
};

/**
 * The visitor's language, by tags or names of locales, the best first. A promise while its sentences are on their way; those
 * that cannot be fetched leave English, and are asked for again the next time.
 */
export const speechFor = (names: readonly string[]): Speech | Promise<Speech> => {
  const language = preferred(names);
  const known = loaded.get(language);
  if (known) return known;
  return load(language).then(
    (sentences) => {
      const speech = loaded.get(language) ?? createSpeech(language, new Map(Object.entries(sentences)));
      loaded.set(language, speech);
      return speech;
    },
    () => english,
  );
};
