/** Bundles the shell for Node from its sources; answers the chunks, and writes them where `outDir` is given. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own directory. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Every package becomes part of the bundle, so that it runs without any. `entry` is a file of this directory. */
export const bundle = async ({ entry = 'main', outDir, output = {}, minify = false, plugins = [] }) => {
  const { build } = await import('vite');
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins,
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
