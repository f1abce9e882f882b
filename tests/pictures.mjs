/** Takes the README's pictures of the built page: `npm run build && npm run pictures`. */
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { serve } from './bench/serve.mjs';
import { ensureChromium } from './chromium.mjs';

const folder = 'public/pictures';
const desktop = { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' };
const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark', isMobile: true, hasTouch: true, deviceScaleFactor: 1 };

/** A picture's name, how the page is opened, and what is done before it is taken. */
const pictures = [
  ['first', desktop, '', async () => {}],
  ['first-light', { ...desktop, colorScheme: 'light' }, '', async () => {}],
  [
    'job',
    desktop,
    '',
    async (page) => {
      await page.keyboard.type('cat shopee\r');
      await page.waitForTimeout(1000);
      await page.keyboard.type('git ');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Control+u');
      await page.keyboard.type('ls jobs/t');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
    },
  ],
  ['phone', phone, '', async (page) => page.keyboard.type('cat tiktok\r')],
  ['plain', { ...desktop, colorScheme: 'light' }, '?plain', async () => {}],
  ['exhibit', desktop, '', async (page) => page.keyboard.type('migrate --seed 7\r')],
  ['theme', desktop, '', async (page) => page.keyboard.type('theme\r')],
];

mkdirSync(folder, { recursive: true });
const site = await serve('dist');
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
for (const [name, options, path, prepare] of pictures) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(site.url + path);
  await page.waitForSelector('html[data-shell=ready]', { state: 'attached' });
  await prepare(page);
  await page.waitForTimeout(name === 'exhibit' ? 5000 : 1200);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await context.close();
}
await browser.close();
site.close();
