import { describe, expect, test } from 'vitest';
import { resume } from '../../data/resume.ts';
import type { Resume } from '../../data/types.ts';
import { checkResume } from '../../src/site/check/check.ts';
import { fixture } from '../fixtures/resume.ts';

/** Data without the types that would forbid its mistakes. */
type Draft = { [key: string]: Draft };

/** The faults of the fictional résumé after a change that its types would not allow. */
const faults = (change: (draft: Draft) => void): string[] => {
  const draft = structuredClone(fixture) as unknown as Draft;
  change(draft);
  return checkResume(draft as unknown as Resume);
};

test('the real résumé has no fault', () => {
  expect(checkResume(resume)).toEqual([]);
});

test('the fictional résumé has no fault', () => {
  expect(checkResume(fixture)).toEqual([]);
});

test('an empty résumé has no fault', () => {
  const { contacts: _contacts, likes: _likes, ...person } = fixture.person;
  const empty: Resume = { person, jobs: [], education: [], talks: [], projects: [], writing: [], systems: [] };
  expect(checkResume(empty)).toEqual([]);
});

/** Sets what the keys lead to; undefined removes it. */
const put =
  (path: string, value: unknown) =>
  (draft: Draft): void => {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const holder = keys.reduce((at, key) => at[key] ?? {}, draft);
    if (value === undefined) delete holder[last];
    else holder[last] = value as Draft;
  };

describe('each mistake is one sentence with place, reason and cure', () => {
  test.each<[path: string, value: unknown, ...expected: string[]]>([
    ['jobs.0.title', '', 'jobs, entry 1 (northlight), title: is empty. Write something: it is needed.'],
    ['jobs.0.title', '   ', 'jobs, entry 1 (northlight), title: is empty. Write something: it is needed.'],
    ['jobs.1.highlights.0', '', 'jobs, entry 2 (southlight-lead), highlights, item 1: is empty. Write something, or remove it.'],
    ['jobs.1.summary.1', ' padded', 'jobs, entry 2 (southlight-lead), summary, item 2: begins or ends with a blank. Remove it.'],
    ['jobs.0.title', undefined, 'jobs, entry 1 (northlight), title: is missing. Add it.'],
    ['jobs.0.title', 'a\u202eb', 'jobs, entry 1 (northlight), title: has a control character or an invisible one. Retype it by hand.'],
    ['jobs.0.title', 'a\nb', 'jobs, entry 1 (northlight), title: has a line break or a tab. Make each line an item or a paragraph.'],
    ['jobs.0.start', '22', "jobs, entry 1 (northlight), start: is not a date. Write a year such as '2021', or a month such as '2021-02'."],
    [
      'jobs.0.start',
      '2022-13',
      "jobs, entry 1 (northlight), start: is not a date. Write a year such as '2021', or a month such as '2021-02'.",
    ],
    ['jobs.0.start', '0007', 'jobs, entry 1 (northlight), start: is a year out of range. Write one between 1900 and 2100.'],
    [
      'jobs.1.end',
      'soon',
      "jobs, entry 2 (southlight-lead), end: is not a date. Write a year such as '2021', a month such as '2021-02', or 'now'.",
    ],
    ['jobs.2.end', '2015', 'jobs, entry 3 (southlight-junior), end: is before the start (2015, 2016). Swap them, or correct one.'],
    ['education.0.end', '2010-12', 'education, entry 1 (sea-school), end: is before the start (2010-12, 2011). Swap them, or correct one.'],
    ['jobs.3.end', '2020', 'jobs, entry 4 (dock), end: is later than that of the entry above (2020, 2019). Put the newest first.'],
    ['jobs.2.slug', 'northlight', 'jobs, entry 3 (northlight), slug: is already used, by jobs, entry 1. Choose another one.'],
    ['talks.0.slug', 'dock', 'talks, entry 1 (dock), slug: is already used, by jobs, entry 4. Choose another one.'],
    [
      'jobs.3.slug',
      '../dock',
      'jobs, entry 4 (../dock), slug: is not a safe slug. Use lower-case letters a–z, digits, and single hyphens between them.',
    ],
    [
      'jobs.3.slug',
      'The Dock',
      'jobs, entry 4 (The Dock), slug: is not a safe slug. Use lower-case letters a–z, digits, and single hyphens between them.',
    ],
    ['jobs.3.slug', 'about', 'jobs, entry 4 (about), slug: is a name that the page itself uses. Choose another one.'],
    [
      'jobs.0.systems.0',
      'lump',
      'jobs, entry 1 (northlight), systems, item 1: names no system (“lump”; known are lamp). Correct the slug, or add the system.',
    ],
    [
      'talks.0.job',
      'moon',
      'talks, entry 1 (fogconf), job: names no job (“moon”; known are northlight, southlight-lead, southlight-junior, dock). Correct the slug, or add the job.',
    ],
    [
      'systems.0.job',
      'moon',
      'systems, entry 1 (lamp), job: names no job (“moon”; known are northlight, southlight-lead, southlight-junior, dock). Correct the slug, or add the job.',
    ],
    [
      'projects.0.link',
      'example.org',
      'projects, entry 1 (gullcount), link: is not a web address. Write a complete one, beginning with https://.',
    ],
    [
      'projects.0.link',
      'javascript:alert(1)',
      'projects, entry 1 (gullcount), link: is not a web address. Write a complete one, beginning with https://.',
    ],
    ['person.contacts.email', 'ada', 'person, contacts, email: is not an e-mail address. Write it as name@example.org.'],
    ['person.contacts.phone', 'ring me', 'person, contacts, phone: is not a telephone number. Write digits, as in +65 1234 5678.'],
    [
      'person.contacts.profiles.0.url',
      'https://me:secret@example.org',
      'person, contacts, profiles, entry 1 (Example Hub), url: is not a web address. Write a complete one, beginning with https://.',
    ],
    ['site', 'https://example.org', 'site: does not end in a slash. Add one: https://example.org/.'],
    ['jobs', undefined, 'jobs: is missing. Add it.'],
    ['jobs', null, 'jobs: is missing or not a list. Write [ … ]; it can be empty.'],
    ['jobs.0.places', 'Singapore', 'jobs, entry 1 (northlight), places: is missing or not a list. Write [ … ]; it can be empty.'],
    ['jobs.0.title', 5, 'jobs, entry 1 (northlight), title: is missing or not a text. Write it between quotes.'],
    ['jobs.0.places.0', null, 'jobs, entry 1 (northlight), places, item 1: is missing or not a text. Write it between quotes.'],
    [
      'jobs.0.start',
      2022,
      "jobs, entry 1 (northlight), start: is missing or not a date. Write a year such as '2021', or a month such as '2021-02', between quotes.",
    ],
    ['talks.0', 'On fog', 'talks, item 1: is not a record ("On fog"). Write { … } with slug, title, date, at, job, link, note.'],
    ['person', undefined, 'person: is missing. Add it.'],
    ['person.role', undefined, 'person, role: is missing. Add it.'],
    [
      'person.contacts',
      'ada@example.org',
      'person, contacts: is not a record ("ada@example.org"). Write { … } with email, phone, location, profiles.',
    ],
    ['person.likes.1', '', 'person, likes, item 2: is empty. Write something, or remove it.'],
    ['person.tagline', '', 'person, tagline: is empty. Write something: it is needed.'],
    ['jobs.0.title', 'x'.repeat(301), 'jobs, entry 1 (northlight), title: is too long (301 characters). Use at most 300.'],
    [
      'jobs.0.summary.0',
      'x'.repeat(5_001),
      'jobs, entry 1 (northlight), summary, item 1: is too long (5001 characters). Use at most 5000.',
    ],
    [
      'jobs.3.slug',
      'x'.repeat(61),
      `jobs, entry 4 (${'x'.repeat(61)}), slug: is too long for a file name and an address. Use at most 60 characters.`,
    ],
    ['jobs.0.title', 'a\u0007b', 'jobs, entry 1 (northlight), title: has a control character or an invisible one. Retype it by hand.'],
    ['person.name', 'a\u200bb', 'person, name: has a control character or an invisible one. Retype it by hand.'],
    ['jobs.0.employer', 'a\tb', 'jobs, entry 1 (northlight), employer: has a line break or a tab. Make each line an item or a paragraph.'],
    [
      'jobs.3.slug',
      'the/dock',
      'jobs, entry 4 (the/dock), slug: is not a safe slug. Use lower-case letters a–z, digits, and single hyphens between them.',
    ],
    [
      'jobs.3.slug',
      'Dock',
      'jobs, entry 4 (Dock), slug: is not a safe slug. Use lower-case letters a–z, digits, and single hyphens between them.',
    ],
    ['jobs.3.slug', '', 'jobs, entry 4, slug: is empty. Write something: it is needed.'],
    ['site', 'example.org/', 'site: is not a web address. Write a complete one, beginning with https://.'],
    ['site', 'ftp://example.org/', 'site: is not a web address. Write a complete one, beginning with https://.'],
    ['language', 'Bahasa Indonesia', "language: is not a language. Write its tag, such as 'en', 'id' or 'pt-BR'."],
    ['jobs.0.systems', undefined, 'systems, entry 1 (lamp), job: does not name it (northlight). Add lamp to the systems of that job.'],
    [
      'systems.0.job',
      'dock',
      'jobs, entry 1 (northlight), systems, item 1: is a system of another job (dock). Name it there, or correct its job.',
    ],
  ])('%s = %j', (path, value, ...expected) => {
    expect(faults(put(path, value))).toEqual(expected);
  });

  test('a field with a wrong name is told with the right ones', () => {
    expect(faults(put('writing.0.tittle', 'x'))).toEqual([
      'writing, entry 1 (notes), tittle: is not a field of this entry. Its fields are slug, title, publisher, summary, date, link; correct the name or remove it.',
    ]);
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    [
      'an end before its start, above a sound entry',
      { 'jobs.1.end': '2010' },
      ['jobs, entry 2 (southlight-lead), end: is before the start (2010, 2019). Swap them, or correct one.'],
    ],
    [
      'a slug twice, of an entry that others name',
      { 'jobs.1.slug': 'northlight', 'talks.0.job': 'northlight' },
      ['jobs, entry 2 (northlight), slug: is already used, by jobs, entry 1. Choose another one.'],
    ],
    [
      'a system twice',
      { 'systems.1': { slug: 'lamp', title: 'Another', job: 'dock' } },
      ['systems, entry 2 (lamp), slug: is already used, by systems, entry 1. Choose another one.'],
    ],
    [
      'an optional text that is empty',
      { 'education.0.field': '' },
      ['education, entry 1 (sea-school), field: is empty. Write something, or leave the field out.'],
    ],
    [
      'a start without an end',
      { 'projects.0.start': '2020' },
      ["projects, entry 1 (gullcount), end: is missing, but there is a start. Add it: a date, or 'now' while it lasts."],
    ],
    [
      'what goes on without a start',
      { 'education.0.start': undefined, 'education.0.end': 'now' },
      ['education, entry 1 (sea-school), start: is missing, but it goes on. Add the start, or remove the end.'],
    ],
    [
      'a slug of an entry in a section of one’s own',
      { custom: [{ slug: 'shows', heading: 'Shows', entries: [{ slug: 'dock', title: 'At the dock' }] }] },
      ['custom, entry 1 (shows), entries, entry 1 (dock), slug: is already used, by jobs, entry 4. Choose another one.'],
    ],
    [
      'a profile without a place',
      { 'person.contacts.profiles.0.url': undefined },
      ['person, contacts, profiles, entry 1 (Example Hub): leads nowhere. Add its url or the username.'],
    ],
    [
      'a picture elsewhere',
      { 'person.picture': 'https://example.org/me.jpg' },
      ["person, picture: is not a picture's file. Put it in public/, and write its name, such as 'me.jpg'."],
    ],
    [
      'a project that is a talk',
      { 'projects.0.kind': 'talk' },
      ['projects, entry 1 (gullcount), kind: says nothing, or belongs to the talks or the systems. Leave it out, or move the entry.'],
    ],
    ['an empty name', { 'person.name': '' }, ['person, name: is empty. Write something, or leave the field out.']],
  ])('%s is told once, with its cure', (_name, changes, expected) => {
    expect(
      faults((draft) => {
        for (const [path, value] of Object.entries(changes)) put(path, value)(draft);
      }),
    ).toEqual(expected);
  });

  test('every mistake is told at once', () => {
    const two = (draft: Draft): void => {
      put('jobs.0.title', '')(draft);
      put('jobs.1.employer', '')(draft);
    };
    expect(faults(two)).toHaveLength(2);
  });
});
