/** What a visitor sees first, in each language but English: a script of its own, which only those who read the language ask for. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Resume } from '../../../data/types.ts';
import { NARROW, type TranslatedPage, WIDE, welcomeLines } from '../../app/welcome.ts';
import { createSpeech, type Speech } from '../../locales/speech.ts';
import { bundleAlone } from '../bundle-alone.ts';
import { LOCALE } from '../chunks.ts';
import { classesOf } from './screen.ts';

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

/** The links and buttons of the template, and the first screen, in this language. */
const translated = (resume: Resume, template: string, speech: Speech): TranslatedPage => ({
  language: speech.language,
  labels: [...template.matchAll(/<(?:a|button) id="([\w-]+)"[^>]*>([^<]+)</g)].map(([, id = '', text = '']) => [
    id,
    speech.translate(text),
  ]),
  layouts: (
    [
      ['wide', WIDE],
      ['narrow', NARROW],
    ] as const
  ).map(([name, [columns, rows]]) => [
    name,
    welcomeLines(resume, columns, rows, speech).map((line) =>
      line.map(({ text, style = {} }) => {
        const look = [classesOf(style).join(' '), style.lang ?? '', style.run ?? ''] as const;
        return look.join('') === '' ? [text] : [text, ...look];
      }),
    ),
  ]),
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
