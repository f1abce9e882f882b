import { describe, expect, test } from 'vitest';
import { entryDisplay } from '../../src/career/entries/display.ts';
import { aboutEntry, type Entry } from '../../src/career/entries/entry.ts';
import { sectionEntries } from '../../src/career/entries/sections.ts';
import { entryText } from '../../src/career/entries/text.ts';
import { fixture } from '../fixtures/resume.ts';
import { runs, screen, width } from './screen.ts';

const now = Date.UTC(2026, 10, 24, 12);
const jobs = sectionEntries(fixture, 'jobs', now);
const [northlight, lead, , dock] = jobs as [Entry, Entry, Entry, Entry];
const [talk] = sectionEntries(fixture, 'talks', now) as [Entry];

test('a job’s file has a fact or a paragraph a line', () => {
  expect(entryText(northlight)).toBe(`Keeper of Lamps
Employer: North Light
Place: Far Island
Years: 2022 – now
State: ● ACTIVE

I run the lamp of the north tower, with Go and Redis.

- Cut oil use by about 20 %.
- Wrote the runbook for fog.

Technologies: Go, Redis
Exhibit: lamp, A lamp that never goes out (about 20 % less oil)
`);
});

test('what a job has not does not show in its file', () => {
  expect(entryText(dock)).toBe('Deckhand\nEmployer: The Dock\nPlace: Harbour Town\nYears: 2015\n\nI tied knots.\n');
});

test('a talk tells where, when and during which job', () => {
  expect(entryText(talk)).toBe('Fog, a love story\nAt: FogConf\nDate: February 2021\nWhile: Lead Keeper, South Light\n');
});

test('about tells who, since when, where, and how to be reached', () => {
  expect(entryText(aboutEntry(fixture, now))).toBe(`Ada Example
Role: Lighthouse engineer
Since: 2015
Places: Harbour Town / Far Island

I keep lamps lit and ships dry.

I keep lighthouses running.

I have never lost a ship.

Likes: Fog horns
Likes: Go
E-mail: ada@example.org
Example Hub: https://example.org/ada
`);
});

test('without a name the role stands in its place', () => {
  const { name: _name, ...person } = fixture.person;
  expect(
    entryText(aboutEntry({ ...fixture, person }, now))
      .split('\n')
      .slice(0, 2),
  ).toEqual(['Lighthouse engineer', 'Since: 2015']);
});

describe('on a terminal an entry is set for reading', () => {
  test('at 80 columns', () => {
    expect(screen(entryDisplay(northlight, 80))).toBe(`
Keeper of Lamps
North Light · Far Island · 2022 – now  ● ACTIVE

I run the lamp of the north tower, with Go and Redis.

– Cut oil use by about 20 %.
– Wrote the runbook for fog.

Technologies  Go · Redis
Exhibit       lamp  A lamp that never goes out (about 20 % less oil)
`);
  });

  test('at 104 columns, with the facts and labels in a margin', () => {
    const lines = entryDisplay(northlight, 104);
    expect(screen(lines)).toBe(`
North Light               Keeper of Lamps
Far Island
2022 – now                I run the lamp of the north tower, with Go and Redis.
● ACTIVE
                          – Cut oil use by about 20 %.
                          – Wrote the runbook for fog.

Technologies              Go  Redis

Running exhibit           lamp          A lamp that never goes out
`);
    expect(
      lines
        .flat()
        .filter(({ style }) => style?.bold)
        .map(({ text }) => text),
    ).toEqual(['North Light', 'Keeper of Lamps', '20 %', 'lamp']);
  });

  test('at 40 columns, the mark of the present job on a line of its own', () => {
    expect(screen(entryDisplay(northlight, 40))).toBe(`
Keeper of Lamps
North Light · Far Island · 2022 – now
● ACTIVE

I run the lamp of the north tower, with
Go and Redis.

– Cut oil use by about 20 %.
– Wrote the runbook for fog.

Technologies  Go · Redis
Exhibit       lamp  A lamp that never
                    goes out (about 20 %
                    less oil)
`);
  });

  test('bullets and notes hang', () => {
    const long = { ...dock, highlights: ['one two three four five six seven eight nine ten'], paragraphs: [] };
    expect(screen(entryDisplay(long, 24))).toBe(`
Deckhand
The Dock · Harbour Town
· 2015

– one two three four
  five six seven eight
  nine ten
`);
  });

  test.each([20, 40, 80, 88, 160])('no row is wider than %i columns, nor than is good to read', (columns) => {
    for (const entry of [...jobs, talk, aboutEntry(fixture, now)]) {
      expect(width(entryDisplay(entry, columns))).toBeLessThanOrEqual(Math.min(columns, 88));
    }
  });

  test('technologies, exhibits and the other roles at an employer can be run', () => {
    expect(runs(entryDisplay(northlight, 80))).toEqual(['tech Go', 'tech Redis', 'lamp']);
    expect(runs(entryDisplay(lead, 80))).toEqual(['cat south-light', 'tech Go']);
    expect(runs(entryDisplay(talk, 80))).toEqual(['cat southlight-lead']);
  });

  test('its title is a heading of the transcript', () => {
    expect(entryDisplay(dock, 80)[0]?.[0]?.style?.level).toBe(1);
  });
});

test('an entry ends when its last year or month ends, and an undated one has not ended', () => {
  const times = (section: 'talks' | 'projects' | 'writing' | 'education') =>
    sectionEntries(fixture, section, now).map(({ mtime }) => new Date(mtime).toISOString().slice(0, 10));
  expect(jobs.map(({ mtime }) => new Date(mtime).toISOString().slice(0, 10))).toEqual([
    '2026-11-24',
    '2022-12-31',
    '2019-12-31',
    '2015-12-31',
  ]);
  expect(times('talks')).toEqual(['2021-02-28']);
  expect(times('education')).toEqual(['2015-12-31']);
  expect(times('projects')).toEqual(['2026-11-24']);
  expect(times('writing')).toEqual(['2026-11-24']);
});

test('an undated talk is as old as the job it was given in', () => {
  const resume = { ...fixture, talks: [{ slug: 'inside', title: 'Inside', job: 'southlight-lead' }] };
  expect(sectionEntries(resume, 'talks', now).map(({ mtime }) => new Date(mtime).getUTCFullYear())).toEqual([2022]);
});
