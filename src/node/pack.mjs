/** Packs the bundled shell into one file, whose parts are compiled only when they are first needed. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { bundle, root } from './bundle.mjs';

const target = resolve(process.argv[2] ?? join(root, 'dist-cli', 'cvsh.mjs'));

/** Each part is a CommonJS module kept as a string: to skip over a string costs a tenth of parsing it. */
const start = (parts) => `#!/usr/bin/env node
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
const require = createRequire(import.meta.url);
const parts = ${parts};
const loaded = new Map();
const load = (name) => {
  const source = parts[name.slice(2)];
  if (source === undefined) return require(name);
  let module = loaded.get(name);
  if (module) return module.exports;
  module = { exports: {} };
  loaded.set(name, module);
  compileFunction(source, ['module', 'exports', 'require'], { filename: 'cvsh/' + name.slice(2) })(module, module.exports, load);
  return module.exports;
};
await load('./main.js').main(process.argv.slice(2));
`;

/** A file of ASCII alone is read twice as fast. */
const ascii = (text) => text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const output = { format: 'cjs', entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' };
const chunks = await bundle({ output, minify: true });
const parts = Object.fromEntries(chunks.map(({ fileName, code }) => [fileName, code]));
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, start(ascii(JSON.stringify(parts))));
chmodSync(target, 0o755);
console.log(relative(process.cwd(), target));
