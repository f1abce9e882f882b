/** Gives the shell the list of its commands as one small file, made at build time, so that `help` need not load them all. */
import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';

const ID = 'virtual:listings';

/** The plugin; the build of the page, the tests and the bundle for Node need it. */
export const listings = (): Plugin => ({
  name: 'cvsh-listings',
  resolveId: (source) => (source === ID ? `\0${ID}` : null),
  load: async (id) => {
    if (id !== `\0${ID}`) return null;
    const file = fileURLToPath(new URL('../../app/listings.ts', import.meta.url));
    const { module } = await runnerImport<typeof import('../../app/listings.ts')>(file, { configFile: false, logLevel: 'error' });
    return `export const listings = ${JSON.stringify(module.listings)};`;
  },
});
