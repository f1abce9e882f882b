/** Fills the page with the résumé and the terminal's first screen, and orders what it loads so that it shows soonest. */
import type { Plugin } from 'vite';
import { escapeHtml } from '../../career/forms/html.ts';
import type { SiteBuild } from '../build.ts';
import { firstScreenHtml } from '../pages/screen.ts';
import { scriptLater, styleSheetsLast } from '../pages/template.ts';

/** Settles the build, and fills the template. */
export const prerender = (build: SiteBuild): Plugin => ({
  name: 'cvsh-prerender',
  configResolved: (config) => build.settle(config),
  buildStart: () => build.bundleEarly(),
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      build
        .fillHome(html)
        .replace('<!--policy-->', () => (build.isServed ? '' : `<meta http-equiv="Content-Security-Policy" content="${build.policy}" />`))
        .replace('>A résumé that is a shell</h1>', () => `>${escapeHtml(build.home.title)}</h1>`)
        .replace('<!--early-->', () => `<script>${build.early}</script>`)
        .replace('<!--screen-->', () => firstScreenHtml(build.resume)),
  },
});

/** Puts the first frame first: style sheets last, the page's script after the first frame, the shell's files when the visitor types. */
export const order = (build: SiteBuild): Plugin => ({
  name: 'cvsh-order',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const built = (start: string): string => Object.keys(bundle).find((name) => name.startsWith(`assets/${start}`)) ?? '';
      const thread = build.isServed ? '/src/browser/host/shell-worker.ts?worker_file&type=module' : build.base + built('shell-worker-');
      return styleSheetsLast(scriptLater(html)).replace(
        '<!--later-->',
        `<link id="later" rel="prefetch-later" href="${build.base}${built('engine-')}" /><link id="thread" rel="prefetch-later" href="${thread}" />`,
      );
    },
  },
});
