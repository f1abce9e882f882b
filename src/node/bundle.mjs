/** Bundles the shell for Node from its sources; returns the chunks, and writes them to `outDir` if it is given. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own directory. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Reports mistakes in the data, and ends the process if there are any. */
const checkData = async (runnerImport) => {
  const { module } = await runnerImport(join(root, 'src/site/check/load.ts'), { configFile: false, logLevel: 'error' });
  const message = await module.ownFaults(root);
  if (message === undefined) return;
  console.error(message);
  process.exit(1);
};

const listingsPlugin = async (runnerImport) => {
  const { module } = await runnerImport(join(root, 'src/site/plugins/listings.ts'), { configFile: false, logLevel: 'error' });
  return module.listings();
};

/** Every package becomes part of the bundle, so that it runs without any. `entry` is a file below this directory. */
export const bundle = async ({ entry = 'main', outDir, output = {}, minify = false, plugins = [] }) => {
  const { build, runnerImport } = await import('vite');
  await checkData(runnerImport);
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [await listingsPlugin(runnerImport), ...plugins],
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'src/node', `${entry}.ts`),
      target: 'node20',
      copyPublicDir: false,
      minify,
      rolldownOptions: { output },
      ...(outDir ? { outDir, emptyOutDir: true } : { write: false }),
    },
  });
  return result.output;
};
