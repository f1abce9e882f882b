/** @vitest-environment jsdom */
/** The files as built: what each page says of itself to those who forward and find it, and the policy it stands under. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The build that is tested; `DIST` names another. */
const built = process.env['DIST'] ?? 'dist';
const address = 'https://example.org/cv/';
const scratch = mkdtempSync(join(tmpdir(), 'cvsh-built-'));

beforeAll(() => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--outDir', scratch, '--logLevel', 'warn'],
    {
      env: { ...process.env, SITE_URL: address },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);
}, 120_000);
afterAll(() => rmSync(scratch, { recursive: true }));

/** Each page's folder, from the site's root. */
const pages = readdirSync(built, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|[\\/])index\.html$/.test(name))
  .map((name) => dirname(name).replaceAll('\\', '/'))
  .map((name) => (name === '.' ? '' : `${name}/`));

const read = (folder: string, path: string): Document =>
  new DOMParser().parseFromString(readFileSync(join(folder, path, 'index.html'), 'utf8'), 'text/html');

/** Every page's title. */
const titles = pages.map((path) => read(built, path).title);

const content = (page: Document, name: string): string | null =>
  page.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content') ?? null;

/** The types that a JSON-LD text names, at any depth. */
const typesIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => (key === '@type' ? [String(inner)] : typesIn(inner)))
    : [];

it('there is a page for the whole and one for each entry', () => {
  expect(pages).toContain('');
  expect(pages).toContain('jobs/tiktok/');
  expect(pages.length).toBeGreaterThan(10);
});

describe.each(pages)('/%s', (path) => {
  const page = read(built, path);

  it('has a title and a description of its own, the same in each tag', () => {
    expect(titles.filter((title) => title === page.title)).toHaveLength(1);
    expect(content(page, 'og:title')).toBe(page.title);
    expect(content(page, 'description')).toMatch(/^.{10,160}$/);
    expect(content(page, 'og:description')).toBe(content(page, 'description'));
    expect(content(page, 'twitter:card')).toBe('summary_large_image');
    expect(content(page, 'og:type')).toMatch(/^(profile|article)$/);
  });

  it('tells machines who this is, and what the work', () => {
    const types = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
      typesIn(JSON.parse(script.textContent ?? '')),
    );
    expect(types).toEqual(expect.arrayContaining(['Person', 'Occupation']));
  });

  it('is a document in order: language, one main, one first heading, no level left out', () => {
    expect(page.documentElement.lang).toBe('en');
    expect(page.querySelectorAll('main')).toHaveLength(1);
    const levels = [...page.querySelectorAll('#resume :is(h1, h2, h3, h4)')].map((heading) => Number(heading.tagName.slice(1)));
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(page.querySelectorAll('#resume article').length).toBeGreaterThan(0);
  });

  it('asks only for files that are there', () => {
    for (const element of page.querySelectorAll('[src], link[href], a[href]')) {
      const target = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
      if (/^(#|\?|mailto:|https?:)/.test(target)) continue;
      const file = join(built, path, target.replace(/[?#].*$/, ''));
      expect([target, existsSync(file)]).toEqual([target, true]);
    }
  });

  it('stands under the policy of the headers, but for what a page cannot say of itself', () => {
    const own = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    const [, served] = /Content-Security-Policy: (.*)/.exec(readFileSync(join(built, '_headers'), 'utf8')) ?? [];
    expect(served).toBe(`${own}; frame-ancestors 'none'`);
    const scripts = [...page.querySelectorAll('script:not([src]):not([type="application/ld+json"])')];
    expect(scripts).toHaveLength(1);
    const hash = createHash('sha256')
      .update(scripts[0]?.textContent ?? '')
      .digest('base64');
    expect(own).toContain(`script-src 'self' 'sha256-${hash}'`);
    expect(page.querySelector('style, [style], [onclick], [onload], [onerror]')).toBeNull();
  });

  it('names its absolute address and its card once the site has one, and else none', () => {
    expect(page.head.innerHTML).not.toMatch(/canonical|og:image|og:url|(href|content)="https?:/);
    const known = read(scratch, path);
    expect(known.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(address + path);
    expect(content(known, 'og:url')).toBe(address + path);
    const card = content(known, 'og:image') ?? '';
    expect([content(known, 'og:image:width'), content(known, 'og:image:height')]).toEqual(['1200', '630']);
    const png = readFileSync(join(scratch, card.slice(address.length)));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });
});

describe('beside the pages', () => {
  it('the sitemap lists each, and robots.txt names the sitemap', () => {
    const sitemap = readFileSync(join(scratch, 'sitemap.xml'), 'utf8');
    for (const path of pages) expect(sitemap).toContain(`<loc>${address}${path}</loc>`);
    expect(readFileSync(join(scratch, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${address}sitemap.xml`);
    expect(existsSync(join(built, 'sitemap.xml'))).toBe(false);
  });

  it.each(['favicon.svg', 'manifest.webmanifest', 'llms.txt', 'robots.txt', '404.html', 'resume.json', 'resume.txt', 'sw.js'])(
    'there is %s',
    (name) => {
      expect(readFileSync(join(built, name), 'utf8').length).toBeGreaterThan(20);
    },
  );

  it('the page for what is not there stands under a policy too, and names no other host', () => {
    const page = new DOMParser().parseFromString(readFileSync(join(built, '404.html'), 'utf8'), 'text/html');
    expect(page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toContain("default-src 'none'");
    expect(page.querySelector('[src^="http"], link[href^="http"]')).toBeNull();
  });
});
