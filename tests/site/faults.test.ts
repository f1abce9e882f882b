/** What a mistake in the data looks like to who made it, at the commands that they run. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { faultMessage } from '../../src/site/check/report.ts';
import { fixture } from '../fixtures/resume.ts';

const root = join(import.meta.dirname, '..', '..');
const directory = mkdtempSync(join(tmpdir(), 'cvsh-faults-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const vite = (args: readonly string[], env: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', ...env },
  });
  return { status, told: stderr + stdout };
};

const sentences = [
  'jobs, entry 1 (northlight), employer: is missing or not a text. Write it between quotes.',
  "jobs, entry 1 (northlight), start: is not a date. Write a year such as '2021', or a month such as '2021-02'.",
];

describe('each mistake is one sentence, and no stack of ours', () => {
  it.each([
    ['npm run build', ['build', '--outDir', join(directory, 'built')]],
    ['npm run dev', ['--port', '0']],
  ])('at `%s`, which then ends', (_name, args) => {
    const { status, told } = vite([...args, '--config', 'tests/site/faulty.config.ts']);
    expect(status).toBe(1);
    for (const sentence of sentences) expect(told.split(sentence)).toHaveLength(2);
    expect(told).toContain('data/resume.ts');
    expect(told).not.toMatch(/^ +at /m);
    expect(existsSync(join(directory, 'built'))).toBe(false);
  });

  it('at `npm start` and `npm test`, which build first', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(scripts.start).toMatch(/^vite build && /);
    expect(scripts.build).toBe('vite build');
    expect(readFileSync(join(root, 'tests/run.mjs'), 'utf8')).toContain("check('build', 'vite/bin/vite.js'");
  });
});

it('the command line is bundled of sound data only', () => {
  expect(faultMessage()).toBeUndefined();
  expect(faultMessage({ ...fixture, site: 'example.org' })).toBe(
    'the résumé in data/resume.ts has mistakes:\n  site: is not a web address. Write a complete one, beginning with https://.',
  );
  expect(readFileSync(join(root, 'src/node/bundle.mjs'), 'utf8')).toContain('await checkData(');
});

it('an address of the site that is none is told as well', () => {
  const { status, told } = vite(['build', '--outDir', join(directory, 'built')], { SITE_URL: 'example.org' });
  expect(status).toBe(1);
  expect(told).toContain("SITE_URL: 'example.org' is not the web address of a site. Use one such as https://example.org/");
  expect(told).not.toMatch(/^ +at /m);
});
