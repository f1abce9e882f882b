/** What goes with a link: descriptions, addresses, cards, and the files for crawlers. */
import { describe, expect, it } from 'vitest';
import { cardPngs } from '../../src/site/pages/card.ts';
import { siteFiles } from '../../src/site/pages/files.ts';
import { headTags, siteAddress } from '../../src/site/pages/head.ts';
import { type SitePage, sitePages } from '../../src/site/pages/pages.ts';
import { others } from '../fixtures/others.ts';
import { fixture } from '../fixtures/resume.ts';
import { NOON } from '../host.ts';

const pages = sitePages(fixture);
const page = pages.find(({ path }) => path === 'jobs/southlight-lead/') as SitePage;

describe('a site whose address is known', () => {
  const head = headTags(page, '../../', 'https://example.org/cv/');
  it.each([
    '<link rel="canonical" href="https://example.org/cv/jobs/southlight-lead/" />',
    '<meta property="og:image" content="https://example.org/cv/jobs/southlight-lead/card.png" />',
    '<meta property="og:url" content="https://example.org/cv/jobs/southlight-lead/" />',
    '<meta name="twitter:card" content="summary_large_image" />',
  ])('says %s', (tag) => {
    expect(head).toContain(tag);
  });

  it('lists each page in its sitemap', () => {
    const files = siteFiles({ resume: fixture, pages, address: 'https://example.org/cv/', now: NOON });
    for (const { path } of pages) expect(files.get('sitemap.xml')).toContain(`<loc>https://example.org/cv/${path}</loc>`);
    expect(files.get('robots.txt')).toContain('Sitemap: https://example.org/cv/sitemap.xml');
  });
});

describe('a site whose address is not known', () => {
  it('leaves out whatever needs one', () => {
    expect(headTags(page, '../../', undefined)).not.toMatch(/canonical|og:image|og:url|https?:/);
    expect(siteFiles({ resume: fixture, pages, address: undefined, now: NOON }).has('sitemap.xml')).toBe(false);
  });
});

describe('an address', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/cv/', 'https://example.org/cv/'],
    [undefined, undefined],
    ['', undefined],
  ])('%j is taken as %j', (given, taken) => {
    expect(siteAddress(given)).toBe(taken);
  });
  it.each([
    'example',
    'ftp://example.org/',
    'https://me@example.org/',
    'https://example.org/?a',
    'https://example.org/#a',
    'https://a b/',
    'https:///',
  ])('%s is refused with what to do', (given) => {
    expect(() => siteAddress(given)).toThrow(`'${given}' is not the web address of a site. Use one such as https://example.org/`);
  });
});

describe('a card', () => {
  it('is a PNG of 1200 by 630, and no two pages have the same', async () => {
    const cards = (await cardPngs(pages.slice(0, 3), fixture)).map((card) => Buffer.from(card));
    for (const card of cards) {
      expect(card.subarray(1, 4).toString()).toBe('PNG');
      expect([card.readUInt32BE(16), card.readUInt32BE(20)]).toEqual([1200, 630]);
    }
    expect(new Set(cards.map((card) => card.toString('base64'))).size).toBe(cards.length);
  });

  it.each(others)('is there for %s', async (_name, one) => {
    const cards = await cardPngs(sitePages(one).slice(0, 2), one);
    for (const card of cards) expect(Buffer.from(card).readUInt32BE(16)).toBe(1200);
  });
});

describe('a description', () => {
  it.each(pages)('of /$path is there, and short', ({ title, description }) => {
    expect(title).not.toBe('');
    expect(description.length).toBeGreaterThan(0);
    expect(description.length).toBeLessThanOrEqual(160);
  });
});
