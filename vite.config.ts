/** How the site is built, served and tested. */
import { defineConfig } from 'vitest/config';
import { createPageChunks, createThreadChunks } from './src/site/chunks.ts';
import { site } from './src/site/plugin.ts';
import { catalogues } from './src/site/plugins/catalogues.ts';
import { threadLicences } from './src/site/plugins/licences.ts';
import { listings } from './src/site/plugins/listings.ts';
import { inlineRuntime } from './src/site/plugins/trim.ts';

/** How the modules of one thread are put into files. The names are short: the thread's own file holds those of all commands. */
const rolldownOptions = (name: ReturnType<typeof createPageChunks>) => ({
  output: {
    chunkFileNames: 'assets/[name]-[hash:7].js',
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ name }] },
  },
});

export default defineConfig({
  base: process.env['BASE_PATH'] ?? './',
  // What of the environment the scripts may know.
  envPrefix: 'GAME_SERVER',
  plugins: [site()],
  worker: {
    format: 'es',
    plugins: () => [listings(), catalogues(false), inlineRuntime(), threadLicences()],
    rolldownOptions: rolldownOptions(createThreadChunks(import.meta.dirname)),
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // The service worker has every file soon; what would preload the lazy ones' own imports weighs more than the round trip it saves.
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: rolldownOptions(createPageChunks(import.meta.dirname)),
  },
  test: {
    // A core each: the default leaves one idle, and much of the time is waiting.
    maxWorkers: 2,
    testTimeout: 30_000,
    setupFiles: ['tests/seed.ts'],
    // Whatever the language of whoever runs them.
    env: { LC_ALL: 'C.UTF-8' },
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/{browser,exhibits,node,site}/**'] },
      },
      // Simulations, played for thousands of steps.
      { extends: true, test: { name: 'exhibits', include: ['tests/exhibits/**/*.test.ts'] } },
      // Builds, servers, and the shell in a real terminal.
      { extends: true, test: { name: 'system', include: ['tests/{node,site}/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
