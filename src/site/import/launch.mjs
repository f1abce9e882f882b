/** Runs `npm run import` from its sources. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('main.ts', import.meta.url)), { configFile: false, logLevel: 'error' });
process.exitCode = module.main(process.argv.slice(2));
