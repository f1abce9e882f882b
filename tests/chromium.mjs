/** Finds a Chromium for the tests, or installs one and says so. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const runnable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((directory) => join(directory, name))
    .find(runnable);

const playwrightsOwn = () => {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
};

/** The path of a Chromium that is here already: `CHROMIUM` from the environment, the system's, or Playwright's. */
export const findChromium = () => {
  const given = process.env.CHROMIUM;
  if (given) {
    if (runnable(given)) return given;
    throw new Error(`CHROMIUM=${given} is not a program; unset it or give the path of a Chromium`);
  }
  return names.map(onPath).find(Boolean) ?? playwrightsOwn();
};

const attempt = (command, args) => {
  console.log(`  ${command} ${args.join(' ')}`);
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
};

const installWithApt = () => {
  attempt('apt-get', ['update', '-qq']);
  try {
    attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell', 'fonts-dejavu-core']);
  } catch {
    attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']);
  }
};

/** As `findChromium`, but installs one where there is none: Debian's package as root, else Playwright's own. */
export const ensureChromium = () => {
  const found = findChromium();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  console.log('No Chromium found for the tests in the browser; installing one:');
  try {
    if (isRoot && onPath('apt-get')) installWithApt();
    else attempt(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  } catch (error) {
    console.error(`Could not install it (${error.message}).`);
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error('no Chromium: install one (on Debian, `apt-get install chromium`) or set CHROMIUM to its path, then run the tests again');
};
