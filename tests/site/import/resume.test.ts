import sample from '@jsonresume/schema/sample.resume.json' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resume as real } from '../../../data/resume.ts';
import type { Resume } from '../../../data/types.ts';
import { jsonResumeText } from '../../../src/career/forms/json-resume.ts';
import { checkResume } from '../../../src/site/check/check.ts';
import { importResume } from '../../../src/site/import/resume.ts';
import { anyResume } from '../../career/arbitrary.ts';
import { empty, forty, full, wide } from '../../career/generated.ts';
import { others } from '../../fixtures/others.ts';
import { unique } from '../../fixtures/unique.ts';

/** What an import of a document of good form gives. */
const imported = (document: unknown): { readonly resume: Resume; readonly remarks: readonly string[] } => {
  const result = importResume(document);
  if (!result.ok) throw new Error(result.faults.join('\n'));
  return result;
};

const faults = (document: unknown): readonly string[] => {
  const result = importResume(document);
  return result.ok ? [] : result.faults;
};

describe('what goes out comes back', () => {
  test.each<readonly [string, Resume]>([
    ['the real résumé', real],
    ['every field', full],
    ['an empty one', empty],
    ['forty jobs', forty],
    ['other scripts', wide],
    ['with an address', { ...full, site: 'https://example.org/cv/' }],
    ['every field once', unique],
    ...others,
  ])('%s', (_name, resume) => {
    const { resume: back, remarks } = imported(JSON.parse(jsonResumeText(resume)));
    expect(back).toEqual(resume);
    expect(remarks).toEqual([]);
  });

  test('any résumé that the checks let pass', () => {
    fc.assert(
      fc.property(anyResume, (resume) => {
        expect(checkResume(resume)).toEqual([]);
        const { resume: back, remarks } = imported(JSON.parse(jsonResumeText(resume)));
        expect(back).toEqual(resume);
        expect(remarks).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the schema’s own sample', () => {
  const { resume, remarks } = imported(sample);

  test('passes the checks', () => {
    expect(checkResume(resume)).toEqual([]);
  });

  test('keeps who, where and what', () => {
    expect(resume.person).toMatchObject({ name: 'Richard Hendriks', role: 'Programmer', tagline: 'Richard hails from Tulsa.' });
    expect(resume.jobs.map(({ slug, start, end }) => `${slug} ${start} ${end}`)).toEqual(['pied-piper 2013-12 2014-12']);
    expect(resume.volunteering?.map(({ slug, start, end }) => `${slug} ${start} ${end}`)).toEqual(['coderdojo 2012-01 2013-01']);
    expect(resume.person.contacts?.profiles?.at(-1)).toEqual({ name: 'Website', url: 'http://richardhendricks.example.com' });
  });

  test('loses nothing: each of its texts is in the resume.json that is made of it, a day as its month', () => {
    expect(remarks).toEqual([]);
    const { $schema: _schema, meta: _meta, ...document } = sample;
    const textsOf = (value: unknown): readonly string[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : value === '' ? [] : [String(value)];
    const out = textsOf(JSON.parse(jsonResumeText(resume))).map((text) => text.replaceAll(/\s+/g, ' '));
    const texts = textsOf(document).map((text) => text.replace(/^(\d{4}-\d{2})-\d{2}$/, '$1'));
    expect(texts.length).toBeGreaterThan(70);
    // The line that the first screen shows is a paragraph of its own, with the rest behind it.
    expect(texts.filter((text) => !out.some((told) => told === text))).toEqual([]);
  });
});

describe('other people’s documents', () => {
  const work = (...entries: readonly object[]) => imported({ basics: { label: 'Cook', summary: 'I cook.' }, work: entries });

  test('the present has no end, or a word for it', () => {
    const { resume, remarks } = work({ name: 'A', startDate: '2021-02-03' }, { name: 'B', startDate: '2020', endDate: 'Present' });
    expect(resume.jobs.map(({ start, end }) => [start, end])).toEqual([
      ['2021-02', 'now'],
      ['2020', 'now'],
    ]);
    expect(remarks).toEqual([]);
  });

  test.each([
    ['2013', '2013'],
    ['2013-09', '2013-09'],
    ['2013-9-24', '2013-09'],
    ['2013-09-24T00:00:00.000Z', '2013-09'],
    ['2012/06', '2012-06'],
    ['2012.6.1', '2012-06'],
    ['06/2012', '2012-06'],
    ['24/07/2014', '2014-07'],
    ['07/24/2014', '2014-07'],
    ['07/08/2014', '2014'],
    ['July 2014', '2014-07'],
    ['  jul.   2014 ', '2014-07'],
    ['Sept 2014', '2014-09'],
    ['July 4th, 2014', '2014-07'],
    ['4 July 2014', '2014-07'],
    ['2014 July', '2014-07'],
    ['2014-Jul-04', ''],
    ['Summer 2014', '2014'],
    ['Present', 'now'],
    ['to date', 'now'],
    ['Currently', 'now'],
    ['', 'now'],
    ['2011-13', ''],
    ['2010 - 2012', ''],
    ['12', ''],
    ['0007-01', ''],
    ['9999-12-31', ''],
    ['Ju 2014', ''],
    ['Jury 2014', ''],
    ['presently unknown', ''],
    ['some time in 2014', ''],
    ['soon', ''],
  ])('an end of “%s” is read as “%s”; what cannot be read is told, and never the present', (endDate, end) => {
    const { resume, remarks } = work({ name: 'A', position: 'Cook', startDate: '2001', endDate });
    expect(resume.jobs[0]?.end).toBe(end);
    expect(remarks).toEqual(
      end === '' ? [`work, entry 1 (A), endDate: “${endDate}” cannot be read as a date; it is left empty. Put it right by hand.`] : [],
    );
    expect(checkResume(resume).map((fault) => fault.split(':')[0])).toEqual(end === '' ? ['jobs, entry 1 (a), end'] : []);
  });

  test('an end that cannot be read does not put its job first', () => {
    const { resume } = work(
      { name: 'Old', startDate: '2001', endDate: 'long ago' },
      { name: 'New', startDate: '2020', endDate: '2021' },
      { name: 'Middle', startDate: '2010', endDate: '2011' },
      { name: 'Newest', startDate: '2022' },
    );
    expect(resume.jobs.map(({ employer }) => employer)).toEqual(['Newest', 'New', 'Middle', 'Old']);
  });

  test('jobs are put in order, the newest first', () => {
    const { resume } = work(
      { name: 'Old', startDate: '2001', endDate: '2002' },
      { name: 'New', startDate: '2020' },
      { name: 'Middle', startDate: '2010', endDate: '2011-05' },
    );
    expect(resume.jobs.map(({ employer }) => employer)).toEqual(['New', 'Middle', 'Old']);
  });

  test('slugs are made of names, each once, and never one that the page uses', () => {
    const { resume } = work(
      { name: 'Café Zürich', position: 'Cook', startDate: '2020' },
      { name: 'About', startDate: '2019', endDate: '2020' },
      { name: '灯台', startDate: '2018', endDate: '2019' },
      { name: 'Two', position: 'Chef', startDate: '2017', endDate: '2018' },
      { name: 'Two', position: 'Cook', startDate: '2016', endDate: '2017' },
      { name: 'Two', position: 'Cook', startDate: '2015', endDate: '2016' },
      { name: '__proto__', startDate: '2014', endDate: '2015' },
      { name: 'constructor', startDate: '2013', endDate: '2014' },
    );
    expect(resume.jobs.map(({ slug }) => slug)).toEqual([
      'cafe-zurich',
      'about-2',
      'job',
      'two-chef',
      'two-cook',
      'two-cook-2',
      'proto',
      'constructor',
    ]);
    expect(checkResume({ ...resume, jobs: resume.jobs.map((job) => ({ ...job, title: 'Cook' })) })).toEqual([]);
  });

  test('older names of members are known', () => {
    const { resume } = work({ company: 'A', position: 'Cook', startDate: '2020', location: { city: 'Oslo' } });
    expect(resume.jobs[0]).toMatchObject({ employer: 'A', places: ['Oslo'] });
  });

  test('a summary of lines is paragraphs, without what cannot be seen', () => {
    const { resume } = work({ name: 'A', startDate: '2020', summary: ' One\u200b.\r\n\r\n\tTwo\u202e.\u0007\n ' });
    expect(resume.jobs[0]?.summary).toEqual(['One.', 'Two.']);
  });

  test('talks, publications, certificates and projects find their places', () => {
    const { resume, remarks } = imported({
      basics: { name: 'Ada', label: 'Cook', summary: 'I cook. And I write.\nA lot.' },
      work: [{ name: 'Inn', position: 'Cook', startDate: '2019' }],
      projects: [
        { name: 'On soup', type: 'presentation', entity: 'SoupConf', startDate: '2020-01-01', description: 'Hot.' },
        { name: 'Pot', highlights: ['Boils', 'Holds water!'], url: 'pot.example.org', type: 'application' },
      ],
      publications: [{ name: 'Soup', publisher: 'Press', releaseDate: '2021', summary: 'All of it.' }],
      certificates: [{ name: 'Knife skills', issuer: 'School', date: '2018-05' }],
    });
    expect(resume.talks).toEqual([{ slug: 'on-soup', title: 'On soup', date: '2020-01', at: 'SoupConf', note: 'Hot.' }]);
    expect(resume.projects).toEqual([
      { slug: 'pot', name: 'Pot', highlights: ['Boils', 'Holds water!'], kind: 'application', link: 'https://pot.example.org' },
    ]);
    expect(resume.writing).toEqual([{ slug: 'soup', title: 'Soup', publisher: 'Press', summary: 'All of it.', date: '2021' }]);
    expect(resume.certificates).toEqual([{ slug: 'knife-skills', name: 'Knife skills', issuer: 'School', date: '2018-05' }]);
    expect(resume.person).toMatchObject({ tagline: 'I cook.', about: ['And I write.', 'A lot.'] });
    expect(remarks).toEqual([]);
    expect(checkResume(resume)).toEqual([]);
  });

  test('what is wrong by itself is told, and left out', () => {
    const { resume, remarks } = imported({
      basics: { email: 'at home', phone: 'ring', url: 'javascript:alert(1)', profiles: [{ network: 'Hub', username: '' }] },
      work: [{ name: 'A', startDate: 'long ago', systems: ['nowhere'] }],
      projects: [{ name: 'P', type: 'exhibit', job: 'nowhere', url: 'not one' }],
    });
    expect(resume.person.contacts).toBeUndefined();
    expect(remarks).toEqual([
      'work, entry 1 (A), startDate: “long ago” cannot be read as a date; it is left empty. Put it right by hand.',
      'basics, email: cannot be used (at home).',
      'basics, phone: cannot be used (ring).',
      'profiles, entry 1 (Hub), network: the data has no place for a name that leads nowhere (Hub).',
      'basics, url: the data has no place for it (javascript:alert(1)).',
      'projects, entry 1 (P), job: names no job (nowhere).',
      'projects, entry 1 (P), url: the data has no place for it (not one).',
      'work: no exhibit has this name (nowhere).',
    ]);
  });

  test('what is missing is for the checks to tell', () => {
    const { resume } = imported({ work: [{ name: 'A' }] });
    expect(checkResume(resume)).toEqual([
      'person, role: is empty. Write something: it is needed.',
      'person, tagline: is empty. Write something: it is needed.',
      'jobs, entry 1 (a), title: is empty. Write something: it is needed.',
      "jobs, entry 1 (a), start: is not a date. Write a year such as '2021', or a month such as '2021-02'.",
    ]);
  });
});

describe('documents of bad form', () => {
  test.each<[unknown, string]>([
    [null, 'the résumé: is not a record. Write { … }.'],
    [[], 'the résumé: is not a record. Write { … }.'],
    ['text', 'the résumé: is not a record. Write { … }.'],
    [{ work: {} }, 'work: is not a list. Write [ … ], or leave it out.'],
    [{ work: ['Shopee'] }, 'work, item 1: is not a record. Write { … }.'],
    [{ work: [{ name: 'A', startDate: 2021 }] }, 'work, entry 1 (A), startDate: is not a text. Write it between quotes, or leave it out.'],
    [{ work: [{ name: 'A', highlights: [1] }] }, 'work, entry 1 (A), highlights, item 1: is not a text. Write it between quotes.'],
    [{ basics: { profiles: 'none' } }, 'basics, profiles: is not a list. Write [ … ], or leave it out.'],
  ])('%j', (document, fault) => {
    expect(faults(document)).toEqual([fault]);
  });

  test('null is as absent', () => {
    expect(imported({ basics: null, work: null, skills: [{ name: null, keywords: null }] }).remarks).toEqual([]);
  });

  test('any JSON is read or refused, and what is read has no fault but what is missing', () => {
    const key = fc.constantFrom('basics', 'work', 'projects', 'skills', 'name', 'summary', 'startDate', 'url', '__proto__', 'slug', 'x');
    const tree = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string({ unit: 'binary' }),
        fc.constantFrom('2021', 'https://example.org', null, 1, true),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 5 }),
      ),
    })).value;
    const entry = fc.dictionary(key, tree, { maxKeys: 6 });
    const document = fc.dictionary(key, fc.oneof(tree, entry, fc.array(entry, { maxLength: 3 })), { maxKeys: 6 });
    fc.assert(
      fc.property(document, (value) => {
        const result = importResume(JSON.parse(JSON.stringify(value)));
        if (!result.ok) return;
        for (const fault of checkResume(result.resume)) expect(fault).toMatch(/is empty|is not a date|is before|is missing/);
        expect(result.remarks.join('\n')).not.toMatch(/[^\P{Cc}\n]/u);
      }),
      { numRuns: 500 },
    );
  });
});
