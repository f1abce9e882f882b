/** The shell under Node, by its front door: `npm run -s cvsh`. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

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
    ['ls jobs | head -n 3', 'tiktok\nshopee\ngrab\n', 0],
    ['cat tiktok | head -n 1', 'Software Engineer\n', 0],
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

describe('cvsh --export', () => {
  let directory = '';
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'cvsh-export-'));
    await cvsh(['--export', directory]);
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('writes the tree', () => {
    expect(readdirSync(directory)).toEqual(
      expect.arrayContaining(['about', 'education', 'jobs', 'projects', 'resume.json', 'talks', 'writing']),
    );
    expect(readFileSync(join(directory, 'jobs', 'shopee'), 'utf8')).toContain('150 billion');
  });

  it('with the end of each entry as its modification time', () => {
    const year = (name: string): number => statSync(join(directory, 'jobs', name)).mtime.getUTCFullYear();
    expect(['shopee', 'grab', 'alter'].map(year)).toEqual([2025, 2023, 2017]);
  });

  it('and each file is what the shell prints', async () => {
    expect((await cvsh(['-c', 'cat jobs/grab | cat'])).stdout).toBe(readFileSync(join(directory, 'jobs', 'grab'), 'utf8'));
  });
});
