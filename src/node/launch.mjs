/** Runs the shell, or by `--entry=NAME` another program of this directory, from the sources: bundles them when they changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

const bundleDirectory = (entry) => {
  const hash = createHash('sha256');
  for (const source of sources) digest(join(root, source), hash);
  return join(cache, `${entry}-${hash.digest('hex').slice(0, 16)}`);
};

const refresh = async (entry, directory) => {
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, 'new-'));
  await bundle({ entry, outDir: fresh });
  for (const name of readdirSync(cache)) {
    if (name.replace(/-\w+$/, '') === entry && join(cache, name) !== directory) rmSync(join(cache, name), { recursive: true, force: true });
  }
  try {
    renameSync(fresh, directory);
  } catch (error) {
    // Another process may have been faster; its bundle is as good.
    if (!existsSync(directory)) throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
};

const args = process.argv.slice(2);
const entry = args[0]?.startsWith('--entry=') ? args.shift().slice('--entry='.length) : 'main';
const directory = bundleDirectory(entry);
if (!existsSync(directory)) await refresh(entry, directory);
const { main } = await import(pathToFileURL(join(directory, `${entry}.js`)).href);
await main(args);
