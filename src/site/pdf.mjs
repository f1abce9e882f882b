/** Prints the built site's plain view as a tagged PDF: `npm run pdf`. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { ensureChromium } from '../../tests/chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = resolve(process.argv[2] ?? join(root, 'dist', 'resume.pdf'));
const margin = { top: '14mm', right: '16mm', bottom: '14mm', left: '16mm' };

if (!existsSync(join(root, 'dist', 'index.html'))) {
  console.error('dist/ is not there: run `npm run build` first');
  process.exit(1);
}

const base = process.env.BASE_PATH ?? '/';
const site = await preview({ root, base, appType: 'mpa', configFile: false, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
try {
  // Without scripts the page is the plain view, and stays so.
  const page = await browser.newPage({ javaScriptEnabled: false, colorScheme: 'light' });
  const missing = [];
  page.on('response', (response) => {
    if (!response.ok()) missing.push(new URL(response.url()).pathname);
  });
  // A link to another page of the site would lead to this machine: on paper it is text.
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const body = (await response.text()).replace(/<a\b([^>]*) href="(?!https?:|mailto:|tel:|#)[^"]*"/g, '<a$1');
    await route.fulfill({ response, body });
  });
  const answer = await page.goto(site.resolvedUrls.local[0]);
  if (!answer?.ok() || missing.length > 0)
    throw new Error(`dist/ was not built for this place: ${missing.join(', ')} is not there. Build and print with the same BASE_PATH.`);
  const pdf = await page.pdf({ format: 'A4', margin, tagged: true, outline: true });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, pdf);
  console.log(relative(process.cwd(), target));
} finally {
  await browser.close();
  await site.close();
}
