/** The page for an address that does not exist: it says so, and lists the pages that do. */
import { escapeHtml } from '../../career/forms/html.ts';
import type { SitePage } from './pages.ts';

/** The whole page. `base` is the site's root, absolute; `styles` are the addresses of its style sheets below it. */
export const notFoundPage = (pages: readonly SitePage[], base: string, styles: readonly string[], csp: string): string => `<!doctype html>
<html lang="en" data-view="plain">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="dark light" />
    <meta name="robots" content="noindex" />
    <meta http-equiv="Content-Security-Policy" content="${csp}" />
    <title>No such file or directory</title>
    <link rel="icon" href="${base}favicon.svg" type="image/svg+xml" />
    ${styles.map((style) => `<link rel="stylesheet" href="${base}${style}" />`).join('\n    ')}
  </head>
  <body>
    <main id="plain">
      <h1><code>cd: No such file or directory</code></h1>
      <p>There is nothing at this address. What there is:</p>
      <ul>
        ${pages.map(({ path, title }) => `<li><a href="${base}${escapeHtml(path)}">${path === '' ? 'The shell' : `<bdi>${escapeHtml(title)}</bdi>`}</a></li>`).join('\n        ')}
      </ul>
    </main>
  </body>
</html>
`;
