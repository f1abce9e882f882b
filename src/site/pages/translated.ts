/** What a visitor sees first, in each language but English: a script of its own, which only those who read the language ask for. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Resume } from '../../../data/types.ts';
import type { TranslatedPage } from '../../app/welcome.ts';
import { createSpeech, english, type Speech } from '../../locales/speech.ts';
import { bundleAlone } from '../bundle-alone.ts';
import { LOCALE } from '../chunks.ts';
import { barHtml, dockHtml, mastheadHtml, terminalHtml } from './screen.ts';

/** A script of the site, in the folder of what the page loads. */
export interface TranslatedFile {
  readonly language: string;
  /** It holds the hash of the text. */
  readonly name: string;
  readonly code: string;
}

const folder = fileURLToPath(new URL('../../locales/', import.meta.url));

const speeches = (): readonly Speech[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => createSpeech(name.slice(0, -'.json'.length), new Map(Object.entries(JSON.parse(readFileSync(folder + name, 'utf8'))))));

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The texts between the tags, in order. */
const textsOf = (html: string): readonly string[] =>
  html
    .split(/<[^>]*>/)
    .filter((text) => text !== '')
    .map((text) => text.replace(/&(\w+|#39);/g, (_entity, name: string) => entities[name] ?? ''));

/** The inside of a part of the page, in English and in another language: what differs. */
const differences = (id: string, make: (speech: Speech) => string, speech: Speech): TranslatedPage['parts'][number] => {
  const inside = (html: string): readonly string[] => textsOf(html.slice(html.indexOf(`id="${id}"`)).replace(/^[^>]*>/, ''));
  const before = inside(make(english));
  return [id, inside(make(speech)).flatMap((text, number) => (text === before[number] ? [] : [[number, text] as const]))];
};

/** The links and buttons of the template, and the first screen's parts, in this language. */
const translated = (resume: Resume, template: string, speech: Speech): TranslatedPage => ({
  language: speech.language,
  labels: [...template.matchAll(/<(?:a|button|span) id="([\w-]+)"[^>]*>([^<]+)</g)].map(([, id = '', text = '']) => [
    id,
    speech.translate(text),
  ]),
  parts: [
    differences('first', (spoken) => mastheadHtml(resume, spoken), speech),
    differences('screen', (spoken) => terminalHtml(resume, spoken), speech),
    differences('dock', (spoken) => dockHtml(resume, spoken), speech),
    differences('since', (spoken) => barHtml(resume, spoken), speech),
  ],
});

/** The scripts of all languages. */
export const translatedFiles = (resume: Resume, template: string): Promise<readonly TranslatedFile[]> =>
  Promise.all(
    speeches().map(async (speech) => {
      const define = { __TRANSLATED__: JSON.stringify(translated(resume, template, speech)) };
      const code = await bundleAlone('../browser/arrival/translated.ts', define);
      const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
      return { language: speech.language, name: `${LOCALE}${speech.language}-first-${hash}.js`, code };
    }),
  );
