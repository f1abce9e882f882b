/** Résumés as other people might have them: empty, full, very long. */
import type { Job, Resume } from '../../data/types.ts';
import { fixture } from '../fixtures/resume.ts';

/** Nothing but a role and a sentence. */
export const empty: Resume = {
  person: { role: 'Gardener', tagline: 'I grow things.', since: '2020', places: [], about: [] },
  jobs: [],
  education: [],
  talks: [],
  projects: [],
  writing: [],
  systems: [],
};

const job = (index: number): Job => ({
  slug: `job-${index}`,
  title: `Gardener ${index}`,
  employer: `Garden ${index}`,
  places: [`Town ${index}`],
  start: `${2025 - index}`,
  end: index === 0 ? 'now' : `${2026 - index}`,
  summary: [`I grew ${index} roses.`],
});

/** Forty jobs, a year each. */
export const forty: Resume = {
  ...empty,
  person: { ...empty.person, since: '1986', places: ['Here', 'There'] },
  jobs: Array.from({ length: 40 }, (_, index) => job(index)),
};

const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** Words longer than any line, and other scripts. */
export const wide: Resume = {
  ...empty,
  person: {
    name: 'محمد 山田太郎 Škvorecký',
    role: long,
    tagline: `${long} ${long}`,
    since: '2001-05',
    places: [long, '東京'],
    about: [long],
  },
  jobs: [
    { ...job(0), title: long, employer: long, places: [long, long], highlights: [long], technologies: [long] },
    { ...job(1), title: '灯台守', employer: '株式会社灯台', places: ['東京'] },
  ],
};

/** The fictional résumé with every optional field. */
export const full: Resume = {
  ...fixture,
  projects: [
    { slug: 'gullcount', name: 'Gull counter', summary: 'Counts gulls.', technologies: ['Perl'], link: 'https://example.org/gulls' },
  ],
  writing: [{ slug: 'notes', title: 'Notes', summary: 'What the wind said.', date: '2020-03', link: 'https://example.org/notes' }],
  talks: [{ slug: 'fogconf', title: 'Fog', date: '2021-02', at: 'FogConf', job: 'southlight-lead', note: 'With horns & <bells>.' }],
};
