/** The build's own part: checks the data, prerenders the pages with the terminal's first screen, and writes what goes beside them. */
import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';
import { resume as own } from '../../data/resume.ts';
import type { Resume } from '../../data/types.ts';
import { HOME, prompt } from '../app/prompt.ts';
import { NARROW, WIDE, welcomeLines } from '../app/welcome.ts';
import { escapeHtml } from '../career/forms/html.ts';
import { jsonLdText } from '../career/forms/json-ld.ts';
import { bundleAlone } from './bundle-alone.ts';
import { errorWithoutStack, faultMessage } from './check/report.ts';
import { LOCALE } from './chunks.ts';
import { siteFiles } from './pages/files.ts';
import { headTags, siteAddress } from './pages/head.ts';
import { notFoundPage } from './pages/not-found.ts';
import { type SitePage, sitePages } from './pages/pages.ts';
import { screenHtml } from './pages/screen.ts';
import { directions } from './plugins/directions.ts';
import { licences } from './plugins/licences.ts';
import { listings } from './plugins/listings.ts';
import { trim } from './plugins/trim.ts';
import { contentSecurityPolicy, headersFile } from './policy.ts';

const screen = (resume: Resume, columns: number, rows: number, name: string): string => {
  const lines = screenHtml(welcomeLines(resume, columns, rows));
  const start = screenHtml([prompt(HOME, HOME, 0, columns)]);
  return `<pre class="${name}" aria-hidden="true"><span class="lines">${lines}</span>\n${start}<span class="echo"></span><span class="caret"> </span></pre>`;
};

/** Style sheets at the body's end do not hold up what stands above them; the inline script has the styles for that. */
const styleSheetsLast = (html: string): string => {
  const links = html.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
  return links.reduce((page, link) => page.replace(link, ''), html).replace('</body>', () => `${links.join('')}</body>`);
};

/** The page's own script is only fetched; the inline one runs it when the first frame is there. */
const scriptLater = (html: string): string =>
  html.replace(
    /<script type="module"[^>]* src="([^"]*(?:\/main\.ts|\/index-[^"/]*\.js)[^"]*)"><\/script>/,
    '<link id="entry" rel="preload" as="script" crossorigin href="$1" />',
  );

/** The way from a page to the site's root. */
const upFrom = ({ path }: SitePage): string => '../'.repeat(path.split('/').length - 1) || './';

/** The parts of index.html that differ from page to page, between marks so that they can be exchanged. */
const slots = (page: SitePage, resume: Resume, address: string | undefined): ReadonlyMap<string, string> =>
  new Map([
    ['title', `<title>${escapeHtml(page.title)}</title>`],
    ['head', headTags(page, upFrom(page), address)],
    ['resume', page.main],
    ['data', `<script type="application/ld+json">${jsonLdText(resume)}</script>`],
  ]);

const fill = (html: string, parts: ReadonlyMap<string, string>): string =>
  [...parts].reduce((page, [name, text]) => page.replace(`<!--${name}-->`, () => text), html);

/** Another page made from the built index.html, whose relative addresses begin one or more folders higher. */
const variant = (index: string, before: ReadonlyMap<string, string>, page: SitePage, after: ReadonlyMap<string, string>): string => {
  const exchanged = [...before].reduce((html, [name, text]) => html.replace(text, () => after.get(name) ?? ''), index);
  return exchanged
    .replace('<html lang="en"', () => `<html lang="en" data-line="${escapeHtml(page.line)}"`)
    .replaceAll(/(src|href)="\.\/(?=assets\/)/g, (_match, name: string) => `${name}="${upFrom(page)}`)
    .replace('id="to-terminal" href="./"', () => `id="to-terminal" href="${upFrom(page)}"`);
};

const sourceOf = (bundle: Rolldown.OutputBundle, name: string): string => {
  const file = bundle[name];
  return file?.type === 'asset' ? String(file.source) : '';
};

/** The plugins that vite.config.ts uses; the page itself imports its résumé by itself. */
export const site = (resume: Resume = own): Plugin[] => {
  let served = false;
  let base = './';
  let early = '';
  let hash = '';
  let address: string | undefined;
  // What is made of the data waits until the data is known to be sound.
  let pages: readonly SitePage[] = [];
  const home = (): SitePage => pages[0] as SitePage;

  const prerender: Plugin = {
    name: 'cvsh-prerender',
    configResolved: (config) => {
      served = config.command === 'serve';
      base = config.base;
      const faults = faultMessage(resume);
      if (faults !== undefined) throw errorWithoutStack(faults);
      address = siteAddress(resume.site);
      pages = sitePages(resume);
    },
    async buildStart() {
      early = await bundleAlone('../browser/arrival/early.ts');
      hash = `sha256-${createHash('sha256').update(early).digest('base64')}`;
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        fill(html, slots(home(), resume, address))
          .replace('<!--policy-->', () =>
            served ? '' : `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(hash).join('; ')}" />`,
          )
          .replace('>A résumé that is a shell</h1>', () => `>${escapeHtml(home().title)}</h1>`)
          .replace('<!--early-->', () => `<script>${early}</script>`)
          .replace(
            '<!--screen-->',
            () => `<div id="screen">${screen(resume, ...WIDE, 'wide')}${screen(resume, ...NARROW, 'narrow')}</div>`,
          ),
    },
  };

  const order: Plugin = {
    name: 'cvsh-order',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const built = (start: string): string => Object.keys(bundle).find((name) => name.startsWith(`assets/${start}`)) ?? '';
        const thread = served ? '/src/browser/host/shell-worker.ts?worker_file&type=module' : base + built('shell-worker-');
        return styleSheetsLast(scriptLater(html)).replace(
          '<!--later-->',
          `<link id="later" rel="prefetch-later" href="${base}${built('engine-')}" /><link id="thread" rel="prefetch-later" href="${thread}" />`,
        );
      },
    },
  };

  const beside: Plugin = {
    name: 'cvsh-files',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const index = sourceOf(bundle, 'index.html');
      if (index === '') return;
      const before = slots(home(), resume, address);
      const emit = (fileName: string, source: string | Uint8Array): void => void this.emitFile({ type: 'asset', fileName, source });
      for (const page of pages.slice(1)) emit(`${page.path}index.html`, variant(index, before, page, slots(page, resume, address)));
      for (const [name, text] of siteFiles({ resume, pages, address, now: Date.now() })) emit(name, text);
      // A card's address must be absolute to be of use.
      if (address !== undefined) {
        const { cardPng } = await import('./pages/card.ts');
        for (const page of pages) emit(`${page.path}card.png`, cardPng(page));
      }
      const styles = Object.keys(bundle).filter((name) => name.endsWith('.css'));
      const root = base === './' ? '/' : base;
      emit('404.html', notFoundPage(pages, root, styles, contentSecurityPolicy(hash).join('; ')));
      emit('_headers', headersFile(hash));
      // Whoever speaks English has no use for another language's file.
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !name.startsWith(`assets/${LOCALE}`));
      const listed = [
        './',
        'favicon.svg',
        'manifest.webmanifest',
        'resume.json',
        'resume.txt',
        ...pages.slice(1).map(({ path }) => path),
        ...files,
      ];
      const version = createHash('sha256').update(index).update(listed.join()).digest('hex').slice(0, 12);
      const define = { __VERSION__: JSON.stringify(version), __FILES__: JSON.stringify(listed) };
      emit('sw.js', await bundleAlone('../browser/offline/service-worker.ts', define));
      if (address === undefined)
        this.info('no site address is set (SITE_URL, or `site` in data/resume.ts): no sitemap, canonical links or cards');
    },
  };
  return [directions(resume), ...trim(), listings(), prerender, order, beside, licences()];
};
