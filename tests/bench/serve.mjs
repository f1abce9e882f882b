/** Serves folders over HTTP with brotli, as a static host does, and builds the references beside the site. */

import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** Brotli as hosts precompress it. */
export const compress = (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/** Answers the address at which `directory` is served. */
export const serve = (directory) =>
  new Promise((resolve) => {
    const kept = new Map();
    const server = createServer((request, response) => {
      const path = new URL(request.url, 'http://localhost').pathname;
      const inside = join(directory, path);
      const file = existsSync(inside) && statSync(inside).isDirectory() ? join(inside, 'index.html') : inside;
      if (!existsSync(file)) return response.writeHead(404).end();
      if (!kept.has(file)) kept.set(file, compress(readFileSync(file)));
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-encoding': 'br' });
      response.end(kept.get(file));
    });
    server.listen(0, '127.0.0.1', () => resolve({ url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }));
  });

/** Builds bare xterm.js into `directory`, a page of nothing else. */
export const buildBare = async (directory) => {
  const root = join(directory, 'source');
  mkdirSync(root, { recursive: true });
  const entry = join(process.cwd(), 'tests/bench/bare.ts');
  writeFileSync(
    join(root, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>bare</title><body style="margin:0"><div id="terminal" style="height:100vh"></div><script type="module" src="${entry}"></script></body></html>`,
  );
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { outDir: join(directory, 'bare'), emptyOutDir: true, target: 'es2022', modulePreload: false },
  });
  return join(directory, 'bare');
};

/** Writes the plain page: the site's own text as HTML, with a field to type into, and nothing else. */
export const buildPlain = (directory, index) => {
  const [, resume = ''] = /<div id="resume"[^>]*>([\s\S]*)<\/div>\s*<\/div>\s*<\/main>/.exec(index) ?? [];
  const folder = join(directory, 'plain');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en" data-shell="ready"><meta charset="utf-8"><title>plain</title><body><input autofocus aria-label="line"><main>${resume}</main></body></html>`,
  );
  return folder;
};
