import { describe, expect, test } from 'vitest';
import { resume } from '../../data/resume.ts';
import type { Job } from '../../data/types.ts';
import { HOME } from '../../src/app/prompt.ts';
import { createShell } from '../front-door.ts';

/** Slug, years, title, employer, place, and what must be told, figures exact. */
const jobs: readonly (readonly [
  slug: string,
  start: string,
  end: string,
  title: string,
  employer: string,
  places: string,
  ...told: string[],
])[] = [
  [
    'tiktok',
    '2025',
    'now',
    'Software Engineer',
    'TikTok',
    'Singapore',
    'backend engineer',
    'Direct Messaging',
    'real-time infrastructure',
    'around the world',
  ],
  [
    ...(['shopee', '2023', '2025', 'Senior Software Engineer', 'Shopee', 'Jakarta'] as const),
    ...[
      'Tech lead',
      'four engineers',
      'Shopee Games',
      'more than 150 billion user records',
      'legacy database',
      'automated retry and rollback',
    ],
    ...['Puzzle Bobble', 'Redis CPU by about 48 %', 'query latency by about 75 %', 'Word Puzzle', 'custom trie'],
    ...['Tile Match', 'real-time PvP matchmaking game', 'WebSocket', 'thousands of players at once', 'panic handling', 'rate limiting'],
    ...['knowledge-rotation plan', 'single point of failure', 'standard error codes', 'metric reporting', 'troubleshooting simpler'],
    ...['monthly one-on-ones', 'brainstorming sessions', 'technical reviews'],
  ],
  [
    ...(['grab', '2022', '2023', 'Senior Software Engineer', 'Grab', 'Singapore / Jakarta'] as const),
    ...['engineering owner of several projects', 'service-stability work', 'inside the team and across teams', 'reward-issuance system'],
    ...['state machine', 'message queues', 'distributed locks', 'tech families', 'technical RFCs and runbooks', 'proof of concept'],
    ...['API documentation from protobuf definitions', 'resource usage', 'cloud cost', 'newly hired engineer', 'onboarding plan'],
  ],
  [
    ...(['tokopedia-senior', '2020', '2021', 'Senior Software Engineer', 'Tokopedia', 'Jakarta'] as const),
    ...['trending-products pipeline', 'nearly 3 million products a week', '2 million keywords a day', 'whole marketplace', 'Elasticsearch'],
    ...['index-retention engine', 'long term', 'Go graceful shutdown', 'best practice', 'whole company', 'burst-prevention engine'],
    ...['real-time statistics monitoring', 'needless burst events', 'in-memory connection management', 'cloud migration'],
    ...['senior and junior software-engineer roles', 'START Summit Extension (February 2021)', 'DevCamp 2021', 'several internal talks'],
  ],
  [
    ...(['tokopedia-first', '2019', '2020', 'Software Engineer', 'Tokopedia', 'Jakarta'] as const),
    ...[
      'state-driven platform',
      'seller dashboard',
      'dynamic layout (about 500 RPS)',
      'widgets (about 2.1K RPS)',
      'concurrency-aware library',
    ],
    ...[
      'upstream calls',
      'first React version of the seller home page',
      'background ETL job',
      'backward-compatible',
      'reviews with attachments',
    ],
  ],
  [
    ...(['mywishes', '2018', '2019', 'Software Engineer', 'MyWishes', 'London, UK'] as const),
    ...['digital will-writing application end to end', 'Docker', 'Rancher', 'Node.js', 'Next.js', 'small fintech in London'],
  ],
  [
    ...(['telkom', '2018', '2018', 'Full Stack Developer', 'Telekomunikasi Indonesia', 'Bandung'] as const),
    ...['whole stacks', 'travel and tourism products', 'main application from PHP to Node.js', 'MySQL to MongoDB'],
  ],
  ['alter', '2017', '2017', 'Android Developer', 'Alter Indonesia', 'Indonesia', 'only Android developer', 'rental marketplace app'],
];

const prose = ({ summary, highlights = [] }: Job): string => [...summary, ...highlights].join('\n');

test('there are exactly the eight jobs, newest first', () => {
  expect(resume.jobs.map(({ slug }) => slug)).toEqual(jobs.map(([slug]) => slug));
});

describe.each(jobs)('%s', (slug, start, end, title, employer, places, ...told) => {
  const job = resume.jobs.find((it) => it.slug === slug);

  test('its name, years, title, employer and place are exact', () => {
    expect(job).toMatchObject({ start, end, title, employer });
    expect(job?.places.join(' / ')).toBe(places);
  });

  test('all that is known of it is told', () => {
    expect(told.filter((text) => !(job && prose(job).includes(text)))).toEqual([]);
  });

  test('its file at the prompt tells the same', async () => {
    const { stdout, status } = await createShell({ resume }).run(`cd /; cat ${slug}`);
    expect(status).toBe(0);
    expect([title, employer, places, ...told].filter((text) => !stdout.includes(text))).toEqual([]);
    expect(stdout.includes('● ACTIVE')).toBe(end === 'now');
  });
});

const lines: readonly (readonly [line: string, ...told: string[]])[] = [
  ['cat about', 'messaging infrastructure, distributed databases, real-time multiplayer games', 'at scale', 'wake nobody at 3 a.m.'],
  ['cat about', 'since 2017, in Indonesia, London and Singapore', 'packing boxes', 'keeping a résumé short'],
  ['cat about', 'finance trackers', 'automation tools', 'the very website you are reading', 'whether I understood them'],
  ['cat about', 'Go', 'distributed systems', 'existential crisis', 'AI', 'Probably. Not today, though.'],
  ['whoami', 'Backend engineer', 'Since: 2017', 'Indonesia / London / Singapore', 'Now: Software Engineer, TikTok'],
  ['cat gunadarma', 'Universitas Gunadarma', 'Bachelor of Engineering, Informatics Engineering', '2014 – 2018'],
  ['cat tokopedia', 'Years: 2020 – 2021', 'Years: 2019 – 2020'],
  ['cat talks/*', 'START Summit Extension', 'February 2021', 'DevCamp 2021', 'internal talks'],
  ['cat projects/*', 'Finance trackers', 'Automation tools', 'website'],
  ['cat writing/*', 'problems that I have solved'],
];

test.each(lines)('%s', async (line, ...told) => {
  const { stdout, status } = await createShell({ resume }).run(line);
  expect(status).toBe(0);
  expect(told.filter((text) => !stdout.includes(text))).toEqual([]);
});

test('each system has the job it comes from', () => {
  expect(resume.systems.map(({ slug, job }) => [slug, job])).toEqual([
    ['dm', 'tiktok'],
    ['migrate', 'shopee'],
    ['bobble', 'shopee'],
    ['wordpuzzle', 'shopee'],
    ['tilematch', 'shopee'],
    ['ratelimit', 'shopee'],
    ['rewards', 'grab'],
    ['trending', 'tokopedia-senior'],
    ['shutdown', 'tokopedia-senior'],
    ['burst', 'tokopedia-senior'],
    ['dashboard', 'tokopedia-first'],
  ]);
  for (const job of resume.jobs) {
    expect(job.systems ?? []).toEqual(resume.systems.filter((system) => system.job === job.slug).map(({ slug }) => slug));
  }
});

test('what is not known is not made up', () => {
  expect(resume.person.name).toBeUndefined();
  expect(resume.person.contacts).toBeUndefined();
  expect(resume.site).toBeUndefined();
  expect(JSON.stringify(resume)).not.toMatch(/https?:|@/);
});

test('ls jobs lists the newest first', async () => {
  const { stdout } = await createShell({ resume }).run('ls jobs');
  expect(stdout.split('\n').slice(0, 8)).toEqual(jobs.map(([slug]) => slug));
});

test('the home directory holds the résumé', async () => {
  const { stdout } = await createShell({ resume }).run(`ls -p ${HOME}`);
  expect(stdout.trim().split('\n')).toEqual(expect.arrayContaining(['about', 'education/', 'jobs/', 'projects/', 'talks/', 'writing/']));
});
