import { describe, expect, test } from 'vitest';
import type { Resume } from '../../data/types.ts';
import { bareNames, mountedNames } from '../../src/career/names.ts';
import { mountResume, treeEntries } from '../../src/career/tree.ts';
import { english } from '../../src/locales/speech.ts';
import { VfsError } from '../../src/os/failure.ts';
import { FileSystem } from '../../src/os/vfs.ts';
import { fixture } from '../fixtures/resume.ts';

const now = Date.UTC(2026, 10, 24, 12);
const home = '/home/visitor';

const mounted = (resume: Resume = fixture): FileSystem => {
  const fs = new FileSystem(() => now, mountedNames(resume, home));
  mountResume(fs, resume, home, now, async () => english);
  return fs;
};

test('the tree has a directory a list and a file an entry', () => {
  expect(treeEntries(fixture, now).map(({ path, kind }) => (kind === 'directory' ? `${path}/` : path))).toEqual([
    'about',
    'jobs/',
    'jobs/northlight',
    'jobs/southlight-lead',
    'jobs/southlight-junior',
    'jobs/dock',
    'education/',
    'education/sea-school',
    'talks/',
    'talks/fogconf',
    'projects/',
    'projects/gullcount',
    'writing/',
    'writing/notes',
    'resume.json',
    'resume.txt',
  ]);
});

test('an empty list has no directory', () => {
  const fs = mounted({ ...fixture, jobs: [], education: [], talks: [], projects: [], writing: [] });
  expect(fs.readDirectory(home).map(({ name }) => name)).toEqual(['about', 'resume.json', 'resume.txt']);
});

test('the résumé is read-only, and home is not', () => {
  const fs = mounted();
  const failure = (act: () => void): string => {
    try {
      act();
      return 'done';
    } catch (error) {
      return error instanceof VfsError ? error.message : String(error);
    }
  };
  expect(failure(() => fs.writeFile(`${home}/jobs/dock`, 'x'))).toBe('Read-only file system');
  expect(failure(() => fs.writeFile(`${home}/jobs/new`, 'x'))).toBe('Read-only file system');
  expect(failure(() => fs.unlink(`${home}/about`))).toBe('Read-only file system');
  expect(failure(() => fs.writeFile(`${home}/notes.txt`, 'x'))).toBe('done');
});

test('modes and times are those of an archive', () => {
  const fs = mounted();
  const jobs = fs.stat(`${home}/jobs`);
  const lead = fs.stat(`${home}/jobs/southlight-lead`);
  expect([jobs.mode, lead.mode, fs.stat(home).mode]).toEqual([0o555, 0o444, 0o755]);
  expect(new Date(lead.mtime).toISOString()).toBe('2022-12-31T12:00:00.000Z');
  expect(jobs.mtime).toBe(now);
  expect(jobs.kind === 'directory' && jobs.newestFirst).toBe(true);
});

describe('a bare name stands for files, from anywhere', () => {
  test.each([
    ['dock', ['jobs/dock']],
    ['DOCK', ['jobs/dock']],
    ['South-Light', ['jobs/southlight-lead', 'jobs/southlight-junior']],
    ['north-light', ['jobs/northlight']],
    ['the-dock', ['jobs/dock']],
    ['school', ['education/sea-school']],
    ['fogconf', ['talks/fogconf']],
    ['about', ['about']],
    ['resume', ['resume.txt']],
    ['lamp', []],
    ['__proto__', []],
    ['toString', []],
    ['jobs/dock', []],
  ])('%s', (name, paths) => {
    expect(mounted().lookUp(name)).toEqual(paths.map((path) => `${home}/${path}`));
  });
});

test('a slug means its own file, even where an employer has the same name', () => {
  const [first, ...others] = fixture.jobs;
  const resume = first ? { ...fixture, jobs: [{ ...first, employer: 'Dock' }, ...others] } : fixture;
  expect(bareNames(resume).get('dock')).toEqual(['jobs/dock']);
});

test('accents fall away in an employer’s bare name, and other scripts stay', () => {
  const [first] = fixture.jobs;
  const named = (employer: string): readonly string[] =>
    first ? [...bareNames({ ...fixture, jobs: [{ ...first, employer }] }).keys()] : [];
  expect(named('Société Générale')).toContain('societe-generale');
  expect(named('東京 灯台')).toContain('東京-灯台');
  expect(named('…')).not.toContain('');
});
