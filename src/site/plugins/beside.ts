/** Writes what goes beside the home page: the entries' pages, the files of the résumé, cards, headers, the service worker. */
import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';
import type { SiteBuild } from '../build.ts';
import { bundleAlone } from '../bundle-alone.ts';
import { LOCALE } from '../chunks.ts';
import { siteFiles } from '../pages/files.ts';
import { notFoundPage } from '../pages/not-found.ts';
import { headersFile } from '../policy.ts';

/** What the first screen and the shell need, besides what the page itself names. */
const FIRST =
  /\/(?:emulator|around|field|keys|theme|voice|transcript-view|engine|correction|offline|shell-worker|text|lines|not-found)[-.]/;

/** Writes a file of the site. */
type Emit = (fileName: string, source: string | Uint8Array) => void;

const sourceOf = (bundle: Rolldown.OutputBundle, name: string): string => {
  const file = bundle[name];
  return file?.type === 'asset' ? String(file.source) : '';
};

/** The script of the page for what is not there. */
const GUESS = 'assets/not-found.js';

const emitPages = async (build: SiteBuild, index: string, names: readonly string[], emit: Emit): Promise<void> => {
  for (const page of build.entries) emit(`${page.path}index.html`, build.entryHtml(page, index));
  const styles = names.filter((name) => name.endsWith('.css'));
  const base = build.base === './' ? '/' : build.base;
  emit(GUESS, await bundleAlone('../browser/page/not-found.ts'));
  emit('404.html', notFoundPage(build.pages, { base, styles, script: GUESS, policy: build.policy }));
};

/** A card needs an absolute address. */
const emitCards = async ({ pages, address, resume }: SiteBuild, emit: Emit): Promise<void> => {
  if (address === undefined) return;
  const { cardPngs } = await import('../pages/card.ts');
  const cards = await cardPngs(pages, resume);
  for (const [index, page] of pages.entries()) emit(`${page.path}card.png`, cards[index] ?? '');
};

const emitIcons = async ({ favicon }: SiteBuild, emit: Emit): Promise<void> => {
  const { iconPngs } = await import('../pages/icons.ts');
  for (const [name, png] of iconPngs(favicon)) emit(name, png);
};

/** The service worker, with the files that it keeps: all but those of other languages, which most visitors do not need. */
const serviceWorker = ({ entries }: SiteBuild, index: string, names: readonly string[]): Promise<string> => {
  const scripts = names.filter((name) => name.startsWith('assets/') && !name.startsWith(`assets/${LOCALE}`));
  const isFirst = (name: string): boolean => FIRST.test(name) || index.includes(name);
  const first = ['./', '404.html', ...scripts.filter(isFirst)];
  const fixed = ['favicon.svg', 'manifest.webmanifest', 'resume.json', 'resume.txt'];
  const later = [...fixed, ...entries.map(({ path }) => path), ...scripts.filter((name) => !isFirst(name))];
  const version = createHash('sha256')
    .update(index)
    .update([...first, ...later].join())
    .digest('hex')
    .slice(0, 12);
  const define = { __VERSION__: JSON.stringify(version), __FIRST__: JSON.stringify(first), __LATER__: JSON.stringify(later) };
  return bundleAlone('../browser/offline/service-worker.ts', define);
};

/** The plugin; without a page there is nothing to write beside it. */
export const beside = (build: SiteBuild): Plugin => ({
  name: 'cvsh-files',
  enforce: 'post',
  async generateBundle(_options, bundle) {
    const index = sourceOf(bundle, 'index.html');
    if (index === '') return;
    const names = Object.keys(bundle);
    const emit: Emit = (fileName, source) => void this.emitFile({ type: 'asset', fileName, source });
    await emitPages(build, index, names, emit);
    for (const [name, text] of siteFiles({ resume: build.resume, pages: build.pages, address: build.address, now: Date.now() }))
      emit(name, text);
    for (const { name, code } of build.translated) emit(`assets/${name}`, code);
    await emitCards(build, emit);
    await emitIcons(build, emit);
    emit('_headers', headersFile(build.hash));
    emit('sw.js', await serviceWorker(build, index, names));
    if (build.address === undefined)
      this.info('no site address is set (SITE_URL, or `site` in data/resume.ts): no sitemap, canonical links or cards');
  },
});
