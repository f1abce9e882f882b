/** Holds the sizes of what is built (in dist, or a folder given) to their budgets: first load, each exhibit, each language, the shell in one file. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { buildBare, compress } from './bench/serve.mjs';

/** Thousands of bytes after brotli, but the command line's file, which is counted as it is. */
const budgets = {
  'first load, beyond bare xterm.js': 28.8,
  'the shell’s thread, with the first key': 65,
  'what the page speaks to it with': 10.2,
  'an exhibit, by what only it loads': 15.1,
  'what exhibits share': 15,
  'what an exhibit asks for later': 100,
  'a language, for those who speak it': 90,
  'the command line, one file': 1800,
};

const root = join(import.meta.dirname, '..');
const site = resolve(process.argv[2] ?? join(root, 'dist'));
const assets = join(site, 'assets');
const files = readdirSync(assets);
const text = (name) => readFileSync(join(assets, name), 'utf8');

/** Bytes of texts, each compressed by itself as it is served. */
const weigh = (texts) => texts.reduce((sum, body) => sum + compress(body).length, 0);

/** What a script needs before it can run. */
const needs = (name) => [...text(name).matchAll(/(?:\bfrom|\bimport) ?["']\.\/([^"']+\.js)["']/g)].map(([, file]) => file);

/** What a script asks for later. */
const asks = (name) => [...text(name).matchAll(/\bimport\([`"']\.\/([^`"']+\.js)[`"']\)/g)].map(([, file]) => file);

const closure = (names) => {
  const found = new Set();
  const rest = [...names];
  for (let name = rest.pop(); name !== undefined; name = rest.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    rest.push(...needs(name));
  }
  return found;
};

const without = (names, ...others) => [...names].filter((name) => !others.some((other) => other.has(name)));

/** The page with the scripts and styles that it asks for at once. */
const pageBytes = (directory) => {
  const html = readFileSync(join(directory, 'index.html'), 'utf8');
  // Only browsers without scripts load what stands in noscript.
  const tags = (html.replace(/<noscript>.*?<\/noscript>/gs, '').match(/<(?:script|link)\b[^>]*>/g) ?? []).filter((tag) =>
    /preload|stylesheet|<script/.test(tag),
  );
  const paths = tags.flatMap((tag) => tag.match(/(?<=(?:src|href)="[^"]*assets\/)[^"]+\.(?:js|css)/g) ?? []);
  const read = (name) => readFileSync(join(directory, 'assets', name), 'utf8');
  return { bytes: weigh([html, ...paths.map(read)]), scripts: paths.filter((path) => path.endsWith('.js')) };
};

const rows = [];
const hold = (what, name, bytes) => rows.push({ what, name, bytes, budget: budgets[what] * 1000 });

const scratch = mkdtempSync(join(tmpdir(), 'cvsh-size-'));
const page = pageBytes(site);
const bare = pageBytes(await buildBare(scratch));
// The emulator is in a file of its own, which the page's script asks for by itself.
const first = closure([...page.scripts, ...files.filter((name) => /^emulator-.*\.js$/.test(name))]);
const late = without(first, new Set(page.scripts)).map(text);
hold('first load, beyond bare xterm.js', '', page.bytes + weigh(late) - bare.bytes);

const engine = closure(files.filter((name) => /^shell-worker-.*\.js$/.test(name)));
hold('the shell’s thread, with the first key', '', weigh([...engine].map(text)));
hold('what the page speaks to it with', '', weigh(without(closure(files.filter((name) => /^engine-.*\.js$/.test(name))), first).map(text)));

const exhibits = readdirSync(join(root, 'src', 'exhibits'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => basename(name, '.ts'))
  .map((name) => [name, closure(files.filter((file) => file.startsWith(`${name}-`) && text(file).includes(`name:\`${name}\``)))]);
const others = (mine) => exhibits.filter(([, names]) => names !== mine).map(([, names]) => names);
const shared = new Set();
for (const [name, loaded] of exhibits) {
  const own = without(loaded, first, engine, ...others(loaded));
  if (own.length === 0) throw new Error(`the built file of the exhibit ${name} was not found`);
  for (const file of without(loaded, first, engine, new Set(own))) shared.add(file);
  hold('an exhibit, by what only it loads', name, weigh(own.map(text)));
  for (const list of own.flatMap(asks)) hold('what an exhibit asks for later', name, weigh([text(list)]));
}
for (const name of files.filter((file) => file.startsWith('locale-')))
  hold('a language, for those who speak it', name, weigh([text(name)]));
hold('what exhibits share', '', weigh([...shared].map(text)));

const packed = join(scratch, 'cvsh.mjs');
execFileSync(process.execPath, [join(root, 'src/node/pack.mjs'), packed], { cwd: root });
hold('the command line, one file', '', readFileSync(packed).length);
rmSync(scratch, { recursive: true, force: true });

const kB = (bytes) => (bytes / 1000).toFixed(2);
for (const { what, name, bytes, budget } of rows)
  console.log(
    `${bytes <= budget ? '✓' : '✗'} ${`${what}${name && `: ${name}`}`.padEnd(50)} ${kB(bytes).padStart(8)} kB of ${budget / 1000}`,
  );
console.log(`(first load: ${kB(page.bytes + weigh(late))} kB; bare xterm.js, built in the same run: ${kB(bare.bytes)} kB)`);
const broken = rows.filter(({ bytes, budget }) => bytes > budget);
for (const { what, name, bytes, budget } of broken)
  console.error(
    `✗ ${what}${name && ` (${name})`} is ${kB(bytes)} kB, ${bytes - budget} bytes over its budget of ${budget / 1000} kB (1 kB = 1000 bytes).`,
  );
process.exitCode = broken.length === 0 ? 0 : 1;
