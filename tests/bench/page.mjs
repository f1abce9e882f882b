/**
 * Measures the built page beside a plain HTML page of the same text and beside bare xterm.js, in the same run: first paint,
 * first typed character, first command, bytes, cost of a key and of a command before and after a thousand commands, heap.
 * Ends with status 1 when a budget is broken. `npm run build && npm run bench`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../chromium.mjs';
import { buildBare, buildPlain, serve } from './serve.mjs';

const RUNS = Number(process.env.BENCH_RUNS ?? 7);
const slow = {
  cpu: 4,
  network: { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9 },
};
const fast = { cpu: 1, network: undefined };

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];

const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--enable-precise-memory-info',
  ],
});

const newPage = async ({ cpu, network }) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  if (network) await client.send('Network.emulateNetworkConditions', network);
  if (cpu > 1) await client.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return { context, page, client };
};

/** Runs in the page: notes when the text typed first, and the text of the first output, are there to be painted. */
const watch = (typed, output) => {
  const seen = {};
  Object.assign(globalThis, { seen });
  const look = () => {
    const text = `${document.body?.innerText ?? ''} ${document.querySelector('input')?.value ?? ''}`.replaceAll('\u00a0', ' ');
    if (seen.typed === undefined && text.includes(typed)) seen.typed = performance.now();
    if (seen.output === undefined && text.includes(output)) seen.output = performance.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/**
 * One visit: paint, first character, first output. A visitor types as soon as the page takes a key, and goes on to a whole
 * line and Enter; a page that loses the first keys is tried again until it shows them.
 */
const visit = async (url, conditions, output) => {
  const { context, page } = await newPage(conditions);
  await page.addInitScript(`(${watch})('zq', ${JSON.stringify(output)})`);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0 || document.querySelector('.xterm-rows'),
    undefined,
    { polling: 10 },
  );
  while ((await page.evaluate(() => globalThis.seen.typed)) === undefined) {
    await page.keyboard.type('zq');
    await page.waitForTimeout(20);
  }
  let outputAt;
  if (output) {
    await page.keyboard.press('Control+u');
    await page.keyboard.type('ls jobs');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => globalThis.seen.output !== undefined, undefined, { polling: 10 });
    outputAt = await page.evaluate(() => globalThis.seen.output);
  }
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  const typed = await page.evaluate(() => globalThis.seen.typed);
  await context.close();
  return { paint, typed, output: outputAt };
};

/** Bytes of a first load on which nobody types, in thousands: of fonts, and of the rest. */
const weigh = async (url) => {
  const { context, page, client } = await newPage(fast);
  const fonts = new Set();
  const bytes = { fonts: 0, rest: 0 };
  client.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Font') fonts.add(requestId);
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[fonts.has(requestId) ? 'fonts' : 'rest'] += encodedDataLength / 1000;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await context.close();
  return bytes;
};

const medians = (visits) =>
  Object.fromEntries(['paint', 'typed', 'output'].map((name) => [name, median(visits.map((one) => one[name] ?? Number.NaN))]));

/** Key to frame: from a key's dispatch to the frame after its text is in the page. */
const keyCost = async (page, keys) => {
  const times = [];
  for (let turn = 0; turn < keys; turn++) {
    times.push(
      await page.evaluate(async () => {
        const field = document.querySelector('.xterm-helper-textarea');
        const rows = document.querySelector('.xterm-rows');
        const start = performance.now();
        const changed = new Promise((resolve) =>
          new MutationObserver(resolve).observe(rows, { childList: true, subtree: true, characterData: true, attributes: true }),
        );
        for (const type of ['keydown', 'keypress'])
          field.dispatchEvent(
            new KeyboardEvent(type, {
              key: 'a',
              keyCode: type === 'keydown' ? 65 : 97,
              charCode: 97,
              which: 97,
              bubbles: true,
              cancelable: true,
            }),
          );
        await changed;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        return performance.now() - start;
      }),
    );
  }
  return times;
};

const commandCost = async (page, count) => {
  const times = [];
  for (let turn = 0; turn < count; turn++) {
    const start = Date.now();
    const before = await page.evaluate(() => document.querySelector('#log > section:last-child')?.dataset.block);
    await page.keyboard.type(':');
    await page.keyboard.press('Enter');
    await page.waitForFunction((block) => document.querySelector('#log > section:last-child')?.dataset.block !== block, before, {
      polling: 5,
    });
    times.push(Date.now() - start);
  }
  return times;
};

/** Frames that change what the terminal shows within some seconds, and milliseconds of the page's thread for each. */
const frameCost = async (line, seconds) => {
  const { context, page, client } = await newPage(fast);
  await client.send('Performance.enable');
  await page.goto(`${sites.cvsh.url}#${encodeURIComponent(line)}`);
  await page.waitForSelector('#program-keys button');
  // Whoever has pressed a key is not shown a demonstration.
  await page.keyboard.press('z');
  await page.waitForTimeout(2000);
  const busy = async () => (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value;
  const before = await busy();
  const frames = await page.evaluate(async (time) => {
    let count = 0;
    let isChanged = false;
    const observer = new MutationObserver(() => {
      isChanged = true;
    });
    observer.observe(document.querySelector('.xterm-rows'), { childList: true, subtree: true, characterData: true });
    for (const end = performance.now() + time; performance.now() < end; ) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (isChanged) count++;
      isChanged = false;
    }
    return count;
  }, 1000 * seconds);
  const cost = (1000 * ((await busy()) - before)) / Math.max(1, frames);
  await context.close();
  return { frames, cost };
};

const heap = async (client) => {
  await client.send('HeapProfiler.collectGarbage');
  return (await client.send('Runtime.getHeapUsage')).usedSize;
};

const scratch = mkdtempSync(join(tmpdir(), 'cvsh-bench-'));
const sites = {
  plain: await serve(buildPlain(scratch, readFileSync('dist/index.html', 'utf8'))),
  bare: await serve(await buildBare(scratch)),
  cvsh: await serve('dist'),
};

const budgets = [];
const hold = (what, value, bound, unit = '×') => {
  budgets.push({ what, value, bound, ok: value <= bound });
  console.log(`${value <= bound ? '✓' : '✗'} ${what}: ${value.toFixed(2)}${unit} (at most ${bound}${unit})`);
};

for (const [name, conditions] of [
  ['unthrottled', fast],
  ['4× CPU, 1.6 Mbps, 150 ms', slow],
]) {
  const visits = { plain: [], bare: [], cvsh: [] };
  // Turn by turn, so that a noisy minute is everybody's.
  for (let run = 0; run < RUNS; run++) {
    visits.plain.push(await visit(sites.plain.url, conditions, ''));
    visits.bare.push(await visit(sites.bare.url, conditions, 'output'));
    visits.cvsh.push(await visit(sites.cvsh.url, conditions, 'tokopedia-senior'));
  }
  const [plain, bare, cvsh] = [visits.plain, visits.bare, visits.cvsh].map(medians);
  console.log(`\n${name} (medians of ${RUNS}, load ${loadavg()[0].toFixed(1)})`);
  for (const [site, row] of Object.entries({ 'plain page': plain, 'bare xterm.js': bare, cvsh }))
    console.log(
      `  ${site.padEnd(14)} first paint ${row.paint?.toFixed(0).padStart(5)} ms  first character ${row.typed.toFixed(0).padStart(5)} ms  first output ${(row.output || 0).toFixed(0).padStart(5)} ms`,
    );
  hold('first paint ÷ plain page', cvsh.paint / plain.paint, 1.15);
  hold('first character ÷ plain page', cvsh.typed / plain.typed, 1.5);
  hold('first output ÷ bare xterm.js', cvsh.output / bare.output, 1.15);
}

const weights = { plain: await weigh(sites.plain.url), bare: await weigh(sites.bare.url), cvsh: await weigh(sites.cvsh.url) };
console.log('\nfirst load, brotli, once the network is idle');
for (const [site, { fonts, rest }] of Object.entries(weights))
  console.log(`  ${site.padEnd(6)} ${rest.toFixed(1)} kB, and fonts of ${fonts.toFixed(1)} kB`);
hold('first load − bare xterm.js, without fonts', weights.cvsh.rest - weights.bare.rest, 41, ' kB');
hold('fonts', weights.cvsh.fonts, 22, ' kB');

const { page, client } = await newPage(fast);
await page.goto(sites.cvsh.url);
await page.waitForSelector('html[data-shell=ready]');
const { page: bare } = await newPage(fast);
await bare.goto(sites.bare.url);
await bare.waitForSelector('html[data-shell=ready]');
await commandCost(page, 20);
const keysBefore = await keyCost(page, 60);
await page.keyboard.press('Control+u');
const commandsBefore = await commandCost(page, 60);
await commandCost(page, 500);
await page.keyboard.type('seq 10000');
await page.keyboard.press('Enter');
await page.waitForFunction(() => document.querySelector('#log > section:last-child h2')?.textContent === 'seq 10000');
const heapBefore = await heap(client);
await commandCost(page, 500);
const heapAfter = await heap(client);
const keysAfter = await keyCost(page, 60);
await page.keyboard.press('Control+u');
const commandsAfter = await commandCost(page, 60);
const bareKeys = await keyCost(bare, 60);
console.log('\na key, to the frame that shows it (ms)');
for (const [name, times] of Object.entries({ 'bare xterm.js': bareKeys, 'cvsh, new': keysBefore, 'cvsh, after 1,000 commands': keysAfter }))
  console.log(`  ${name.padEnd(27)} median ${median(times).toFixed(1)}  95th ${quantile(times, 0.95).toFixed(1)}`);
hold('key after 1,000 commands ÷ before', median(keysAfter) / median(keysBefore), 1.2);
hold('key ÷ bare xterm.js', median(keysAfter) / median(bareKeys), 1.25);
hold('command after 1,000 commands ÷ before', median(commandsAfter) / median(commandsBefore), 1.2);
hold('heap after 500 more commands ÷ before', heapAfter / heapBefore, 1.1);

console.log('\nan exhibit’s frame, on the page’s thread (ms)');
for (const line of ['migrate --seed 7', 'tilematch --seed 7', 'bobble --seed 7', 'trending --seed 7']) {
  const { frames, cost } = await frameCost(line, 5);
  console.log(`  ${line.padEnd(27)} ${frames} frames in 5 s`);
  hold(`frame of ${line.split(' ')[0]}`, cost, 4, ' ms');
}
hold('frames of wordpuzzle at rest', (await frameCost('wordpuzzle --date 2026-11-24', 3)).frames, 0, '');

await browser.close();
for (const site of Object.values(sites)) site.close();
rmSync(scratch, { recursive: true, force: true });
const broken = budgets.filter(({ ok }) => !ok);
console.log(`\n${budgets.length - broken.length} budgets held, ${broken.length} broken`);
process.exitCode = broken.length === 0 ? 0 : 1;
