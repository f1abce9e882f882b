/** The shell packed into one file, in a directory where nothing else is. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Packs it before the first test of a file; answers where it then is. */
export const usePacked = (): { readonly path: string; readonly directory: string } => {
  const directory = mkdtempSync(join(tmpdir(), 'cvsh-packed-'));
  const path = join(directory, 'cvsh.mjs');
  beforeAll(() => void execFileSync(process.execPath, [join(root, 'src/node/pack.mjs'), path], { cwd: root }), 120_000);
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return { path, directory };
};
