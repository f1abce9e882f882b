/** The clipboard and the browser around a real terminal, by programs that only take notes. */
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usePacked } from './packed.ts';

const packed = usePacked();
let bin = '';

beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'cvsh-desktop-'));
});
afterEach(() => rmSync(bin, { recursive: true, force: true }));

/** A program that writes its arguments, a line each, then what it reads, into a file beside it. */
const program = (name: string, status = 0): void => {
  const path = join(bin, name);
  writeFileSync(
    path,
    `#!/bin/sh\n{ /usr/bin/printf '%s\\n' "$@"; /bin/cat; } > '${path}.part'\n/bin/mv '${path}.part' '${path}.notes'\nexit ${status}\n`,
  );
  chmodSync(path, 0o755);
};

const notes = (name: string): string | undefined => {
  const path = join(bin, `${name}.notes`);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
};

const run = (
  line: string,
  env: Record<string, string>,
): Promise<{ readonly stdout: string; readonly stderr: string; readonly status: number }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [packed.path, '-c', line], { env: { PATH: bin, ...env } }, (error, stdout, stderr) =>
      resolve({ stdout, stderr, status: error ? Number(error.code) : 0 }),
    );
    child.stdin?.end();
  });

const silent = { stdout: '', stderr: '', status: 0 };
const hostile = 'it\'s `id` $(id) "q" ; é 日本 \\ %s -n';

describe('copy', () => {
  it.each([
    ['wl-copy', { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, '\n'],
    ['xclip', { DISPLAY: ':0' }, '-selection\nclipboard\n'],
    ['xsel', { DISPLAY: ':0' }, '--clipboard\n--input\n'],
  ] as const)('gives the text to %s as it is', async (name, env, given) => {
    program(name);
    expect(await run(`echo '${hostile.replaceAll("'", "'\\''")}' | copy`, env)).toEqual(silent);
    expect(notes(name)).toBe(`${given}${hostile}\n`);
  });

  it('says so where no program can', async () => {
    program('pbcopy');
    program('xclip');
    expect(await run('echo x | copy', {})).toEqual({
      stdout: '',
      stderr: 'copy: copying cannot be done here; select the text instead\n',
      status: 1,
    });
    expect(notes('xclip')).toBeUndefined();
  });

  it('says so where the program fails', async () => {
    program('xclip', 1);
    const { stderr, status } = await run('echo x | copy', { DISPLAY: ':0' });
    expect(stderr).toBe('copy: it was not allowed; select the text instead\n');
    expect(status).toBe(1);
  });
});

describe('open', () => {
  const env = { DISPLAY: ':0' };

  it.each([
    ['https://example.org/a?b=c&d=%27;id', 'https://example.org/a?b=c&d=%27;id'],
    ['https://example.org/$(id)`id`|&', 'https://example.org/$(id)%60id%60|&'],
    ['mailto:ada@example.org?subject=Hi', 'mailto:ada@example.org?subject=Hi'],
  ])('gives %s to the system as one argument', async (url, given) => {
    program('xdg-open');
    expect(await run(`open '${url}'`, env)).toEqual(silent);
    await expect.poll(() => notes('xdg-open')).toBe(`${given}\n`);
  });

  it.each([
    ['file:///etc/passwd', 'not an address that may be opened'],
    ['javascript:alert(1)', 'not an address that may be opened'],
    ['vscode://x', 'not an address that may be opened'],
    ['https://me:secret@example.org/', 'not an address that may be opened'],
    ['http://example.org/', 'nothing here opens it'],
    ['tel:+6512345678', 'nothing here opens it'],
    ['-h', "invalid option -- 'h'"],
  ])('does not give it %s', async (url, why) => {
    program('xdg-open');
    const { stderr, status } = await run(`open '${url}'`, env);
    expect(stderr).toContain(why);
    expect(status).toBeGreaterThan(0);
    expect(notes('xdg-open')).toBeUndefined();
  });

  it('says so where there is no program, or no screen', async () => {
    expect((await run('open https://example.org/', env)).stderr).toBe('open: https://example.org/: nothing here opens it\n');
    program('xdg-open');
    expect((await run('open https://example.org/', {})).stderr).toBe('open: https://example.org/: nothing here opens it\n');
    expect(notes('xdg-open')).toBeUndefined();
  });
});
