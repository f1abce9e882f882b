/** Packs the bundled shell into one file, whose parts are compiled only when they are first needed. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { bundle, root } from './bundle.mjs';

const target = resolve(process.argv[2] ?? join(root, 'dist-cli', 'cvsh.mjs'));

/** Each part is a CommonJS module kept as a string: to skip over a string costs a tenth of parsing it. */
const start = (parts, notices) => `#!/usr/bin/env node
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
/*!
${notices.replaceAll('*/', '* /')}*/
`;

/** A file of ASCII alone is read twice as fast. */
const ascii = (text) => text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const output = { format: 'cjs', entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' };
const { module } = await runnerImport(join(root, 'src/site/licences.ts'), { configFile: false, logLevel: 'error' });
const files = await bundle({ output, minify: true, plugins: [module.licences()] });
const parts = Object.fromEntries(files.flatMap(({ fileName, code }) => (code === undefined ? [] : [[fileName, code]])));
const notices = files.flatMap(({ source }) => source ?? []).join('\n');
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, start(ascii(JSON.stringify(parts)), ascii(notices)));
chmodSync(target, 0o755);
console.log(relative(process.cwd(), target));
