/** @vitest-environment jsdom */
/** The plain view, an entry's own page and the page for wrong addresses, by role and name: what is read without a terminal. */
import { getAllByRole, getByRole, queryByRole, within } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import { notFoundPage } from '../../src/site/pages/not-found.ts';
import { sitePages } from '../../src/site/pages/pages.ts';
import { fixture } from '../fixtures/resume.ts';
import { element, showPage } from './page.ts';

const texts = (elements: readonly HTMLElement[]): readonly (string | null)[] => elements.map(({ textContent }) => textContent);

const article = (title: string): HTMLElement => {
  const found = getByRole(element('resume'), 'heading', { name: new RegExp(`^${title},`) }).closest('article');
  if (!found) throw new Error(`no article of ${title}`);
  return found;
};

describe('the plain view', () => {
  it('has the person as its heading, and each list under one', () => {
    showPage();
    expect(getByRole(element('resume'), 'heading', { level: 1 }).textContent).toBe('Ada Example');
    expect(texts(getAllByRole(element('resume'), 'heading', { level: 2 }))).toEqual([
      'Experience',
      'Education',
      'Talks',
      'Projects',
      'Writing',
      'About',
    ]);
    expect(getAllByRole(element('resume'), 'article')).toHaveLength(8);
  });

  it('has a job as an article: its title, its years, what it was, its highlights, what was used', () => {
    showPage();
    const job = article('Lead Keeper');
    expect(texts(getAllByRole(job, 'time'))).toEqual(['2019', '2022']);
    expect(texts(getAllByRole(job, 'listitem'))).toEqual(['Rebuilt the fog horn.']);
    expect(texts(getAllByRole(job, 'term'))).toEqual(['Technologies']);
    expect(texts(getAllByRole(job, 'definition'))).toEqual(['Go']);
    expect(texts(getAllByRole(article('Keeper of Lamps'), 'strong'))).toEqual(['now']);
    expect(queryByRole(job, 'strong')).toBeNull();
  });

  it('has links to the contacts, and from a talk to its job', () => {
    showPage();
    const hrefs = getAllByRole<HTMLAnchorElement>(element('resume'), 'link').map((link) => [link.textContent, link.getAttribute('href')]);
    expect(hrefs.filter(([, href]) => !/^\.\/(jobs\/|#)/.test(href ?? ''))).toEqual([
      ['ada@example.org', 'mailto:ada@example.org'],
      ['https://example.org/ada', 'https://example.org/ada'],
      ['Lead Keeper, South Light', '#southlight-lead'],
    ]);
    expect(document.querySelector('#southlight-lead')).toBe(article('Lead Keeper'));
  });
});

describe('the page of a job', () => {
  it('has the job as its heading, and the way back to the whole', () => {
    showPage('jobs/northlight/');
    expect(document.title).toBe('Keeper of Lamps · North Light · Far Island · 2022 – now');
    expect(getByRole(element('resume'), 'heading', { level: 1 }).textContent).toBe('North Light');
    expect(getAllByRole(element('resume'), 'heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'What I did',
      'Try it',
    ]);
    expect(getAllByRole(element('resume'), 'article')).toHaveLength(1);
    const back = within(getByRole(element('resume'), 'navigation', { name: 'Breadcrumb' })).getAllByRole('link');
    expect(back.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Ada Example', '../../?plain'],
      ['Experience', '../../?plain#northlight'],
    ]);
  });

  it('leads to the jobs before and after', () => {
    showPage('jobs/southlight-lead/');
    const around = getAllByRole(element('resume'), 'list').at(-1);
    expect([...(around?.querySelectorAll('li') ?? [])].map((item) => item.textContent?.replaceAll(/\s+/g, ' '))).toEqual([
      'Before South Light Junior Keeper, 2016 – 2019',
      'After North Light Keeper of Lamps, 2022 – now',
    ]);
  });

  it.each(sitePages(fixture).filter(({ path }) => path !== ''))('is like that for every entry: $path', ({ path }) => {
    showPage(path);
    expect(getAllByRole(element('resume'), 'heading', { level: 1 })).toHaveLength(1);
    expect(getByRole(element('resume'), 'link', { name: 'Ada Example' })).toBeTruthy();
  });
});

describe('the page for an address that is not there', () => {
  it('says so, and lists what there is', () => {
    const html = notFoundPage(sitePages(fixture), {
      base: '/cv/',
      styles: ['assets/style.css'],
      script: 'assets/not-found.js',
      policy: "default-src 'none'",
    });
    document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
    const { body } = document;
    expect(getByRole(body, 'heading', { level: 1 }).textContent).toBe('No such page');
    expect(getByRole(body, 'link', { name: 'Open the terminal' }).getAttribute('href')).toBe('/cv/');
    expect(getByRole(body, 'link', { name: 'The whole résumé' }).getAttribute('href')).toBe('/cv/?plain');
    const links = getAllByRole<HTMLAnchorElement>(getByRole(body, 'list'), 'link');
    const entries = sitePages(fixture).filter(({ entry }) => entry);
    expect(links.map((link) => link.getAttribute('href'))).toEqual(entries.map(({ path }) => `/cv/${path}`));
  });
});
