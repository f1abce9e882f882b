/** Builds a site of the data below `SCRATCH`, whose syntax has a mistake. */
import { loadResume } from '../../src/site/check/load.ts';
import { site } from '../../src/site/plugin.ts';
import config from '../../vite.config.ts';

export default { ...config, plugins: [loadResume(process.env['SCRATCH'] ?? '').then(site)] };
