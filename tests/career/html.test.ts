/** @vitest-environment jsdom */
import { expect, test } from 'vitest';
import { resume as real } from '../../data/resume.ts';
import type { Resume } from '../../data/types.ts';
import { resumeHtml } from '../../src/career/forms/html.ts';
import { fixture } from '../fixtures/resume.ts';
import { allFacts, missing } from './facts.ts';
import { empty, forty, full } from './generated.ts';

const parse = (resume: Resume): Document => new DOMParser().parseFromString(resumeHtml(resume), 'text/html');
const headings = (document: Document): string[] =>
  [...document.querySelectorAll('h1, h2, h3')].map((it) => `${it.tagName} ${it.textContent}`);

test.each([
  ['the fictional résumé', full],
  ['the real résumé', real],
  ['forty jobs', forty],
])('each fact of the data appears on the page: %s', (_name, resume) => {
  expect(missing(parse(resume).body.textContent ?? '', allFacts(resume))).toEqual([]);
});

test('headings stand in order', () => {
  expect(headings(parse(fixture))).toEqual([
    'H1 Ada Example',
    'H2 Experience',
    'H3 Keeper of Lamps, North Light',
    'H3 Lead Keeper, South Light',
    'H3 Junior Keeper, South Light',
    'H3 Deckhand, The Dock',
    'H2 Education',
    'H3 Diploma, Optics, Sea School',
    'H2 Talks',
    'H3 Fog, a love story, FogConf',
    'H2 Projects',
    'H3 Gull counter',
    'H2 Writing',
    'H3 Notes from a tower',
    'H2 About',
  ]);
});

test('an entry is an article with its slug as id, and its dates are times', () => {
  const article = parse(fixture).getElementById('southlight-lead');
  expect(article?.tagName).toBe('ARTICLE');
  expect([...(article?.querySelectorAll('time') ?? [])].map((time) => time.dateTime)).toEqual(['2019', '2022']);
  expect(article?.querySelector('li')?.textContent).toBe('Rebuilt the fog horn.');
});

test('only the present job is marked', () => {
  expect([...parse(fixture).querySelectorAll('strong')].map((it) => it.closest('article')?.id)).toEqual(['northlight']);
});

test('what is empty leaves nothing behind', () => {
  const document = parse(empty);
  expect(headings(document)).toEqual(['H1 Gardener']);
  expect(document.querySelectorAll('section, ul, dl, p:empty')).toHaveLength(0);
});

test('text is text, and only web, mail and telephone addresses are links', () => {
  const hostile: Resume = {
    ...empty,
    person: { ...empty.person, name: '<img src=x onerror=alert(1)>', tagline: '"quoted" & \'single\'' },
    projects: [
      { slug: 'bad', name: 'Bad', summary: '</p><script>', link: 'javascript:alert(1)' },
      { slug: 'good', name: 'Good', summary: 'ok', link: 'https://example.org/?a="b"&c' },
    ],
  };
  const document = parse(hostile);
  expect(document.querySelectorAll('img, script')).toHaveLength(0);
  expect(document.querySelector('h1')?.textContent).toBe('<img src=x onerror=alert(1)>');
  expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['https://example.org/?a="b"&c']);
});

test('a talk leads to the job it was given in, on the page itself', () => {
  const link = parse(fixture).querySelector('#fogconf a');
  expect(link?.getAttribute('href')).toBe('#southlight-lead');
});

test('there is no style and no script in it', () => {
  expect(resumeHtml(full)).not.toMatch(/style=|<script|onclick/);
});
