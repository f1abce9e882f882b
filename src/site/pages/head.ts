/** The head of a page, for those who share or find it: description, canonical link, Open Graph, icons. */
import { escapeHtml } from '../../career/forms/html.ts';
import { errorWithoutStack } from '../check/report.ts';
import type { SitePage } from './pages.ts';

const isAddress = (text: string): boolean => {
  if (/[\s\p{C}]/u.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username + password + search + hash === '';
};

/** The site's own address, ending in a slash; undefined if it is not known, and then nothing absolute is written. */
export const siteAddress = (configured: string | undefined): string | undefined => {
  const address = process.env['SITE_URL'] || configured;
  if (!address) return undefined;
  if (!isAddress(address))
    throw errorWithoutStack(
      `SITE_URL: '${address}' is not the web address of a site. Use one such as https://example.org/, without a question mark or #.`,
    );
  return address.endsWith('/') ? address : `${address}/`;
};

const meta = (name: string, content: string): string =>
  `<meta ${name.startsWith('og:') ? 'property' : 'name'}="${name}" content="${escapeHtml(content)}" />`;

/** The tags of one page, of which `og:` ones stand for X's too; `up` leads from it to the site's root. */
export const headTags = ({ title, description, path }: SitePage, up: string, address: string | undefined): string =>
  [
    meta('description', description),
    meta('og:type', path === '' ? 'profile' : 'article'),
    meta('og:title', title),
    meta('og:description', description),
    meta('twitter:card', 'summary_large_image'),
    ...(address === undefined
      ? []
      : [
          meta('og:url', address + path),
          meta('og:image', `${address}${path}card.png`),
          meta('og:image:width', '1200'),
          meta('og:image:height', '630'),
          meta('og:image:alt', title),
          `<link rel="canonical" href="${escapeHtml(address + path)}" />`,
        ]),
    meta('theme-color', '#0e0f11'),
    `<link rel="icon" href="${up}favicon.svg" type="image/svg+xml" />`,
    `<link rel="apple-touch-icon" href="${up}apple-touch-icon.png" />`,
    `<link rel="manifest" href="${up}manifest.webmanifest" />`,
    `<link rel="alternate" type="application/json" href="${up}resume.json" title="JSON Resume" />`,
  ].join('\n    ');
