/** Packs the bundled shell into one file, whose parts are compiled only when they are first needed. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { runnerImport } from 'vite';
import { bundle, root } from './bundle.mjs';

const target = resolve(process.argv[2] ?? join(root, 'dist-cli', 'cvsh.mjs'));

/**
 * Each part is a CommonJS module kept as a string: to skip over a string costs a tenth of parsing it. What is large and
 * seldom needed is kept compressed, since even to skip it takes its time.
 */
const start = (parts, rare, notices) => `#!/usr/bin/env node
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
const require = createRequire(import.meta.url);
const parts = ${parts};
const rare = ${rare};
const unpack = (data) => data && require('node:zlib').brotliDecompressSync(Buffer.from(data, 'base64')).toString();
const loaded = new Map();
const load = (name) => {
  const source = parts[name.slice(2)] ?? unpack(rare[name.slice(2)]);
  if (source === undefined) return require(name);
  let module = loaded.get(name);
  if (module) return module.exports;
  module = { exports: {} };
  loaded.set(name, module);
  compileFunction(source, ['module', 'exports', 'require'], { filename: 'cvsh/' + name.slice(2) })(module, module.exports, load);
  return module.exports;
};
await load('./main.js').main(process.argv.slice(2));
/*!
${notices.replaceAll('*/', '* /')}*/
`;

/** A file of ASCII alone is read twice as fast. */
const ascii = (text) => text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const output = { format: 'cjs', entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' };
const { module } = await runnerImport(join(root, 'src/site/plugins/licences.ts'), { configFile: false, logLevel: 'error' });
const files = await bundle({ output, minify: true, plugins: [module.licences()] });
const chunks = files.filter(({ code }) => code !== undefined);
const notices = files.flatMap(({ source }) => source ?? []).join('\n');

/** What runs whatever the line is: all that the entry, and the ways it goes on, import at once. */
const common = new Set();
const take = (chunk) => {
  if (chunk === undefined || common.has(chunk)) return;
  common.add(chunk);
  for (const name of chunk.imports) take(chunks.find(({ fileName }) => fileName === name));
};
for (const chunk of chunks) if (chunk.isEntry || /\/src\/node\/(script|interactive)\.ts$/.test(chunk.facadeModuleId ?? '')) take(chunk);

/** Characters of a part above which it is worth compressing. */
const LARGE = 16_000;
const isRare = (chunk) => !common.has(chunk) && chunk.code.length > LARGE;
const table = (kept, textOf) => ascii(JSON.stringify(Object.fromEntries(kept.map((chunk) => [chunk.fileName, textOf(chunk.code)]))));
const parts = table(
  chunks.filter((chunk) => !isRare(chunk)),
  (code) => code,
);
const rare = table(chunks.filter(isRare), (code) => brotliCompressSync(code).toString('base64'));

mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, start(parts, rare, ascii(notices)));
chmodSync(target, 0o755);
console.log(relative(process.cwd(), target));
