/** The shell under Node, by its front door: `npm run -s cvsh`. */
import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resume } from '../../data/resume.ts';
import type { Job } from '../../data/types.ts';
import { sectionsOf } from '../../src/career/entries/sections.ts';

const newest = resume.jobs[0] as Job;

const root = join(import.meta.dirname, '..', '..');

interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

const cvsh = (args: readonly string[], stdin = ''): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, ['src/node/launch.mjs', ...args], { cwd: root }, (error, stdout, stderr) => {
      resolve({ stdout, stderr, status: error ? Number(error.code) : 0 });
    });
    child.stdin?.end(stdin);
  });

describe('cvsh -c', () => {
  it.each([
    ['ls jobs', resume.jobs.map(({ slug }) => `${slug}\n`).join(''), 0],
    [`cat ${newest.slug} | head -n 1`, `${newest.title}\n`, 0],
    ['exit 3', '', 3],
    ['false', '', 1],
    ['yes | head -n 2', 'y\ny\n', 0],
    ['cat', 'from outside\n', 0],
    ['seq 100000 | wc -l', '100000\n', 0],
  ])('`%s`', async (line, stdout, status) => {
    expect(await cvsh(['-c', line], 'from outside\n')).toEqual({ stdout, stderr: '', status });
  });

  it('gives further arguments to the line', async () => {
    expect((await cvsh(['-c', 'echo $0 $1 "$2"', 'name', 'a', 'b  c'])).stdout).toBe('name a b  c\n');
  });

  it.each([
    ['nosuch', 'nosuch: command not found', 127],
    ['cat nosuch', 'cat: nosuch: No such file or directory', 1],
    ['echo )', 'syntax error', 2],
    ['ls --nosuch', "ls: unrecognized option '--nosuch'", 2],
    ['__proto__', '__proto__: command not found', 127],
  ])('`%s` says on stderr what is wrong', async (line, message, status) => {
    const outcome = await cvsh(['-c', line]);
    expect(outcome.stderr).toContain(message);
    expect(outcome).toMatchObject({ stdout: '', status });
  });
});

describe('cvsh', () => {
  it('runs a script from standard input', async () => {
    expect(await cvsh([], 'x=1\nfor i in a b; do echo $x$i; done\n')).toEqual({ stdout: '1a\n1b\n', stderr: '', status: 0 });
  });

  it('says what it wants when it is called wrongly', async () => {
    expect((await cvsh(['-c'])).status).toBe(2);
    expect((await cvsh(['--nosuch'])).stderr).toContain('usage: cvsh');
    expect((await cvsh(['nosuch.sh'])).stderr).toContain('No such file or directory');
  });
});

describe('an output that takes nothing', () => {
  it.each([
    ['echo hi', '> /dev/full', 1, 'echo: write error: No space left on device\n'],
    ['seq 3', '> /dev/full', 1, 'seq: write error: No space left on device\n'],
    ['echo hi', '>&-', 1, 'echo: write error: Bad file descriptor\n'],
    ['echo hi', '> /dev/null', 0, ''],
    ['echo hi >&2', '2>&1 > /dev/full', 0, 'hi\n'],
  ])('`%s` %s fails as in bash', (line, redirect, status, told) => {
    const command = `"$0" src/node/launch.mjs -c '${line}' ${redirect}`;
    const { stdout, stderr, ...outcome } = spawnSync('bash', ['-c', command, process.execPath], { cwd: root, encoding: 'utf8' });
    expect([outcome.status, stdout + stderr]).toEqual([status, told]);
  });
});

describe('cvsh --export', () => {
  let directory = '';
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'cvsh-export-'));
    await cvsh(['--export', directory]);
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('writes the tree', () => {
    const lists = sectionsOf(resume, 0).map(({ name }) => name);
    expect(readdirSync(directory)).toEqual(expect.arrayContaining(['about', ...lists, 'resume.json', 'resume.txt']));
    expect(readFileSync(join(directory, 'jobs', newest.slug), 'utf8')).toContain(newest.employer);
  });

  it('with the end of each entry as its modification time', () => {
    const year = (name: string): number => statSync(join(directory, 'jobs', name)).mtime.getUTCFullYear();
    const past = resume.jobs.filter(({ end }) => end !== 'now');
    expect(past.map(({ slug }) => year(slug))).toEqual(past.map(({ end }) => Number(end.slice(0, 4))));
  });

  it('and each file is what the shell prints', async () => {
    expect((await cvsh(['-c', `cat jobs/${newest.slug} | cat`])).stdout).toBe(readFileSync(join(directory, 'jobs', newest.slug), 'utf8'));
  });

  it('again replaces what it wrote, and leaves all else', async () => {
    writeFileSync(join(directory, 'mine'), 'mine');
    const file = join(directory, 'jobs', newest.slug);
    const before = readFileSync(file, 'utf8');
    chmodSync(file, 0o444);
    expect(await cvsh(['--export', directory])).toEqual({ stdout: '', stderr: '', status: 0 });
    expect([readFileSync(file, 'utf8'), readFileSync(join(directory, 'mine'), 'utf8')]).toEqual([before, 'mine']);
  });

  it('writes through no symbolic link', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'cvsh-outside-'));
    const target = mkdtempSync(join(tmpdir(), 'cvsh-target-'));
    writeFileSync(join(outside, 'precious'), 'precious');
    symlinkSync(join(outside, 'precious'), join(target, 'about'));
    symlinkSync(outside, join(target, 'jobs'));
    const { stderr, status } = await cvsh(['--export', target]);
    expect([stderr, status]).toEqual([`cvsh: --export: ${join(target, 'jobs')}: is a symbolic link, which is not followed\n`, 1]);
    expect([readdirSync(outside), readFileSync(join(outside, 'precious'), 'utf8')]).toEqual([['precious'], 'precious']);
    for (const made of [outside, target]) rmSync(made, { recursive: true, force: true });
  });

  it('says in one line what it cannot do', async () => {
    const file = join(directory, 'about');
    expect(await cvsh(['--export', file])).toMatchObject({ stderr: expect.stringMatching(/^cvsh: --export: .*about.*\n$/), status: 1 });
  });
});
