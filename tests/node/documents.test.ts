/** Every command that the documents give to whoever works on the project runs as it stands there. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'cvsh-documents-'));
const documents = ['README.md', '.github/CONTRIBUTING.md', 'src/README.md', 'src/exhibits/README.md'];

/** What stands in a fence, without its remarks, or between backquotes; `a && b` are two commands. */
const commandsIn = (name: string): readonly string[] =>
  [...readFileSync(join(root, name), 'utf8').matchAll(/```sh\n(.*?)```|`((?:npm|npx) [^`]+)`/gs)]
    .flatMap(([, fence, inline]) => (fence ?? inline ?? '').split('\n'))
    .flatMap((line) => line.replace(/\s+# .*/, '').split(' && '))
    .filter((line) => /^(?:[A-Z_]+=\S+ )?(?:npm|npx|curl) /.test(line));

/** Those that end soon: what their output has. */
const ending: Readonly<Record<string, RegExp>> = {
  "npm run -s cvsh -- -c 'cat jobs/* | grep -c Go'": /^\d+\n$/,
  "npm run -s cvsh -- -c 'migrate --seed 7 | tail -n 4'": /^(?:.+\n){4}$/,
  'npm run -s cvsh -- --export DIR': /^$/,
  'npm run -s cvsh': /^$/,
  'npm run cvsh': /> node src\/node\/launch\.mjs/,
  'npm run import -- resume.json --out data/resume.ts': /> node src\/site\/import/,
  'npx vitest run tests/shell/session.test.ts': /\d+ passed/,
};

/** Those that go on until they are stopped: what they print first. */
const lasting: Readonly<Record<string, RegExp>> = {
  'npm run dev': /Local/,
  'npm start': /Local/,
};

/** Those that other tests or `.ci/run` run: where. */
const elsewhere: Readonly<Record<string, string>> = {
  'npm ci': '.ci/run',
  'npm test': '.ci/run',
  'npm run check': 'tests/run.mjs',
  'npm run fix': 'tests/run.mjs',
  'npm run build': 'tests/run.mjs',
  'SITE_URL=https://example.org/ npm run build': 'tests/site/built.test.ts',
  'curl https://example.org/resume.txt': 'tests/site/built.test.ts',
  'npm run build:cli': 'tests/node/pack.test.ts',
  'npm run pdf': 'tests/browser/pdf.test.ts',
  'npm run diagram': 'tests/architecture.test.ts',
  'npm run tilematch-server': 'tests/node/tilematch-scripts.test.ts',
  'npm run tilematch-load': 'tests/node/tilematch-scripts.test.ts',
};

/** Those that measure or draw for minutes, or need another package: here their scripts have to be there, and to parse. */
const long = ['bench', 'lighthouse', 'soak', 'soak:terminal', 'compare', 'pictures', 'words'].map((name) => `npm run ${name}`);
const packages = ['npm i --no-save just-bash', 'npm i --no-save lighthouse@12'];

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const quiet = { ...process.env, BROWSER: 'none', CI: '1' };

/** Stops it with all that it has started. */
const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('close', () => resolve());
    process.kill(-(child.pid as number), 'SIGTERM');
  });

/** Runs a command until its output has `wanted`, and answers with what it had printed by then. */
const until = async (command: string, wanted: RegExp): Promise<string> => {
  const child = spawn('sh', ['-c', command], { cwd: scratch, detached: true, env: quiet, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  await new Promise<void>((resolve) => {
    const take = (chunk: Buffer): void => {
      output += chunk;
      if (wanted.test(output)) resolve();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('close', () => resolve());
  });
  if (child.exitCode === null) await stop(child);
  return output;
};

describe('the commands of the documents', () => {
  beforeAll(() => {
    const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\n');
    for (const file of files) if (file !== '' && existsSync(join(root, file))) cpSync(join(root, file), join(scratch, file));
    symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'));
    const json = execFileSync('npm', ['run', '-s', 'cvsh', '--', '-c', 'cat resume.json'], { cwd: root });
    writeFileSync(join(scratch, 'resume.json'), json);
  }, 60_000);

  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it('are all known here', () => {
    const known = [...Object.keys({ ...ending, ...lasting, ...elsewhere }), ...long, ...packages];
    expect([...new Set(documents.flatMap(commandsIn))].sort()).toEqual(known.sort());
  });

  it.each(Object.entries(ending))('%s', (command, wanted) => {
    const { stdout, stderr, status } = spawnSync('sh', ['-c', command], { cwd: scratch, encoding: 'utf8', input: '', env: quiet });
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(wanted);
  });

  it.each(Object.entries(lasting))('%s', async (command, wanted) => {
    expect(await until(command, wanted)).toMatch(wanted);
  });

  it.each(Object.entries(elsewhere))('%s is run by %s', (_, where) => {
    expect(existsSync(join(root, where))).toBe(true);
  });

  it.each(long)('%s has a script that parses', (command) => {
    const [, file = ''] = /node (\S+)$/.exec(scripts[command.replace('npm run ', '')] ?? '') ?? [];
    expect(spawnSync(process.execPath, ['--check', file], { cwd: root, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });
});
