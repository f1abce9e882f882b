/** The build's own part: checks the data, prerenders the pages with the terminal's first screen, and writes what goes beside them. */
import type { Plugin } from 'vite';
import { resume as own } from '../../data/resume.ts';
import type { Resume } from '../../data/types.ts';
import { SiteBuild } from './build.ts';
import { beside } from './plugins/beside.ts';
import { catalogues } from './plugins/catalogues.ts';
import { directions } from './plugins/directions.ts';
import { licences } from './plugins/licences.ts';
import { listings } from './plugins/listings.ts';
import { order, prerender } from './plugins/prerender.ts';
import { trim } from './plugins/trim.ts';

/** The plugins that vite.config.ts uses; the page itself imports its résumé by itself. */
export const site = (resume: Resume = own): Plugin[] => {
  const build = new SiteBuild(resume);
  return [directions(resume), ...trim(), listings(), catalogues(true), prerender(build), order(build), beside(build), licences()];
};
