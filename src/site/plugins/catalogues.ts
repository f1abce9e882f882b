/** Keeps each language in one file, which the page's thread and the shell's both fetch: bundled, each would have one of its own. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { LOCALE } from '../chunks.ts';

const MARK = '\0catalogue:';

/** The built file of a language, with its text. */
const built = (path: string): { readonly name: string; readonly text: string } => {
  const text = JSON.stringify(JSON.parse(readFileSync(`${path}.json`, 'utf8')));
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { name: `${LOCALE}${basename(path)}-${hash}.json`, text };
};

/** The plugin; the page's build `emits` the files. What is imported is a function that fetches, so that it can be tried again. */
export const catalogues = (emits: boolean): Plugin => ({
  name: 'cvsh-catalogues',
  enforce: 'pre',
  apply: 'build',
  async resolveId(source, importer) {
    if (!/\/locales\/[\w-]+\.json$/.test(source)) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    // The path without its end: what ends in .json is made a module of by Vite itself.
    return found && MARK + found.id.slice(0, -'.json'.length);
  },
  load(id) {
    if (!id.startsWith(MARK)) return null;
    const { name, text } = built(id.slice(MARK.length));
    if (emits) this.emitFile({ type: 'asset', fileName: `assets/${name}`, source: text });
    return `export default () => fetch(import.meta.url.replace(/[^/]*$/, ${JSON.stringify(name)})).then((file) => file.json());`;
  },
});
