/** Keeps out of the first load what comes with the packages and is of no use here. */
import type { Plugin } from 'vite';

/** Rules of xterm.js's own sheet for what this page never asks of it: its screen-reader mode, decorations (but for the layer of selected text), canvases, rarer lines. */
const unused = /accessibility|live-region|xterm-message|underline-[2-4]|overline|strikethrough|decoration-(?!top)|column-select|canvas/;

/** The plugins that leave it out. */
export const slim = (): Plugin[] => [
  {
    name: 'cvsh-plain-imports',
    enforce: 'pre',
    // No style sheet and nothing else is preloaded for a lazy file, so what Vite brings for that is dead weight.
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
];
