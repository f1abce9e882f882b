/** The résumé itself: every form of it is made from this file. */
import type { Resume } from '../../../../data/types.ts';

export const resume: Resume = {
  person: {
    role: 'Lighthouse keeper',
    tagline: 'I keep lamps lit and ships dry.',
    since: '2016',
    places: ['Far Island'],
    about: ['I have kept lamps since 2016, and never lost a ship.'],
  },
  jobs: [
    {
      slug: 'lighthouse',
      title: 'Keeper of the Lamp',
      employer: 'Far Light',
      places: ['Far Island'],
      start: '2019-04',
      end: 'now',
      summary: ['I keep the lamp of the north tower.'],
      highlights: ['Cut the use of oil by about 20 %.'],
      technologies: ['Lenses'],
      systems: ['lamp'],
    },
    {
      slug: 'dock',
      title: 'Deckhand',
      employer: 'The Dock',
      places: [],
      start: '2016',
      end: '2019',
      summary: ['I tied knots.'],
    },
  ],
  education: [],
  talks: [{ slug: 'fog', title: 'On fog', job: 'lighthouse' }],
  projects: [],
  writing: [],
  systems: [
    {
      slug: 'lamp',
      title: 'A lamp that must not go out',
      job: 'lighthouse',
    },
  ],
};
