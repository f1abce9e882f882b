/** The sections that not everybody has: each is a file or a directory, a heading, and a type of its own for search engines. */
import { describe, expect, test } from 'vitest';
import { resumeHtml } from '../../src/career/forms/html.ts';
import { jsonLd } from '../../src/career/forms/json-ld.ts';
import { resumeText } from '../../src/career/forms/text.ts';
import { unique } from '../fixtures/unique.ts';
import { createShell } from '../front-door.ts';
import { NOON } from '../host.ts';
import { empty } from './generated.ts';

const sections = ['certificates', 'volunteering', 'awards', 'skills', 'languages', 'interests', 'references', 'exhibitions'] as const;

describe('at the prompt', () => {
  const shell = createShell({ resume: unique });

  test('each is in the home directory', async () => {
    const { stdout } = await shell.run('ls -p');
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining([
        ...['certificates/', 'volunteering/', 'awards/', 'references/', 'exhibitions/'],
        ...['skills', 'languages', 'interests'],
      ]),
    );
  });

  test.each([
    ['cat skills', 'Skills\n\n- Founding (Virtuosa): Moulds, Alloys\n'],
    ['cat languages', 'Languages\n\n- Flemish (Mother tongue)\n'],
    ['cat interests', 'Interests\n\n- Birds: Owls, Jackdaws\n'],
    ['cat paper-j1', 'Licence to solder\nIssuer: Fire Office\nDate: August 2016\nLink: https://fire.example/\n'],
    ['cat awards/*', 'Golden Clapper\nAwarder: Bell Society\nDate: July 2018\n\nFor a pure third.\n'],
    [
      '(cd /; cat aid-i9)',
      'Ringer\nOrganization: Tower Watch\nYears: January 2008 – November 2009\nLink: https://watch.example/\n\nWe rang for weddings.\n\n- Never late.\n',
    ],
    ['cat voice-l3', 'Sister Clara\n\nHer bells keep time.\n'],
    [
      'cat exhibitions/show-m4',
      'Cast in light\nAt: Museum of Sound\nYears: March 2019 – May 2020\nLink: https://sound.example/\n\nA room of shadows.\n\n- Thirty thousand guests.\n',
    ],
    [
      'cat thing-b2',
      'Pocket chime\nKind: trinket\nFor: Fair of Mechelen\nRoles: Designer, Polisher\nYears: April 2014 – February 2015\nLink: https://chime.example/\n\nFits a waistcoat.\n\n- Sold out in a week.\n\nTechnologies: Brass\n',
    ],
  ])('%s', async (line, stdout) => {
    expect(await shell.run(line)).toEqual({ stdout, stderr: '', status: 0 });
  });
});

test('each has its heading on paper and on the plain page, said once', () => {
  const text = resumeText(unique, NOON);
  const html = resumeHtml(unique);
  for (const section of sections) {
    expect(text.split('\n').filter((line) => line.toLowerCase() === section)).toEqual([section.toUpperCase()]);
    expect([...html.matchAll(/<h[1-6][^>]*>([^<]*)/g)].filter(([, title]) => title?.toLowerCase() === section)).toHaveLength(1);
  }
});

test('a person without them has no word of them', () => {
  const told = `${resumeText(empty, NOON)}${resumeHtml(empty)}${JSON.stringify(jsonLd(empty))}`.toLowerCase();
  expect(sections.filter((section) => told.includes(section))).toEqual([]);
});

test('a career that says nothing of its beginning has none', async () => {
  const { since: _since, ...person } = empty.person;
  const shell = createShell({ resume: { ...empty, person } });
  const { stdout } = await shell.run('whoami; cat about; uname -a; uptime; last; neofetch; finger; w; resume');
  expect(stdout).not.toMatch(/since|undefined|NaN/i);
});

test('search engines are told what each is', () => {
  const told = JSON.parse(JSON.stringify(jsonLd(unique)));
  expect(told.hasCredential[1]).toEqual({
    '@type': 'EducationalOccupationalCredential',
    credentialCategory: 'certificate',
    name: 'Licence to solder',
    recognizedBy: { '@type': 'Organization', name: 'Fire Office' },
    dateCreated: '2016-08',
    url: 'https://fire.example/',
  });
  expect(told.alumniOf).toEqual([{ '@type': 'CollegeOrUniversity', name: 'Guild of Saint Anne', url: 'https://anne.example/' }]);
  expect(told).toMatchObject({
    image: 'https://ida.example/cv/ida-unica.jpg',
    address: { '@type': 'PostalAddress', addressLocality: 'Eeklo' },
    award: ['Golden Clapper'],
    knowsLanguage: [{ '@type': 'Language', name: 'Flemish' }],
    '@reverse': { author: [{ '@type': 'CreativeWork', name: 'A history of cracks' }] },
  });
});
