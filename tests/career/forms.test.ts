import { describe, expect, test } from 'vitest';
import { resume as real } from '../../data/resume.ts';
import type { Resume } from '../../data/types.ts';
import { resumeAnsi } from '../../src/career/forms/ansi.ts';
import { jsonLd, jsonLdText } from '../../src/career/forms/json-ld.ts';
import { jsonResume, jsonResumeText } from '../../src/career/forms/json-resume.ts';
import { resumeLines, resumeText } from '../../src/career/forms/text.ts';
import { vcard } from '../../src/career/forms/vcard.ts';
import { treeEntries } from '../../src/career/tree.ts';
import { fixture } from '../fixtures/resume.ts';
import { allFacts, contactFacts, entryFacts, missing, personFacts } from './facts.ts';
import { empty, forty, full, wide } from './generated.ts';
import { rows, width } from './screen.ts';

const now = Date.UTC(2026, 10, 24, 12);

/** Text of JSON without its escapes. */
const leaves = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value)];

const colourless = (text: string): string => text.replaceAll(/\x1b\[[\d;]*m/g, '');

const forms: readonly [string, (resume: Resume) => string][] = [
  [
    'the tree’s entries',
    (resume) =>
      treeEntries(resume, now)
        .filter(({ path }) => !path.startsWith('resume.'))
        .map(({ content }) => content())
        .join('\n'),
  ],
  ['resume.txt', (resume) => resumeText(resume, now)],
  ['resume.ans', (resume) => colourless(resumeAnsi(resume, now))],
  ['the terminal at 40 columns', (resume) => rows(resumeLines(resume, now, 40)).join('\n')],
  ['resume.json', (resume) => leaves(JSON.parse(jsonResumeText(resume))).join('\n')],
];

describe('each fact of the data appears in each form', () => {
  const resumes: readonly [string, Resume][] = [
    ['the fictional résumé', full],
    ['the real résumé', real],
    ['forty jobs', forty],
  ];
  test.each(forms.flatMap(([form, make]) => resumes.map(([name, resume]) => ({ form, make, name, resume }))))(
    '$form: $name',
    ({ make, resume }) => {
      expect(missing(make(resume), allFacts(resume))).toEqual([]);
    },
  );

  test('JSON-LD holds who, where and what', () => {
    const { person, jobs, education } = full;
    const facts = [
      person.name,
      person.role,
      person.tagline,
      ...jobs.flatMap((job) => [job.title, job.employer]),
      ...education.map((it) => it.institution),
    ];
    expect(missing(leaves(jsonLd(full)).join('\n'), facts.map(String))).toEqual([]);
    expect(missing(leaves(jsonLd(full)).join('\n'), contactFacts(full))).toEqual([]);
  });

  test('a vCard holds who and how to be reached', () => {
    expect(missing(vcard(full) ?? '', [String(full.person.name), full.person.role, ...contactFacts(full)])).toEqual([]);
  });

  test('there are facts to be missed', () => {
    expect(missing('', personFacts(full)).length).toBeGreaterThan(5);
    expect(missing('', entryFacts(full)).length).toBeGreaterThan(30);
  });
});

describe('text', () => {
  test.each([
    ['the fictional résumé', fixture],
    ['an empty one', empty],
    ['forty jobs', forty],
    ['very long words', wide],
  ])('%s: 80 columns, no control character, no trailing blank', (_name, resume) => {
    const text = resumeText(resume, now);
    expect(width(resumeLines(resume, now, 80))).toBeLessThanOrEqual(80);
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    expect(text).not.toMatch(/ $/m);
  });

  test('what is empty has no heading', () => {
    expect(resumeText(empty, now)).toBe('Gardener\nSince 2020\n\nI grow things.\n');
  });

  test('the coloured one says the same and carries no link', () => {
    expect(colourless(resumeAnsi(fixture, now))).toBe(resumeText(fixture, now));
    expect(resumeAnsi(fixture, now)).not.toContain('\x1b]8');
    expect(resumeAnsi(fixture, now)).toContain('\x1b[32m● ACTIVE\x1b[0m');
  });
});

describe('JSON Resume', () => {
  test('dates are ISO 8601, and the present has no end', () => {
    const { work } = JSON.parse(jsonResumeText(fixture));
    expect(work.map((job: { startDate: string; endDate?: string }) => [job.startDate, job.endDate])).toEqual([
      ['2022', undefined],
      ['2019', '2022'],
      ['2016', '2019'],
      ['2015', '2015'],
    ]);
  });

  test('what is absent is left out', () => {
    const text = jsonResumeText(empty);
    expect(text).not.toMatch(/undefined|null/);
    expect(Object.keys(JSON.parse(text).basics)).toEqual(['label', 'summary', 'tagline', 'since', 'places']);
  });

  test('the parts of the data can be had back', () => {
    const { basics, work, education, projects, publications } = JSON.parse(jsonResumeText(full));
    const job = work[1];
    expect({
      slug: job.slug,
      title: job.position,
      employer: job.name,
      places: job.places,
      start: job.startDate,
      end: job.endDate ?? 'now',
      summary: job.summary.split('\n\n'),
      highlights: job.highlights,
      technologies: job.keywords,
    }).toEqual(full.jobs[1]);
    expect(basics.summary.split('\n\n')).toEqual([full.person.tagline, ...full.person.about]);
    expect(education[0].slug).toBe('sea-school');
    expect(projects.map((it: { type: string; slug: string }) => `${it.type} ${it.slug}`)).toEqual([
      'project gullcount',
      'talk fogconf',
      'exhibit lamp',
    ]);
    expect(publications[0]).toEqual({
      name: 'Notes',
      summary: 'What the wind said.',
      releaseDate: '2020-03',
      url: 'https://example.org/notes',
      slug: 'notes',
    });
  });

  test('it says where it is kept, if that is known', () => {
    expect(jsonResume({ ...empty, site: 'https://example.org/' }).meta.canonical).toBe('https://example.org/resume.json');
    expect(jsonResume(empty).meta.canonical).toBeUndefined();
  });
});

describe('JSON-LD', () => {
  test('names the present occupation, the roles and the degree', () => {
    const document = JSON.parse(jsonLdText(fixture));
    expect(document['@type']).toBe('Person');
    expect(document.hasOccupation).toEqual([
      { '@type': 'Occupation', name: 'Keeper of Lamps', occupationLocation: [{ '@type': 'Place', name: 'Far Island' }] },
    ]);
    expect(document.memberOf).toHaveLength(4);
    expect(document.hasCredential[0].temporalCoverage).toBe('2011/2015');
  });

  test('cannot end the script element that holds it', () => {
    expect(jsonLdText({ ...empty, person: { ...empty.person, tagline: '</script><b>' } })).not.toContain('<');
  });
});

describe('vCard', () => {
  test('has a line a fact, in CRLF', () => {
    expect(vcard(fixture)).toBe(
      [
        'BEGIN:VCARD',
        'VERSION:4.0',
        'FN:Ada Example',
        'TITLE:Lighthouse engineer',
        'ORG:North Light',
        'EMAIL:ada@example.org',
        'URL:https://example.org/ada',
        'NOTE:I keep lamps lit and ships dry.',
        'END:VCARD',
        '',
      ].join('\r\n'),
    );
  });

  test('there is none without contacts', () => {
    expect(vcard(empty)).toBeUndefined();
    expect(vcard({ ...empty, person: { ...empty.person, contacts: { profiles: [] } } })).toBeUndefined();
  });

  test('commas, semicolons and long lines are escaped and folded', () => {
    const tagline = `a, b; c\\d ${'ü'.repeat(60)}`;
    const card = vcard({ ...empty, person: { ...empty.person, tagline, contacts: { phone: '+62 21 123456' } } }) ?? '';
    expect(card.replaceAll('\r\n ', '')).toContain(`NOTE:a\\, b\\; c\\\\d ${'ü'.repeat(60)}\r\n`);
    for (const line of card.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
