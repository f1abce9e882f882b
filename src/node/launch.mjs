/** Runs the shell from its sources, or with `--entry=PATH` another program below this directory; bundles them if they have changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle, root } from './bundle.mjs';

const cache = join(root, 'node_modules', '.cache', 'cvsh');
const sources = ['src', 'data', 'package-lock.json'];

/** Feeds every source file's path, size and modification time to the hash. */
const digest = (path, hash) => {
  const info = statSync(path);
  if (info.isDirectory()) for (const name of readdirSync(path).sort()) digest(join(path, name), hash);
  else hash.update(`${path}\0${info.size}\0${info.mtimeMs}\n`);
};

const bundleDirectory = (name) => {
  const hash = createHash('sha256');
  for (const source of sources) digest(join(root, source), hash);
  return join(cache, `${name}-${hash.digest('hex').slice(0, 16)}`);
};

const refresh = async (entry, name, directory) => {
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, 'new-'));
  await bundle({ entry, outDir: fresh });
  for (const old of readdirSync(cache)) {
    if (old.replace(/-\w+$/, '') === name && join(cache, old) !== directory) rmSync(join(cache, old), { recursive: true, force: true });
  }
  try {
    renameSync(fresh, directory);
  } catch (error) {
    // Another process may have been faster; its bundle is just as good.
    if (!existsSync(directory)) throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
};

const args = process.argv.slice(2);
const entry = args[0]?.startsWith('--entry=') ? args.shift().slice('--entry='.length) : 'main';
const name = basename(entry);
const directory = bundleDirectory(name);
if (!existsSync(directory)) await refresh(entry, name, directory);
const { main } = await import(pathToFileURL(join(directory, `${name}.js`)).href);
await main(args);
