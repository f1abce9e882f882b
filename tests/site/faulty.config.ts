/** Builds a site of data with two mistakes, one of them in a field that its type would not allow. */
import type { Resume } from '../../data/types.ts';
import { site } from '../../src/site/plugin.ts';
import config from '../../vite.config.ts';
import { fixture } from '../fixtures/resume.ts';

const [first, ...others] = fixture.jobs;

export default {
  ...config,
  plugins: [site({ ...fixture, jobs: [{ ...first, employer: undefined, start: 'soon' }, ...others] } as unknown as Resume)],
};
