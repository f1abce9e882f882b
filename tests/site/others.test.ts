/** @vitest-environment jsdom */
/** The site's pages and files made of other people's résumés: sparse, long, in other scripts, and any that the checks let pass. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Resume } from '../../data/types.ts';
import { NARROW, WIDE, welcomeLines } from '../../src/app/welcome.ts';
import { jsonLdText } from '../../src/career/forms/json-ld.ts';
import { checkResume } from '../../src/site/check/check.ts';
import { siteFiles } from '../../src/site/pages/files.ts';
import { headTags } from '../../src/site/pages/head.ts';
import { notFoundPage } from '../../src/site/pages/not-found.ts';
import { type SitePage, sitePages } from '../../src/site/pages/pages.ts';
import { dockHtml, mastheadHtml, terminalHtml } from '../../src/site/pages/screen.ts';
import { plain } from '../../src/term/style.ts';
import { cells } from '../../src/term/width.ts';
import { anyResume } from '../career/arbitrary.ts';
import { other, others } from '../fixtures/others.ts';
import { NOON } from '../host.ts';

const ADDRESS = 'https://example.org/cv/';

const site = { base: '/cv/', styles: ['a.css'], script: 'a.js', policy: 'none' };

const parse = (html: string): Document => new DOMParser().parseFromString(`<!doctype html><body>${html}</body>`, 'text/html');

const files = (resume: Resume): ReadonlyMap<string, string> => siteFiles({ resume, pages: sitePages(resume), address: ADDRESS, now: NOON });

/** Words that a program says by mistake, unless the data has them. */
const slips = (text: string, resume: Resume): readonly string[] => {
  const data = JSON.stringify(resume);
  return ['undefined', 'NaN', 'null', '[object', 'Invalid Date', '<!--'].filter((word) => text.includes(word) && !data.includes(word));
};

/** What a page must not have, whatever the data: the places where it does. */
const flaws = ({ main, title, description }: SitePage, resume: Resume): readonly string[] => {
  const document = parse(main);
  const isPicture = (element: Element): boolean =>
    element.matches('header > img:first-child') && element.getAttribute('src') === `./${resume.person.picture}`;
  const all = [...document.body.querySelectorAll('*')];
  const levels = all.filter(({ tagName }) => /^H\d$/.test(tagName)).map(({ tagName }) => Number(tagName.slice(1)));
  const ids = all.map(({ id }) => id).filter(Boolean);
  return [
    ...all
      .filter((element) => (element.textContent ?? '').trim() === '' && !isPicture(element))
      .map(({ outerHTML }) => `empty: ${outerHTML}`),
    ...(levels[0] === 1 && levels.filter((level) => level === 1).length === 1 ? [] : [`main headings: ${levels}`]),
    ...levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1).map((level) => `a heading of level ${level} too deep`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `twice: ${id}`),
    ...all.filter((element) => element.tagName === 'DL' && element.firstElementChild?.tagName !== 'DT').map(() => 'a list without a term'),
    ...all
      // What is strong is a figure.
      .filter(
        (element) =>
          (/^(SCRIPT|STYLE|IMG|IFRAME|I)$/.test(element.tagName) && !isPicture(element)) ||
          (element.tagName === 'B' && !element.closest('.figures') && !/\d/.test(element.textContent ?? '')),
      )
      .map(({ tagName }) => `markup from the data: ${tagName}`),
    ...slips(`${main} ${title} ${description}`, resume),
    ...(title.length > 0 && title.length <= 150 ? [] : [`title of ${title.length}`]),
    ...(description.length > 0 && description.length <= 160 ? [] : [`description of ${description.length}`]),
    ...(/[\n\r\t]/.test(title + description) ? ['a line break in the head'] : []),
  ];
};

/** The values of a head's tags as a browser reads them. */
const headValues = (page: SitePage): readonly string[] =>
  [...parse(headTags(page, '../', ADDRESS)).querySelectorAll('meta[content]')].map((meta) => meta.getAttribute('content') ?? '');

const checkSite = (resume: Resume): void => {
  const pages = sitePages(resume);
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
  for (const page of pages) {
    expect(flaws(page, resume)).toEqual([]);
    expect(headValues(page)).toContain(page.title);
    expect(headValues(page)).toContain(page.description);
    expect(headValues(page)).toContain(`${ADDRESS}${page.path}card.png`);
  }
  const links = [...parse(notFoundPage(pages, site)).querySelectorAll('#to-terminal, li a')];
  expect(links.map((link) => link.getAttribute('href'))).toEqual(pages.map(({ path }) => `/cv/${path}`));
};

const checkFiles = (resume: Resume): void => {
  const made = files(resume);
  for (const [name, text] of made) expect([name, ...slips(text, resume)]).toEqual([name]);
  for (const row of (made.get('resume.txt') ?? '').split('\n')) expect(cells(row)).toBeLessThanOrEqual(80);
  expect(made.get('resume.txt')).not.toMatch(/[ \t]$/m);
  // A heading has something under it.
  expect(made.get('llms.txt')?.trimEnd()).not.toMatch(/\n#.*$/);
  expect(JSON.parse(made.get('manifest.webmanifest') ?? '').name).toBe(sitePages(resume)[0]?.title);
  const sitemap = new DOMParser().parseFromString(made.get('sitemap.xml') ?? '', 'application/xml');
  expect([...sitemap.querySelectorAll('loc')].map((it) => it.textContent)).toEqual(sitePages(resume).map(({ path }) => ADDRESS + path));
};

/** Whether any member of a JSON value says nothing. */
const saysNothing = (value: unknown): boolean =>
  value === null ||
  value === '' ||
  (typeof value === 'object' && (Object.keys(value).length === 0 || Object.values(value).some(saysNothing)));

const checkJsonLd = (resume: Resume): void => {
  const text = jsonLdText(resume);
  expect(text).not.toContain('<');
  const value = JSON.parse(text);
  expect(value['@type']).toBe('Person');
  expect(value.jobTitle).toBe(resume.person.role);
  expect(saysNothing(value)).toBe(false);
};

const checkFirstScreen = (resume: Resume): void => {
  for (const [columns, rows] of [WIDE, NARROW]) {
    const lines = welcomeLines(resume, columns, rows);
    // The prompt needs a row of its own.
    expect(lines.length).toBeLessThan(rows);
    for (const row of lines.map(plain)) {
      expect(cells(row)).toBeLessThanOrEqual(columns);
      expect(row).not.toMatch(/\s$/);
    }
  }
  const first = parse(mastheadHtml(resume) + terminalHtml(resume) + dockHtml(resume));
  expect(first.querySelector('h1')?.textContent).toBe(resume.person.name ?? resume.person.role);
  expect(slips(first.body.textContent ?? '', resume)).toEqual([]);
  const runs = [...first.querySelectorAll<HTMLElement>('[data-run]')].map(({ dataset }) => dataset['run']);
  expect(runs).toContain('help');
  if (resume.jobs[0]) expect(runs).toContain(`cat ${resume.jobs[0].slug}`);
};

describe.each(others)('%s', (_name, resume) => {
  test('has no fault', () => expect(checkResume(resume)).toEqual([]));
  test('makes good pages', () => checkSite(resume));
  test('makes good files', () => checkFiles(resume));
  test('is known to search engines by what there is', () => checkJsonLd(resume));
  test('has a first screen that fits', () => checkFirstScreen(resume));
});

test('any résumé that the checks let pass makes all of it', () => {
  fc.assert(
    fc.property(anyResume, (resume) => {
      checkSite(resume);
      checkFiles(resume);
      checkJsonLd(resume);
    }),
    { numRuns: 20 },
  );
});

describe('nothing dangles', () => {
  /** Lines of facts: what stands between dots and slashes. */
  const factsOf = (resume: Resume): readonly string[] =>
    sitePages(resume).flatMap(({ main, title, description }) => [
      title,
      description,
      ...[...parse(main).querySelectorAll('h1, h2, h3, header > p, article > h3 + p, article > h1 + p, dt, dd')].map(
        (element) => element.textContent?.trim() ?? '',
      ),
    ]);

  test.each(others.filter(([name]) => name !== 'markup and shell syntax'))('in the pages of %s', (_name, resume) => {
    for (const fact of factsOf(resume)) expect(fact).not.toMatch(/^[·,/:–-]|[·,/:–-]$|· *[·/]|\/ +\/|\(\)| ,|\.\.$/);
    expect(files(resume).get('resume.txt')).not.toMatch(/^[A-Za-z-]+:\s*$|\(\)/m);
  });
});

describe('the language and the direction of the texts', () => {
  const wrapper = (resume: Resume, index = 0): Element | null => parse(sitePages(resume)[index]?.main ?? '').body.firstElementChild;

  test.each([0, 1])('Arabic is told as such, and written from right to left (page %i)', (index) => {
    const marked = wrapper(other('Arabic'), index);
    expect([marked?.getAttribute('lang'), marked?.getAttribute('dir')]).toEqual(['ar', 'rtl']);
  });

  test('the product’s own words in it stay English', () => {
    const own = [...(wrapper(other('Arabic'))?.querySelectorAll('[lang=en]') ?? [])].map((it) => it.textContent);
    expect(own).toEqual(['Likes', 'E-mail', 'Experience', 'Technologies', 'Education', 'About']);
  });

  test('Latin words in it are kept apart', () => {
    const apart = [...(wrapper(other('Arabic'))?.querySelectorAll('.contacts bdi, dd bdi, dt bdi') ?? [])].map((it) => it.textContent);
    expect(apart).toEqual(['Likes', 'E-mail', 'layla@example.org', 'Technologies', 'Go', 'Redis']);
  });

  test('Chinese is told as such', () => {
    const marked = wrapper(other('Chinese'));
    expect([marked?.getAttribute('lang'), marked?.getAttribute('dir')]).toEqual(['zh-Hans', null]);
  });

  test('an English résumé needs nothing said, and an Arabic name in it is kept apart', () => {
    const english = other('one job and nothing else');
    expect(wrapper(english)?.tagName).toBe('HEADER');
    const named = { ...english, person: { ...english.person, name: 'ليلى حداد' } };
    expect(wrapper(named)?.querySelector('h1')?.innerHTML).toBe('<bdi>ليلى حداد</bdi>');
    expect(parse(sitePages(named)[1]?.main ?? '').querySelector('.crumb a bdi')?.textContent).toBe('ليلى حداد');
  });

  test('the manifest tells the language', () => {
    expect(JSON.parse(files(other('Arabic')).get('manifest.webmanifest') ?? '').lang).toBe('ar');
    expect(JSON.parse(files(other('a student')).get('manifest.webmanifest') ?? '').lang).toBeUndefined();
  });
});

test('a name stays as it is written, and is text', () => {
  const back = (name: string): string | undefined =>
    parse(sitePages(other(name))[1]?.main ?? '').querySelector('.crumb a')?.textContent ?? undefined;
  expect(back('a student')).toBe('Kim O’Neill-Żółć');
  expect(back('one job and nothing else')).toBe('Gardener');
  expect(back('markup and shell syntax')).toBe('</script><img src=x> $(reboot) %s');
});

test('where a title ends in a full stop of its own, no other follows', () => {
  const resume = other('a student');
  const described = (name: string): string | undefined =>
    sitePages({ ...resume, projects: [{ slug: 'a', name, summary: 'It boils.' }] }).at(-1)?.description;
  expect(described('What?')).toBe('What? It boils.');
  expect(described('A kettle')).toBe('A kettle. It boils.');
  const talk = sitePages({ ...resume, talks: [{ slug: 'a', title: 'On tea' }] }).find(({ path }) => path === 'talks/a/');
  expect([talk?.title, talk?.description]).toEqual(['On tea', 'On tea']);
});
