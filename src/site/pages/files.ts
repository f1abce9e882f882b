/** The small files beside the pages: for crawlers, language models, installers and people at a terminal. */
import type { Resume } from '../../../data/types.ts';
import { resumeAnsi } from '../../career/forms/ansi.ts';
import { escapeHtml } from '../../career/forms/html.ts';
import { jsonResumeText } from '../../career/forms/json-resume.ts';
import { resumeText } from '../../career/forms/text.ts';
import { vcard } from '../../career/forms/vcard.ts';
import type { SitePage } from './pages.ts';

/** What the files are made from. */
export interface SiteFacts {
  readonly resume: Resume;
  readonly pages: readonly SitePage[];
  readonly address: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const sitemap = ({ pages }: SiteFacts, address: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.map(({ path }) => `  <url><loc>${escapeHtml(address + path)}</loc></url>`).join('\n')}
</urlset>
`;

const robots = (address: string | undefined): string =>
  `User-agent: *\nAllow: /\n${address === undefined ? '' : `Sitemap: ${address}sitemap.xml\n`}`;

/** A text escaped for Markdown, inside links too. */
const markdown = (text: string): string => text.replaceAll(/[\\`*_[\]<>]/g, (sign) => `\\${sign}`);

const llms = ({ pages, address = '' }: SiteFacts): string => {
  const [home, ...entries] = pages;
  const links = entries.map(({ title, path, description }) => `- [${markdown(title)}](${address}${path}): ${markdown(description)}\n`);
  return `# ${markdown(home?.title ?? '')}

> ${markdown(home?.description ?? '')}

- [The whole résumé as plain text](${address}resume.txt)
- [The same as JSON Resume](${address}resume.json)
${links.length === 0 ? '' : `\n## Entries\n\n${links.join('')}`}`;
};

const manifest = ({ pages: [home], resume: { person, language } }: SiteFacts): string =>
  JSON.stringify({
    ...(language === undefined ? {} : { lang: language }),
    name: home?.title,
    short_name: person.name ?? 'cvsh',
    description: home?.description,
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#0e0f11',
    theme_color: '#0e0f11',
    icons: [
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      ...[192, 512].map((size) => ({ src: `icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png' })),
    ],
  });

/** The text of each file, by its name. Without an address of the site, files that need one are left out. */
export const siteFiles = (facts: SiteFacts): ReadonlyMap<string, string> => {
  const { resume, address, now } = facts;
  const card = vcard(resume);
  return new Map([
    ['resume.json', jsonResumeText(resume)],
    ['resume.txt', resumeText(resume, now)],
    ['resume.ans', resumeAnsi(resume, now)],
    ['robots.txt', robots(address)],
    ['llms.txt', llms(facts)],
    ['manifest.webmanifest', manifest(facts)],
    ...(card === undefined ? [] : [['resume.vcf', card] as const]),
    ...(address === undefined ? [] : [['sitemap.xml', sitemap(facts, address)] as const]),
  ]);
};
