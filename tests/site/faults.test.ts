/** What a mistake in the data looks like to who made it, at the commands that they run. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ownFaults, syntaxFault } from '../../src/site/check/load.ts';
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

/** The directory of a project whose data have this line. */
const project = (line: string): string => {
  const root = mkdtempSync(join(directory, 'project-'));
  mkdirSync(join(root, 'data'));
  writeFileSync(join(root, 'data', 'resume.ts'), `export const resume = {\n${line}\n};\n`);
  return root;
};

const cures = {
  apostrophe:
    'An apostrophe ends a text that stands between single quotes. Write ’ in its place, or put the text between double quotes: "…".',
  quote: "A double quote ends a text that stands between double quotes. Write “ and ” in the text, or put it between single quotes: '…'.",
  above: 'Is there a comma at the end of the line above? Each entry, and each item, ends in one.',
  comma: 'A comma is missing before this place.',
  end: 'The text has no quote at its end. Add one; a text stands on one line.',
  curly: 'Put the text between straight quotes: \'…\' or "…".',
  other: 'Expected `,` or `]` but found `:`. A comma, a quote or a bracket is missing here, or on a line above.',
};

describe('what cannot be read is told with file, line, the line’s text and a cure', () => {
  it.each<[line: string, cure: keyof typeof cures]>([
    ["  tagline: 'I'm a keeper.',", 'apostrophe'],
    ["  about: ['The users' phones, and mine.'],", 'apostrophe'],
    ["  role: 'Rock 'n' roll',", 'apostrophe'],
    ['  role: "A "good" keeper",', 'quote'],
    ["  role: 'Keeper',\n  name: 'Ada'\n  since: '2015',", 'above'],
    ["  role: 'Keeper'   name: 'Ada',", 'comma'],
    ["  role: 'Keeper,", 'end'],
    ['  role: ‘Keeper’,', 'curly'],
    ["  places: ['Oslo', role: 'Keeper',", 'other'],
  ])('%s', async (line, cure) => {
    const lines = line.split('\n');
    const told = `data/resume.ts, line ${lines.length + 1}: this cannot be read:\n  ${lines.at(-1)?.trim()}\n${cures[cure]}`;
    expect(await ownFaults(project(line))).toBe(told);
  });

  it.each([
    ['  role: Keeper,', "data/resume.ts: Keeper is not defined. A text stands between quotes: '…'."],
    ['};\nexport const other = {', undefined],
  ])('%s', async (line, told) => {
    const fault = await ownFaults(project(line));
    if (told === undefined) expect(fault).toMatch(/^the résumé in data\/resume.ts has mistakes:\n {2}person: is missing/);
    else expect(fault).toBe(told);
  });

  it('a long line is cut, and a sound module has no fault', () => {
    expect(syntaxFault('data/jobs.ts', `export const jobs = ['I'm ${'x'.repeat(300)}'];`)?.split('\n')[1]).toHaveLength(122);
    expect(syntaxFault('data/jobs.ts', "export const jobs: Job[] = ['I am'];")).toBeUndefined();
  });
});

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

  it('at `npm run build`, of a text that an apostrophe ends', () => {
    const { status, told } = vite(['build', '--config', 'tests/site/misquoted.config.ts', '--outDir', join(directory, 'built')], {
      SCRATCH: project("  tagline: 'I'm a keeper.',"),
    });
    expect(status).toBe(1);
    expect(told).toContain(`data/resume.ts, line 2: this cannot be read:\n  tagline: 'I'm a keeper.',\n${cures.apostrophe}`);
    expect(told).not.toMatch(/^ +at |Getter/m);
  });

  it('at `npm start` and `npm test`, which build first', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(scripts.start).toMatch(/^vite build && /);
    expect(scripts.build).toBe('vite build');
    expect(readFileSync(join(root, 'tests/run.mjs'), 'utf8')).toContain("check('build', 'vite/bin/vite.js'");
  });
});

it('the command line is bundled of sound data only', async () => {
  expect(await ownFaults(root)).toBeUndefined();
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
