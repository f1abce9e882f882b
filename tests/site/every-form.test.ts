/** @vitest-environment jsdom */
/**
 * One table of facts by forms: each fact of the data appears in each form, but for what a form leaves out by name. The PDF
 * holds every word of the plain page (tests/browser/pdf.test.ts).
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resume as real } from '../../data/resume.ts';
import type { PartialDate, Resume } from '../../data/types.ts';
import { HOME } from '../../src/app/prompt.ts';
import { dateText } from '../../src/career/dates.ts';
import { jsonLdText } from '../../src/career/forms/json-ld.ts';
import { exportTree } from '../../src/node/export.ts';
import { checkResume } from '../../src/site/check/check.ts';
import { siteFiles } from '../../src/site/pages/files.ts';
import { headTags } from '../../src/site/pages/head.ts';
import { sitePages } from '../../src/site/pages/pages.ts';
import { mastheadHtml, terminalHtml } from '../../src/site/pages/screen.ts';
import { fixture } from '../fixtures/resume.ts';
import { unique } from '../fixtures/unique.ts';
import { createShell } from '../front-door.ts';
import { NOON } from '../host.ts';

/** A text of the data by its kind, which is its place without numbers, and how a form may spell it. */
interface Fact {
  readonly kind: string;
  readonly spellings: readonly string[];
}

const dates = /\.(start|end|date|since)$/;

const spellingsOf = (kind: string, text: string, { jobs }: Resume): readonly string[] => {
  if (dates.test(kind) && text !== 'now') return [text, dateText(text as PartialDate)];
  if (kind === 'custom.heading') return [text, text.toUpperCase()];
  const job = kind === 'talks.job' ? jobs.find(({ slug }) => slug === text) : undefined;
  return job ? [`"job":"${text}"`, `${job.title}, ${job.employer}`] : [text];
};

/** What the first screen adds, in words of its own; the facts are in the jobs. */
const ofFirstScreen = /^(figures|field)\.|^jobs\.note$|^systems\.action$/;

const factsOf = (resume: Resume): readonly Fact[] => {
  const walk = (value: unknown, path: string): readonly Fact[] => {
    if (typeof value === 'number') return [];
    if (typeof value !== 'string')
      return Object.entries(value as object).flatMap(([key, it]) => walk(it, /^\d/.test(key) ? path : `${path}.${key}`));
    const kind = path.slice(1) + (value === 'now' ? ' now' : '');
    return [{ kind, spellings: spellingsOf(kind, value, resume) }];
  };
  return walk(resume, '').filter(({ kind }) => !ofFirstScreen.test(kind));
};

const addressesOf = (element: Element): readonly string[] =>
  ['id', 'href', 'src', 'class', 'lang'].map((name) => element.getAttribute(name) ?? '');

/** What a reader of a page is told: its text, and where its parts and links are. */
const told = (html: string): string => {
  const { body } = new DOMParser().parseFromString(`<!doctype html><body>${html}</body>`, 'text/html');
  return [body.textContent ?? '', ...[...body.querySelectorAll('*')].flatMap(addressesOf)].join(' ');
};

const fileOf =
  (name: string) =>
  (resume: Resume): string =>
    siteFiles({ resume, pages: sitePages(resume), address: resume.site, now: NOON }).get(name) ?? '';

/** JSON without what its syntax adds to texts. */
const unescaped = (json: string): string =>
  json.replaceAll('\\u003c', '<').replaceAll('\\"', '"').replaceAll('\\n', ' ').replaceAll('": "', '":"');

const readTree = (directory: string): string =>
  readdirSync(directory)
    .sort()
    .map((name) => {
      const path = join(directory, name);
      return `${path}\n${statSync(path).isDirectory() ? readTree(path) : name.startsWith('resume.') ? '' : readFileSync(path, 'utf8')}`;
    })
    .join('\n');

const exported = (resume: Resume): string => {
  const directory = mkdtempSync(join(tmpdir(), 'cvsh-forms-'));
  try {
    exportTree(createShell({ resume }).machine.fs, HOME, directory);
    return readTree(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};

const shellTree = async (resume: Resume): Promise<string> =>
  (await createShell({ resume }).run('for i in $(find . -type f ! -name "resume.*" ! -path "./exhibits/*"); do echo $i; cat $i; done'))
    .stdout;

/** Kinds that a form leaves out, each with the reason; or, for a form with room for little, those that it holds. */
type Extent = { readonly omits: Readonly<Record<string, string>> } | { readonly holds: string; readonly why: string };

const kindsOf = (text: string): readonly string[] => text.split(/,\s*/);

const omitting = (kinds: string, why: string): Readonly<Record<string, string>> =>
  Object.fromEntries(kindsOf(kinds).map((kind) => [kind, why]));

const site = omitting('site', 'where the site is, which its own files need not say');

/** A text file has no place for what only leads somewhere. */
const inText = {
  ...site,
  ...omitting('language', 'how a text is read aloud'),
  ...omitting(
    'jobs.slug, education.slug, talks.slug, projects.slug, writing.slug, volunteering.slug, certificates.slug, awards.slug, references.slug, custom.slug, custom.entries.slug',
    'names for files and addresses',
  ),
  ...omitting('systems.job', 'told by standing in the job'),
  ...omitting('person.picture', 'a picture'),
};

const inTree = {
  ...site,
  ...omitting('language', 'how a text is read aloud'),
  ...omitting('custom.heading', 'the directory’s name stands for it'),
  ...omitting('person.picture', 'a picture'),
};

/** What a page’s title, its description or its address tells of an entry. */
const inTitles =
  'jobs.slug, jobs.title, jobs.employer, jobs.places, jobs.start, jobs.end, jobs.end now, education.slug, education.institution, education.degree, education.field, education.start, education.end, talks.slug, talks.title, talks.date, talks.at, talks.job, talks.note, talks.link, projects.slug, projects.name, projects.summary, projects.kind, projects.entity, projects.roles, projects.start, projects.end, writing.slug, writing.title, writing.publisher, writing.summary, writing.date, writing.link, systems.job, jobs.business, education.score, education.link, volunteering.slug, volunteering.organization, volunteering.title, volunteering.start, volunteering.end, volunteering.summary, volunteering.link, certificates.slug, certificates.name, certificates.issuer, certificates.date, certificates.link, awards.slug, awards.title, awards.awarder, awards.date, awards.summary, skills.name, skills.level, skills.keywords, languages.language, languages.fluency, interests.name, interests.keywords, references.slug, references.name, references.text, custom.slug, custom.entries.slug, custom.entries.title, custom.entries.at, custom.entries.start, custom.entries.end, custom.entries.summary, custom.entries.link';

const forms: readonly (readonly [name: string, make: (resume: Resume) => string | Promise<string>, extent: Extent])[] = [
  ['the plain page', (resume) => told(sitePages(resume)[0]?.main ?? ''), { omits: site }],
  [
    'the entries’ pages',
    (resume) =>
      sitePages(resume)
        .slice(1)
        .map(({ main, path }) => `${path} ${told(main)}`)
        .join('\n'),
    {
      omits: {
        ...site,
        ...omitting(
          'person.role, person.tagline, person.since, person.places, person.about, person.likes, person.contacts.email, person.contacts.phone, person.contacts.profiles.name, person.contacts.profiles.username, person.contacts.profiles.url, person.contacts.location.address, person.contacts.location.postalCode, person.contacts.location.city, person.contacts.location.region, person.contacts.location.country, person.picture',
          'told on the first page, to which each of these leads',
        ),
      },
    },
  ],
  [
    'the pages’ heads',
    (resume) =>
      sitePages(resume)
        .map((page) => `${page.title} ${headTags(page, './', resume.site)}`)
        .join('\n'),
    { holds: `person.name, person.tagline, ${inTitles}, site`, why: 'a title and a sentence each, for who finds or forwards it' },
  ],
  ['resume.txt', fileOf('resume.txt'), { omits: inText }],
  ['resume.ans', (resume) => fileOf('resume.ans')(resume).replaceAll(/\x1b\[[\d;]*m/g, ''), { omits: inText }],
  [
    'resume.json',
    (resume) => unescaped(fileOf('resume.json')(resume)),
    { omits: omitting('jobs.end now', 'JSON Resume leaves an end out') },
  ],
  ['llms.txt', fileOf('llms.txt'), { holds: `person.name, person.tagline, ${inTitles}, site`, why: 'an index that leads to resume.txt' }],
  [
    'JSON-LD',
    (resume) => unescaped(jsonLdText(resume)),
    {
      holds:
        'person.name, person.role, person.tagline, person.contacts.email, person.contacts.phone, person.contacts.profiles.url, jobs.title, jobs.employer, jobs.start, jobs.end, jobs.summary, jobs.highlights, jobs.technologies, education.institution, education.degree, education.field, education.start, education.end, projects.technologies, site, person.picture, person.contacts.location.address, person.contacts.location.postalCode, person.contacts.location.city, person.contacts.location.region, person.contacts.location.country, jobs.business, jobs.link, education.link, volunteering.organization, volunteering.title, volunteering.start, volunteering.end, volunteering.summary, volunteering.highlights, volunteering.link, certificates.name, certificates.issuer, certificates.date, certificates.link, awards.title, skills.name, skills.keywords, languages.language, writing.title, writing.publisher, writing.summary, writing.date, writing.link',
      why: 'what schema.org has words for in a person',
    },
  ],
  [
    'resume.vcf',
    (resume) => fileOf('resume.vcf')(resume).replaceAll('\r\n ', '').replaceAll('\\', ''),
    {
      holds:
        'person.name, person.role, person.tagline, person.contacts.email, person.contacts.phone, person.contacts.profiles.url, person.contacts.location.address, person.contacts.location.postalCode, person.contacts.location.city, person.contacts.location.region, person.contacts.location.country, site',
      why: 'who, and how to be reached',
    },
  ],
  ['the shell’s tree', shellTree, { omits: inTree }],
  ['cvsh --export', exported, { omits: inTree }],
];

/** The kinds of which a form lacks at least one fact. */
const lacking = (text: string, facts: readonly Fact[]): readonly string[] => {
  const plain = text.replaceAll(/\s+/g, ' ');
  const has = (spelling: string): boolean => (spelling === 'now' ? /\bnow\b/.test(plain) : plain.includes(spelling));
  return [...new Set(facts.filter(({ spellings }) => !spellings.some(has)).map(({ kind }) => kind))];
};

/** What it must lack at most, and at least. */
const expected = (extent: Extent, facts: readonly Fact[]): readonly string[] => {
  if ('omits' in extent) return Object.keys(extent.omits).sort();
  const held = kindsOf(extent.holds);
  return [...new Set(facts.map(({ kind }) => kind))].filter((kind) => !held.includes(kind)).sort();
};

test('the résumé with every field has every field, is sound, and tells nothing twice', () => {
  expect(checkResume(unique)).toEqual([]);
  const kinds = new Set(factsOf(unique).map(({ kind }) => kind));
  for (const { kind } of [...factsOf(fixture), ...factsOf(real)]) expect(kinds).toContain(kind);
  const texts = factsOf(unique)
    .filter(({ kind }) => !/^(jobs\.systems|systems\.job|talks\.job)$/.test(kind))
    .map(({ spellings: [text] }) => text);
  expect(new Set(texts).size).toBe(texts.length);
});

test('the first screen has what is told for it', () => {
  const text = (told(mastheadHtml(real) + terminalHtml(real)) + told(sitePages(real)[0]?.main ?? '')).replaceAll('\u00a0', ' ');
  const { figures = [], field, jobs, systems } = real;
  const words = [
    ...figures.flatMap(({ before, value, unit, short, qualifier, what, where }) => [before, value, unit, short, qualifier, what, where]),
    ...(field ? [field.each, field.total, field.exhibit] : []),
    ...jobs.map(({ note }) => note),
    ...systems.map(({ action }) => action),
  ].filter((word) => word !== undefined);
  expect(words.length).toBeGreaterThan(30);
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
});

describe('each fact appears in each form, but for what the form leaves out', () => {
  test.each(forms)('%s, exactly', async (_name, make, extent) => {
    const facts = factsOf(unique);
    expect([...lacking(await make(unique), facts)].sort()).toEqual(expected(extent, facts));
  });

  test.each(
    [
      ['the fictional résumé', fixture],
      ['the real one', real],
    ].flatMap(([name, resume]) =>
      forms
        .filter(([, , extent]) => 'omits' in extent)
        .map(([form, make, extent]) => ({ name, form, resume: resume as Resume, make, extent })),
    ),
  )('$form of $name lacks nothing more', async ({ resume, make, extent }) => {
    const facts = factsOf(resume);
    expect(expected(extent, facts)).toEqual(expect.arrayContaining([...lacking(await make(resume), facts)]));
  });
});
