/** The build's own part: checks the data, prerenders the pages with the terminal's first screen, and writes what goes beside them. */
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Resume } from '../../data/types.ts';
import { SiteBuild } from './build.ts';
import { loadResume } from './check/load.ts';
import { beside } from './plugins/beside.ts';
import { catalogues } from './plugins/catalogues.ts';
import { directions } from './plugins/directions.ts';
import { licences } from './plugins/licences.ts';
import { listings } from './plugins/listings.ts';
import { order, prerender } from './plugins/prerender.ts';
import { trim } from './plugins/trim.ts';

/** The project's own directory. */
const root = join(import.meta.dirname, '..', '..');

/** Starts the development server anew when the data change: what it has prerendered is made of them. */
const restart = (): Plugin => ({
  name: 'cvsh-restart',
  apply: 'serve',
  configureServer: (server) => {
    server.watcher.on('change', (file) => {
      if (file.startsWith(join(server.config.root, 'data'))) void server.restart();
    });
  },
});

/** The plugins that vite.config.ts uses; the page itself imports its résumé by itself. */
export const site = async (given?: Resume): Promise<Plugin[]> => {
  const resume = given ?? (await loadResume(root));
  const build = new SiteBuild(resume);
  return [
    directions(resume),
    ...trim(),
    listings(),
    catalogues(true),
    prerender(build),
    order(build),
    beside(build),
    licences(),
    restart(),
  ];
};
