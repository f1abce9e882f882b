/** Fills the page with the résumé and the terminal's first screen, and orders what it loads so that it shows soonest. */
import type { Plugin } from 'vite';
import type { SiteBuild } from '../build.ts';
import { barHtml, mastheadHtml } from '../pages/screen.ts';
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
        .replace('<!--early-->', () => `<script>${build.early}</script>`)
        .replace('<!--bar-->', () => barHtml(build.resume))
        .replace('<!--masthead-->', () => mastheadHtml(build.resume)),
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
      const late = build.isServed ? '/src/browser/page/late.css?direct' : build.base + built('late-');
      return styleSheetsLast(scriptLater(html)).replace(
        '<!--later-->',
        `<noscript><link rel="stylesheet" href="${late}" /></noscript><link id="late" rel="prefetch-later" href="${late}" /><link id="later" rel="prefetch-later" href="${build.base}${built('engine-')}" /><link id="thread" rel="prefetch-later" href="${thread}" />`,
      );
    },
  },
});
