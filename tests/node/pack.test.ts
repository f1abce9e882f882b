/** The shell packed into one file, away from everything it was made of. */
import { execFile, execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resume } from '../../data/resume.ts';
import { usePacked } from './packed.ts';

const packed = usePacked();
const root = join(import.meta.dirname, '..', '..');

const cvsh = (...args: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string; readonly status: number }> =>
  new Promise((resolve) => {
    const child = execFile(packed.path, args, { cwd: packed.directory }, (error, stdout, stderr) =>
      resolve({ stdout, stderr, status: error ? Number(error.code) : 0 }),
    );
    child.stdin?.end();
  });

describe('the packed shell', () => {
  it('is one file, which needs nothing beside it', async () => {
    expect(readdirSync(packed.directory)).toEqual(['cvsh.mjs']);
    expect(await cvsh('-c', 'whoami | head -n 1')).toEqual({
      stdout: `${resume.person.name ?? resume.person.role}\n`,
      stderr: '',
      status: 0,
    });
  });

  it.each([
    ["seq 3 | awk '{ print $1 * 2 }' | paste -s -d ,", '2,4,6\n'],
    ["cat resume.json | jq -r '.work[0].name'", `${resume.jobs[0]?.employer}\n`],
    ["echo résumé | sed 's/é/e/g'", 'resume\n'],
    ['ls -d jobs | wc -l', '1\n'],
    ['type ls cd', 'ls is /usr/bin/ls\ncd is a shell builtin\n'],
    ['tree jobs | head -n 1', 'jobs\n'],
    ['sleep 60 & echo at once', 'at once\n'],
  ])('runs `%s`, whose parts are loaded from it', async (line, stdout) => {
    expect(await cvsh('-c', line)).toMatchObject({ stdout, status: 0 });
  });

  it('has no part that cannot be loaded', async () => {
    const names = (await cvsh('-c', 'ls /usr/bin')).stdout.trim().split('\n');
    const { stderr } = await cvsh('-c', `whatis ${names.join(' ')} > /dev/null`);
    expect(names.length).toBeGreaterThan(100);
    expect(stderr.split('\n').filter((row) => row !== '' && !/^(cvsh|sh|bash): nothing appropriate\.$/.test(row))).toEqual([]);
  });

  it('is ASCII, as it is read faster', () => {
    expect(/^[\0-\x7f]*$/.test(readFileSync(packed.path, 'utf8'))).toBe(true);
  });
});

describe('the package', () => {
  it('holds the program with its licence, and no more, and depends on nothing', () => {
    const [{ files }] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' }),
    );
    const { bin, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(bin).toEqual({ cvsh: 'dist-cli/cvsh.mjs' });
    expect(dependencies).toBeUndefined();
    expect(files.map(({ path }: { path: string }) => path).filter((path: string) => path !== 'dist-cli/cvsh.mjs')).toEqual([
      'LICENSE',
      'README.md',
      'package.json',
    ]);
  });
});
