/** `npm run import`, from the outside. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { jsonResumeText } from '../../../src/career/forms/json-resume.ts';
import { moduleText } from '../../../src/site/import/module-text.ts';
import { full } from '../../career/generated.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const directory = mkdtempSync(join(tmpdir(), 'cvsh-import-'));

afterAll(() => rmSync(directory, { recursive: true, force: true }));

const run = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/site/import/launch.mjs', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

const file = (name: string, text: string): string => {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
};

describe('npm run import', () => {
  test('prints a module', () => {
    expect(run([file('full.json', jsonResumeText(full))])).toEqual({ status: 0, stdout: moduleText(full), stderr: '' });
  });

  test('reads standard input, writes a file, and tells what is left', () => {
    const out = join(directory, 'resume.ts');
    const { status, stdout, stderr } = run(
      ['-', '--out', out],
      '\ufeff{"basics": {"label": "Cook", "image": "https://example.org/me.png", "summary": "I cook."}, "work": [{"name": "Inn", "position": "Cook", "startDate": "2019", "endDate": "soon"}]}',
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toBe(
      [
        'What of - has no place in the data, or is not as it was:',
        '  work, entry 1 (Inn), endDate: “soon” cannot be read as a date; it is left empty. Put it right by hand.',
        '  basics, image: cannot be used (https://example.org/me.png).',
        `What is to be put right in ${out}:`,
        "  jobs, entry 1 (inn), end: is not a date. Write a year such as '2021', a month such as '2021-02', or 'now'.",
        '',
      ].join('\n'),
    );
    expect(readFileSync(out, 'utf8')).toContain("role: 'Cook'");
  });

  test.each<[string, string[], number, RegExp]>([
    ['no file', [], 2, /^usage: npm run -s import -- FILE/],
    ['two files', ['a', 'b'], 2, /^usage: /],
    ['an unknown option', ['--nosuch', 'a'], 2, /^usage: /],
    ['a missing file', ['/nowhere/resume.json'], 1, /^\/nowhere\/resume.json: ENOENT/],
    ['no JSON', [file('bad.json', '{')], 1, /bad.json: .*JSON/],
    ['a document that is too long', [file('long.json', `"${'x'.repeat(1_000_000)}"`)], 1, /is longer than 1000000 characters/],
    ['a document of bad form', [file('form.json', '{"work": 1}')], 1, /form.json is not a JSON Resume:\n {2}work: is not a list/],
    ['a place where nothing can be written', [file('ok.json', '{}'), '--out', '/nowhere/x.ts'], 1, /ENOENT/],
  ])('%s', (_name, args, status, message) => {
    const outcome = run(args);
    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr).toMatch(message);
    expect(existsSync('/nowhere/x.ts')).toBe(false);
  });
});
