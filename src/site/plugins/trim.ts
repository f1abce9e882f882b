/** Keeps unused parts of packages out of the first load. */
import type { Plugin, Rolldown } from 'vite';

/** Rules of xterm.js's own style sheet for features that this page never uses: its screen-reader mode, decorations (but for the layer of selected text), canvases, rarer lines. */
const unused = /accessibility|live-region|xterm-message|underline-[2-4]|overline|strikethrough|decoration-(?!top)|column-select|canvas/;

/**
 * Copies the bundler's few lines of runtime into each file that needs them; a file of their own would cost one more round trip
 * before the first answer.
 */
const putRuntime = (bundle: Rolldown.OutputBundle): void => {
  const runtime = Object.values(bundle).find(({ type, fileName }) => type === 'chunk' && fileName.startsWith('assets/rolldown-runtime-'));
  const [, body, name] = (runtime?.type === 'chunk' && /^([\s\S]*);export\{(\w+)\};\s*$/.exec(runtime.code)) || [];
  if (runtime?.type !== 'chunk' || body === undefined || name === undefined) return;
  const importing = new RegExp(`import\\{${name} as (\\w+)\\}from"\\./${runtime.fileName.slice('assets/'.length)}";`);
  const others = Object.values(bundle).filter((file) => file.type === 'chunk' && file !== runtime);
  for (const chunk of others as Rolldown.OutputChunk[])
    chunk.code = chunk.code.replace(importing, (_, local: string) => `const ${local}=(()=>{${body};return ${name}})();`);
  if (!(others as Rolldown.OutputChunk[]).some(({ code }) => code.includes(runtime.fileName.slice('assets/'.length))))
    delete bundle[runtime.fileName];
};

/** The plugin that puts it there; the page's build needs it, and the shell's. */
export const inlineRuntime = (): Plugin => ({
  name: 'cvsh-inline-runtime',
  generateBundle: (_options, bundle) => putRuntime(bundle),
});

/** The plugins that leave it out. */
export const trim = (): Plugin[] => [
  {
    name: 'cvsh-plain-imports',
    enforce: 'pre',
    // Lazy files preload nothing, so Vite's code for that is dead weight.
    load: (id) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null),
  },
  {
    name: 'cvsh-used-rules',
    enforce: 'pre',
    transform: (css, id) =>
      id.endsWith('/xterm.css')
        ? css.replaceAll(/([^{}]+)\{[^{}]*\}/g, (rule, selectors: string) => (unused.test(selectors) ? '' : rule))
        : null,
  },
  inlineRuntime(),
];
