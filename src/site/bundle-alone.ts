/** Bundles a script that stands alone: the inline script, the service worker. */
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** The minified text of `file`, relative to this folder, with `define` as Vite has it. */
export const bundleAlone = async (file: string, define: Record<string, string> = {}): Promise<string> => {
  const input = fileURLToPath(new URL(file, import.meta.url));
  const result = (await build({
    configFile: false,
    logLevel: 'silent',
    define,
    build: {
      write: false,
      target: 'es2022',
      cssTarget: 'chrome123',
      modulePreload: false,
      rolldownOptions: { input, output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput;
  // The minifier writes escapes as plain characters, which HTML does not allow.
  return result.output[0].code
    .trim()
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`);
};
