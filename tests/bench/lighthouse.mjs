/** Lighthouse on the built page, for phones and for desktops: `npm run build && npm i --no-save lighthouse@12 && npm run lighthouse`. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { ensureChromium } from '../chromium.mjs';
import { serve } from './serve.mjs';

/** Not in the lock file: two hundred packages, for a look now and then. */
const load = (name, from = import.meta.url) => import(pathToFileURL(createRequire(from).resolve(name)).href);

const { default: lighthouse, desktopConfig } = await load('lighthouse');
const chromeLauncher = await load('chrome-launcher');
const site = await serve('dist');
let missed = 0;

for (const path of ['', 'jobs/shopee/'])
  for (const [device, config] of [
    ['mobile', undefined],
    ['desktop', desktopConfig],
  ]) {
    const chrome = await chromeLauncher.launch({
      chromePath: ensureChromium(),
      chromeFlags: ['--no-sandbox', '--headless', '--disable-gpu'],
    });
    const { lhr } = await lighthouse(site.url + path, { port: chrome.port, logLevel: 'error' }, config);
    chrome.kill();
    const categories = Object.values(lhr.categories);
    console.log(`/${path} ${device}: ${categories.map(({ title, score }) => `${title} ${Math.round(score * 100)}`).join(', ')}`);
    for (const { auditRefs, score } of categories) {
      if (score === 1) continue;
      missed++;
      for (const { id, weight } of auditRefs)
        if (weight > 0 && (lhr.audits[id].score ?? 1) < 1) console.log(`  ${id} ${lhr.audits[id].displayValue ?? ''}`);
    }
  }
site.close();
process.exit(missed === 0 ? 0 : 1);
