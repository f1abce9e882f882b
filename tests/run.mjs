/** Runs every check and every test, and ends with one plain line: `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureTmux } from './tmux.mjs';

/** Programs of the other engines, and the packages that have them: their tests run where they are. */
const others = [
  ['Firefox', 'firefox-esr', ['firefox-esr', 'firefox']],
  ['WebKit', 'webkit2gtk-driver and xvfb', ['WebKitWebDriver']],
];

const nameEngines = () => {
  for (const [engine, packages, programs] of others) {
    const found = programs.some((program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0);
    console.log(found ? `${engine}: found` : `${engine}: not here, so its tests do not run (Debian has it in ${packages})`);
  }
};

let passed = 0;
let failed = 0;

const count = (ok) => (ok ? passed++ : failed++);

const run = (label, command, args, env = {}) => {
  console.log(`\n— ${label}`);
  const script = command.startsWith('tests/') ? command : `node_modules/${command}`;
  const { status } = spawnSync(process.execPath, [join(...script.split('/')), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
};

const check = (label, command, args) => {
  const ok = run(label, command, args);
  count(ok);
  if (!ok) console.error(`✗ ${label} failed`);
  return ok;
};

const chromium = () => {
  try {
    const path = ensureChromium();
    console.log(`Chromium: ${path}`);
    return path;
  } catch (error) {
    console.error(`✗ ${error.message}`);
    count(false);
    return undefined;
  }
};

const tmux = () => {
  try {
    ensureTmux();
  } catch (error) {
    // Its tests fail by themselves; the others need not wait for it.
    console.error(`✗ ${error.message}`);
  }
};

const tests = (path) => {
  const scratch = mkdtempSync(join(tmpdir(), 'cvsh-tests-'));
  const report = join(scratch, 'report.json');
  run('tests', 'vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { CHROMIUM: path });
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    passed += result.numPassedTests;
    failed += result.numFailedTests;
    // A file that fails to load has no test of its own to count.
    failed += result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    if (result.numPassedTests === 0) count(false);
  } catch (error) {
    console.error(`✗ no report from the tests: ${error.message}`);
    count(false);
  }
  rmSync(scratch, { recursive: true, force: true });
};

const path = chromium();
nameEngines();
tmux();
check('format and lint', '@biomejs/biome/bin/biome', ['check', '.']);
check('types below the page', 'typescript/bin/tsc', ['-p', 'src']);
check('types', 'typescript/bin/tsc', ['-p', '.']);
check('unused files, exports and dependencies', 'knip/bin/knip.js', ['--no-progress']);
const built = check('build', 'vite/bin/vite.js', ['build', '--logLevel', 'warn']);
if (built) check('sizes', 'tests/size.mjs', []);
if (path && built) tests(path);

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
