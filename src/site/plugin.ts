/** The build's own part: checks the data, and prerenders the résumé with the terminal's first screen into the page. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import { resume } from '../../data/resume.ts';
import { HOME, prompt } from '../app/prompt.ts';
import { NARROW, WIDE, welcomeLines } from '../app/welcome.ts';
import { resumeHtml } from '../resume/html.ts';
import { checkResume } from './check.ts';
import { escapeHtml, screenHtml } from './screen.ts';

/** The inline script, bundled on its own; it must stay under 2 kB. */
const earlyScript = async (): Promise<string> => {
  const entry = fileURLToPath(new URL('../browser/early.ts', import.meta.url));
  const result = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      cssTarget: 'chrome123',
      modulePreload: false,
      rollupOptions: { input: entry, output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput;
  return result.output[0].code.trim();
};

const policy = (scriptHash: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' '${scriptHash}'`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types cvsh',
  ].join('; ');

const screen = (columns: number, rows: number, name: string): string => {
  const lines = screenHtml(welcomeLines(resume, columns, rows));
  const start = screenHtml([prompt(HOME, HOME, 0, columns)]);
  return `<pre class="${name}" aria-hidden="true"><span class="lines">${lines}</span>\n${start}<span class="echo"></span><span class="caret"> </span></pre>`;
};

/** Who this is, in a few words. */
const title = `${resume.person.name ?? resume.person.role}: a résumé that is a shell`;

/** Style sheets at the body's end do not hold up what stands above them; the inline script has the styles for that. */
const styleSheetsLast = (html: string): string => {
  const links = html.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
  return links.reduce((page, link) => page.replace(link, ''), html).replace('</body>', () => `${links.join('')}</body>`);
};

/** The plugins that vite.config.ts uses. */
export const site = (): Plugin[] => {
  let served = false;
  const prerender: Plugin = {
    name: 'cvsh-prerender',
    configResolved: (config) => {
      served = config.command === 'serve';
    },
    buildStart() {
      const faults = checkResume(resume);
      if (faults.length > 0) this.error(`the résumé in data/resume.ts has mistakes:\n  ${faults.join('\n  ')}`);
    },
    transformIndexHtml: {
      order: 'pre',
      handler: async (html) => {
        const early = await earlyScript();
        const hash = `sha256-${createHash('sha256').update(early).digest('base64')}`;
        const meta = served ? '' : `<meta http-equiv="Content-Security-Policy" content="${policy(hash)}" />`;
        return html
          .replace('<!--head-->', () => meta)
          .replaceAll('<!--title-->', () => escapeHtml(title))
          .replace('<!--early-->', () => `<script>${early}</script>`)
          .replace('<!--screen-->', () => `<div id="screen">${screen(...WIDE, 'wide')}${screen(...NARROW, 'narrow')}</div>`)
          .replace('<!--resume-->', () => resumeHtml(resume));
      },
    },
  };
  const order: Plugin = { name: 'cvsh-order', transformIndexHtml: { order: 'post', handler: styleSheetsLast } };
  return [prerender, order];
};
