/** Runs many lines in real bash, each in a fresh copy of the exported tree, by one process for all of them. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HOME } from '../../src/app/prompt.ts';
import { exportTree } from '../../src/node/export.ts';
import { createShell } from '../front-door.ts';

/** What a line did. */
export interface BashOutcome {
  readonly stdout: string;
  readonly status: number;
}

/** Reads each row from its file, so that no quoting stands between it and `bash -c`. */
const DRIVER = `
cd "$1" || exit
for ((i = 0; i < $2; i++)); do
  mkdir "$i"
  cp -a tree "$i/visitor"
  IFS= read -r -d '' line < "row-$i"
  (cd "$i/visitor" && HOME=$PWD exec timeout 20 bash --norc --noprofile -c "$line") 2> /dev/null < /dev/null | cat > "out-$i"
  echo \${PIPESTATUS[0]} > "status-$i"
  rm -rf "$i"
done`;

/** The outcomes of the lines, in order; the home directory's real path in them is as ours. */
export const runInBash = async (lines: readonly string[]): Promise<readonly BashOutcome[]> => {
  const scratch = mkdtempSync(join(tmpdir(), 'cvsh-bash-'));
  try {
    mkdirSync(join(scratch, 'tree'));
    exportTree(createShell().machine.fs, HOME, join(scratch, 'tree'));
    for (const [i, line] of lines.entries()) writeFileSync(join(scratch, `row-${i}`), line);
    const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', TZ: 'UTC', USER: 'visitor', LOGNAME: 'visitor' };
    await promisify(execFile)('bash', ['-c', DRIVER, 'bash', scratch, String(lines.length)], { env });
    const read = (name: string): string => readFileSync(join(scratch, name), 'utf8');
    return lines.map((_, i) => ({
      stdout: read(`out-${i}`).replaceAll(join(scratch, String(i), 'visitor'), HOME),
      status: Number(read(`status-${i}`)),
    }));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};
