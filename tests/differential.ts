/** Runs each line in real bash over the exported tree, and in our shell: standard output and exit status are the same to the byte. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOME } from '../src/app/prompt.ts';
import { exportTree } from '../src/node/export.ts';
import { createShell } from './front-door.ts';

/** One line, and for a line on which we choose to differ, what we print instead of what bash prints. */
export type Row = string | { readonly line: string; readonly ours: string; readonly status?: number; readonly why: string };

interface Outcome {
  readonly stdout: string;
  readonly status: number | null;
}

const inBash = (line: string, home: string): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const env = { HOME: home, PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC', USER: 'visitor', LOGNAME: 'visitor' };
    const child = spawn('bash', ['--norc', '--noprofile', '-c', line], { cwd: home, env, stdio: ['ignore', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ stdout: Buffer.concat(chunks).toString('utf8').replaceAll(home, HOME), status }));
  });

/** A test a row; `title` says what the table is about. */
export const compareWithBash = (title: string, rows: readonly Row[]): void => {
  describe(title, () => {
    let scratch = '';
    let count = 0;
    beforeAll(() => {
      scratch = mkdtempSync(join(tmpdir(), 'cvsh-bash-'));
      exportTree(createShell().machine.fs, HOME, join(scratch, 'tree'));
    });
    afterAll(() => rmSync(scratch, { recursive: true, force: true }));

    const freshHome = (): string => {
      const home = join(scratch, `home-${count++}`);
      cpSync(join(scratch, 'tree'), home, { recursive: true, preserveTimestamps: true });
      return home;
    };

    for (const row of rows) {
      const line = typeof row === 'string' ? row : row.line;
      it.concurrent(typeof row === 'string' ? line : `${line} — differs: ${row.why}`, async () => {
        const { stdout, status } = await createShell().run(line);
        const expected = typeof row === 'string' ? await inBash(line, freshHome()) : { stdout: row.ours, status: row.status ?? 0 };
        expect({ stdout, status }).toEqual(expected);
      });
    }
  });
};
