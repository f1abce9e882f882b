/** Takes the pictures of the documentation from a build of its own: `npm run pictures`, or only some, by name. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { serve } from './bench/serve.mjs';
import { ensureChromium } from './chromium.mjs';
import { shrink } from './png.mjs';

const folder = '.github/pictures';
/** The day of the pictures: the day's board and all dates follow it. */
const today = new Date('2026-11-24T09:00:00Z');

/** Nothing moves by itself, so that each run takes the same pictures. */
const still = { reducedMotion: 'reduce', serviceWorkers: 'block', locale: 'en-GB', timezoneId: 'UTC', deviceScaleFactor: 1 };
const desktop = { ...still, viewport: { width: 1280, height: 800 }, colorScheme: 'dark' };
const light = { ...desktop, colorScheme: 'light' };
const phone = { ...still, viewport: { width: 390, height: 844 }, colorScheme: 'dark', isMobile: true, hasTouch: true };
/** An A4 sheet at 96 points an inch, inside the margins of `npm run pdf`. */
const sheet = { ...still, viewport: { width: 794, height: 1123 }, colorScheme: 'light' };

const keys = new Map([
  ['⏎', 'Enter'],
  ['⇥', 'Tab'],
  ['↓', 'ArrowDown'],
  ['→', 'ArrowRight'],
]);

/** Types a text; `⏎`, `⇥`, `↓` and `→` are keys. In an exhibit a full stop is half a second. */
const type = async (page, text) => {
  for (const key of text) {
    await page.keyboard.press(keys.get(key) ?? key);
    // A key that changes the screen is drawn before the next one comes.
    if (keys.has(key)) await page.waitForTimeout(300);
  }
};

const typing = (text) => (page) => type(page, text);

const print = async (page) => {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => Object.assign(document.documentElement.style, { padding: '14mm 16mm' }));
};

/** A picture's name, how the page is opened, where, and what is done before it is taken. */
const pictures = [
  ['first', desktop, '', () => {}],
  ['first-light', light, '', () => {}],
  ['job', desktop, '', typing('cat grab⏎')],
  ['menu', desktop, '', typing('cat jobs/⇥⇥⇥↓')],
  ['phone', phone, '', typing('cat tiktok⏎')],
  ['plain', { ...light, viewport: { width: 1280, height: 900 } }, '?plain', () => {}],
  ['print', sheet, '?plain', print],
];

/** An exhibit's line and the keys that are pressed in it. */
const exhibits = [
  ['migrate --seed 7', '......s......c....k......'],
  ['bobble --seed 7', '......t........d....'],
  ['wordpuzzle --date 2026-11-24', 'tear⏎leap⏎pirate⏎carry⏎parts⏎start⏎1tra'],
  ['tilematch --seed 7', '1.............. ⇥ ... ⇥ ...c..'],
  ['ratelimit --seed 7', '....b......x....l....b....x..'],
  ['rewards --seed 7', '....k....↓s....d............'],
  ['trending --seed 7', '............................t......../lamp⏎..'],
  ['shutdown --seed 7', '..s....d....t.....'],
  ['burst --seed 7', '......b......f....'],
  ['dashboard --seed 7', '........x.. ....'],
  ['dm --seed 7', '..m..md...mu..mr..'],
];

const ofExhibits = exhibits.map(([line, played]) => [
  line.split(' ')[0],
  desktop,
  '',
  async (page) => {
    await type(page, `${line}⏎`);
    await page.waitForTimeout(1000);
    await type(page, played);
  },
]);

const wanted = process.argv.slice(2);
const isWanted = ([name]) => wanted.length === 0 || wanted.includes(name);

const save = (name, png) => {
  const small = shrink(png);
  writeFileSync(join(folder, `${name}.png`), small);
  console.log(`${name}.png  ${Math.round(small.length / 1000)} kB`);
};

const take = async (browser, address, [name, options, path, prepare]) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.clock.setFixedTime(today);
  await page.goto(address + path);
  await page.waitForSelector('html[data-shell=ready]', { state: 'attached' });
  await page.waitForTimeout(300);
  await prepare(page);
  await page.waitForTimeout(1200);
  save(name, await page.screenshot());
  await context.close();
};

mkdirSync(folder, { recursive: true });
const directory = mkdtempSync(join(tmpdir(), 'cvsh-pictures-'));
process.env.SITE_URL = 'https://example.org/';
await build({ logLevel: 'warn', build: { outDir: directory } });
const site = await serve(directory);
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
for (const picture of [...pictures, ...ofExhibits].filter(isWanted)) await take(browser, site.url, picture);
if (isWanted(['card'])) save('card', readFileSync(join(directory, 'card.png')));
await browser.close();
site.close();
rmSync(directory, { recursive: true });
