/** The page for an address that does not exist: it says so, and lists the pages that do. */
import { spanText } from '../../career/dates.ts';
import type { Entry } from '../../career/entries/entry.ts';
import { escapeHtml } from '../../career/forms/html.ts';
import type { SitePage } from './pages.ts';

/** Where the page and all that it needs are. */
export interface NotFoundSite {
  /** The site's root, absolute. */
  readonly base: string;
  /** Style sheets, and the script that guesses what was meant, below the root. */
  readonly styles: readonly string[];
  readonly script: string;
  readonly policy: string;
}

const bdi = (text: string): string => `<bdi>${escapeHtml(text)}</bdi>`;

/** An entry as whose it is, what, and when. */
const row = (address: string, { title, facts }: Entry): string => {
  const employer = facts.find(({ label }) => label === 'Employer');
  const dates = facts.find((fact) => fact.dates)?.dates;
  const name = employer
    ? `<a href="${address}">${bdi(employer.text)}</a><span>, ${bdi(title)}</span>`
    : `<a href="${address}">${bdi(title)}</a>`;
  return `<li><h3>${name}</h3>${dates ? `<p class="when"><span class="dates">${escapeHtml(spanText(...dates))}</span></p>` : ''}</li>`;
};

/** The whole page. */
export const notFoundPage = (pages: readonly SitePage[], { base, styles, script, policy }: NotFoundSite): string => {
  const address = ({ path }: SitePage): string => `${base}${escapeHtml(path)}`;
  const rows = pages.flatMap((page) => (page.entry ? [row(address(page), page.entry)] : []));
  return `<!doctype html>
<html lang="en" data-view="plain">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="dark light" />
    <meta name="robots" content="noindex" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <title>No such page</title>
    <link rel="icon" href="${base}favicon.svg" type="image/svg+xml" />
    ${styles.map((style) => `<link rel="stylesheet" href="${base}${style}" />`).join('\n    ')}
    <script type="module" src="${base}${script}"></script>
  </head>
  <body>
    <main id="plain">
      <nav id="to-terminal-line" aria-label="Résumé"><a id="to-terminal" href="${base}">Open the terminal</a> <a href="${base}?plain">The whole résumé</a></nav>
      <header>
        <h1>No such page</h1>
        <p id="complaint" class="when"><code>cd: No such file or directory</code></p>
        <p id="meant" class="lead" hidden>Did you mean <a href="${base}"></a>?</p>
      </header>
      <section class="pages">
        <h2>What there is</h2>
        <ul>
          ${rows.join('\n          ')}
        </ul>
      </section>
    </main>
  </body>
</html>
`;
};
