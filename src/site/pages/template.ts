/** index.html as the template of every page: what fills it, what another page replaces, and what moves within it. */
import type { Resume } from '../../../data/types.ts';
import { escapeHtml } from '../../career/forms/html.ts';
import { jsonLdText } from '../../career/forms/json-ld.ts';
import { headTags } from './head.ts';
import type { SitePage } from './pages.ts';
import { answerHtml, dockHtml, nextHtml, terminalHtml } from './screen.ts';

/** Texts by the names of the comments that they replace. */
export type Slots = ReadonlyMap<string, string>;

/** The relative address of the site's root from a page. */
const upFrom = ({ path }: SitePage): string => '../'.repeat(path.split('/').length - 1) || './';

/** The parts of index.html that differ from page to page; `address` is the site's own, where it is known. */
export const slotsOf = (page: SitePage, resume: Resume, address: string | undefined): Slots =>
  new Map([
    ['title', `<title>${escapeHtml(page.title)}</title>`],
    ['head', headTags(page, upFrom(page), address)],
    ['resume', page.main],
    ['screen', page.entry ? answerHtml(page.line, page.entry) : terminalHtml(resume)],
    ['dock', page.entry ? nextHtml(page.line, page.entry) : dockHtml(resume)],
    ['data', `<script type="application/ld+json">${jsonLdText(resume)}</script>`],
  ]);

/** The template with each slot filled. */
export const fill = (html: string, slots: Slots): string =>
  [...slots].reduce((page, [name, text]) => page.replace(`<!--${name}-->`, () => text), html);

/** Another page made from the built index.html, whose relative addresses begin one or more folders higher. */
export const variant = (index: string, before: Slots, page: SitePage, after: Slots): string => {
  const exchanged = [...before].reduce((html, [name, text]) => html.replace(text, () => after.get(name) ?? ''), index);
  return exchanged
    .replace('<html lang="en"', () => `<html lang="en" data-line="${escapeHtml(page.line)}"`)
    .replaceAll(/(src|href)="\.\/(?=assets\/)/g, (_match, name: string) => `${name}="${upFrom(page)}`)
    .replace('id="to-terminal" href="./"', () => `id="to-terminal" href="${upFrom(page)}"`)
    .replaceAll(/href="\.\/(?=resume\.|jobs\/|#)/g, () => `href="${upFrom(page)}`);
};

/** Moves style sheets to the end of the body, where they do not hold up the content; the inline script has the styles for that. */
export const styleSheetsLast = (html: string): string => {
  const links = html.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
  return links.reduce((page, link) => page.replace(link, ''), html).replace('</body>', () => `${links.join('')}</body>`);
};

/** Only fetches the page's own script; the inline script runs it after the first frame. */
export const scriptLater = (html: string): string =>
  html.replace(
    /<script type="module"[^>]* src="([^"]*(?:\/main\.ts|\/index-[^"/]*\.js)[^"]*)"><\/script>/,
    '<link id="entry" rel="preload" as="script" crossorigin href="$1" />',
  );
