/** Builds the site of somebody else's résumé, as vite.config.ts builds ours: `OTHER` is the fixture's name. */
import type { Plugin } from 'vite';
import { site } from '../../src/site/plugin.ts';
import config from '../../vite.config.ts';
import { other } from '../fixtures/others.ts';

const resume = other(process.env['OTHER'] ?? '');

/** The page's own import of the data gives the other one. */
const exchanged: Plugin = {
  name: 'other-resume',
  enforce: 'pre',
  load: (id) => (id.endsWith('/data/resume.ts') ? `export const resume = ${JSON.stringify(resume)};` : undefined),
};

const { worker } = config;

export default {
  ...config,
  plugins: [exchanged, site(resume)],
  // The shell's thread is built by itself.
  worker: { ...worker, plugins: () => [exchanged, ...(worker?.plugins?.() ?? [])] },
};
