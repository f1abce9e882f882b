import { describe, expect, test } from 'vitest';
import { commits } from '../../src/career/commands/git/commits.ts';
import { careerJobs } from '../../src/career/extension.ts';
import { timelineLines } from '../../src/career/forms/timeline.ts';
import { careerLoad, daemons, loginName, yearsSince } from '../../src/career/system/daemon.ts';
import { technologies } from '../../src/career/technologies.ts';
import { tableLines } from '../../src/coreutils/tables.ts';
import { fixture } from '../fixtures/resume.ts';
import { empty, forty, wide } from './generated.ts';
import { runs, screen, width } from './screen.ts';

const now = Date.UTC(2026, 10, 24, 12);

describe('timeline', () => {
  test('from 104 columns on a year has as many cells as fit, and the years stand beside the bars', () => {
    expect(screen(timelineLines(fixture, 104, now))).toBe(`
                          2011    2013    2015    2017    2019    2021    2023    2025
                          ▏       ▏       ▏       ▏       ▏       ▏       ▏       ▏
North Light               ▏       ▏       ▏       ▏       ▏       ▏   ━━━━━━━━━━━━━━━━━━━ 2022 – now
                          ▏       ▏       ▏       ▏       ▏       ▏       ▏       ▏
South Light               ▏       ▏       ▏       ▏       ━━━━━━━━━━━━ 2019 – 2022
                          ▏       ▏       ▏       ▏       ▏       ▏       ▏       ▏
South Light               ▏       ▏       ▏   ━━━━━━━━━━━━ 2016 – 2019    ▏       ▏
                          ▏       ▏       ▏       ▏       ▏       ▏       ▏       ▏
The Dock                  ▏       ▏       ━━━━ 2015       ▏       ▏       ▏       ▏
                          ▏       ▏       ▏       ▏       ▏       ▏       ▏       ▏
Sea School                ──────────────── 2011 – 2015    ▏       ▏       ▏       ▏
                          ▏       ▏       ▏       ▏       ▏       ▏       ▏       ▏
                          ━━ work   ━━ now   ── study
`);
  });

  test('on a narrow screen the axis is in two figures, and years stand where there is room', () => {
    expect(screen(timelineLines(fixture, 40, now))).toBe(`
                11   16   21
                ▏    ▏    ▏    ▏
North Light     2022 – now ━━━━━
                ▏    ▏    ▏    ▏
South Light     ▏    ▏  ━━━    ▏
                ▏    ▏    ▏    ▏
South Light     ▏    ━━━  ▏    ▏
                ▏    ▏    ▏    ▏
The Dock        ▏   ━ 2015     ▏
                ▏    ▏    ▏    ▏
Sea School      ──── 2011 – 2015
                ▏    ▏    ▏    ▏
             ━━ work   ━━ now   ── study
`);
  });

  test('thirteen years are three modules of 26 cells', () => {
    const thirteen = { ...fixture, education: fixture.education.map((course) => ({ ...course, start: '2014', end: '2015' }) as const) };
    const [axis = ''] = screen(timelineLines(thirteen, 104, now))
      .split('\n')
      .slice(1);
    expect([axis.indexOf('2014'), axis.indexOf('2015'), axis.indexOf('2026')]).toEqual([26, 32, 26 + 12 * 6]);
  });

  test.each([20, 40, 80, 160])('no row is wider than %i columns', (columns) => {
    for (const resume of [fixture, forty, wide]) expect(width(timelineLines(resume, columns, now))).toBeLessThanOrEqual(columns);
  });

  test('each bar leads to its entry', () => {
    expect(runs(timelineLines(fixture, 80, now))).toEqual([
      'cat northlight',
      'cat southlight-lead',
      'cat southlight-junior',
      'cat dock',
      'cat sea-school',
    ]);
  });

  test('there is none without jobs and education', () => {
    expect(timelineLines(empty, 80, now)).toEqual([]);
  });
});

describe('commits', () => {
  const all = commits(fixture);

  test('education is the initial commit, and each role a later one', () => {
    expect(all.map(({ date, subject }) => `${date} ${subject}`)).toEqual([
      '2022 feat: Keeper of Lamps at North Light',
      '2019 feat: Lead Keeper at South Light',
      '2016 feat: Junior Keeper at South Light',
      '2015 feat: Deckhand at The Dock',
      '2011 Initial commit: Diploma, Optics',
    ]);
  });

  test('hashes are made from the data alone', () => {
    expect(commits(structuredClone(fixture))).toEqual(all);
    expect(new Set(all.map(({ hash }) => hash)).size).toBe(all.length);
    for (const { hash } of all) expect(hash).toMatch(/^[0-9a-f]{40}$/);
  });

  test('another word in an entry is another hash', () => {
    const jobs = fixture.jobs.map((job, index) => (index === 0 ? { ...job, title: 'Keeper of lamps' } : job));
    const changed = commits({ ...fixture, jobs });
    expect(changed.map(({ hash }, index) => hash === all[index]?.hash)).toEqual([false, true, true, true, true]);
  });

  test('an empty résumé has no history', () => {
    expect(commits(empty)).toEqual([]);
  });
});

describe('jobs as a machine keeps them', () => {
  test('the present one runs', () => {
    expect(careerJobs(fixture)).toEqual([
      { name: 'northlight', state: 'running', text: 'Keeper of Lamps at North Light, 2022 – now', argv: ['cat', 'northlight'] },
      { name: 'southlight-lead', state: 'done', text: 'Lead Keeper at South Light, 2019 – 2022', argv: ['cat', 'southlight-lead'] },
      { name: 'southlight-junior', state: 'done', text: 'Junior Keeper at South Light, 2016 – 2019', argv: ['cat', 'southlight-junior'] },
      { name: 'dock', state: 'done', text: 'Deckhand at The Dock, 2015', argv: ['cat', 'dock'] },
    ]);
  });

  test('process numbers are years of start, and differ within a year', () => {
    expect(daemons(fixture, now).map(({ id }) => id)).toEqual([20220, 20190, 20160, 20150]);
    const [first] = fixture.jobs;
    const twins = first ? [first, { ...first, slug: 'twin' }] : [];
    expect(daemons({ ...fixture, jobs: twins }, now).map(({ id }) => id)).toEqual([20221, 20220]);
  });

  test('memory is shared out whole', () => {
    expect(daemons(fixture, now).reduce((sum, { memory }) => sum + memory, 0)).toBeCloseTo(1);
  });

  test('years are counted from the beginning', () => {
    expect(yearsSince(fixture, now)).toBe(11);
    expect(daemons(fixture, now).map(({ years }) => years)).toEqual([4, 3, 3, 0]);
  });

  test.each([
    [1, 1],
    [5, 1],
    [24, 0.5],
  ])('the load over %i years is %d', (years, load) => {
    expect(careerLoad(fixture, now, years)).toBe(load);
  });

  test('the owner is named by name, else by role', () => {
    expect(loginName(fixture.person)).toBe('ada-example');
    expect(loginName(empty.person)).toBe('gardener');
    expect(loginName({ ...empty.person, role: '…' })).toBe('me');
  });
});

test('each technology is listed once, with where it was used', () => {
  expect(
    technologies(fixture).map(({ name, jobs, projects }) => [name, jobs.map(({ slug }) => slug), projects.map(({ slug }) => slug)]),
  ).toEqual([
    ['Go', ['northlight', 'southlight-lead'], []],
    ['Redis', ['northlight'], []],
    ['Perl', ['southlight-junior'], ['gullcount']],
  ]);
});

describe('tables', () => {
  const cells = [
    ['NAME', 'N', 'PLACE'],
    ['a', '1', 'here'],
    ['灯台守', '100', ''],
  ];

  test('columns line up by cells, and rows end with their text', () => {
    expect(screen(tableLines(cells, { right: [1] }))).toBe(`
NAME      N  PLACE
a         1  here
灯台守  100
`);
  });

  test('where the screen is too narrow, what matters least is left out', () => {
    expect(screen(tableLines(cells, { drop: [1, 0], columns: 14 }))).toBe(`
NAME    PLACE
a       here
灯台守
`);
    expect(screen(tableLines(cells, { drop: [1, 0], columns: 8 }))).toBe('\nPLACE\nhere\n\n');
  });

  test('it may be empty', () => {
    expect(tableLines([])).toEqual([]);
  });
});
