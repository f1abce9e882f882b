/** Runs many lines in real bash, each over a copy of the exported tree, by one process for all of them. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

/** What tells a line in which shell it runs, or ends a stage of a pipeline with a status that depends on that. */
const ownShell = /\$\$|\$\{\w+:?\?|\b(?:LINENO|SECONDS|PPID|SHLVL|DEBUG|BASH\w*)\b/;

const harmless = /[12&]?>+ ?(?:\/dev\/null|&[12-])/g;

/** Words by which a line may change the tree: it gets one of its own. The others share one, and whether it stays as it was is checked. */
const ownTree =
  />|\b(?:touch|mkdir|mktemp|rm|rmdir|mv|cp|ln|chmod|tee|truncate|split|csplit|dd|install|delete|sed -\w*i|shuf -o|sort -o)\b/;

const bash = ['bash', '--norc', '--noprofile', '-c'] as const;

/** Seconds that all lines together may take. */
const LIMIT = 100;

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A line, where it runs, and the directory that takes its output and status. */
interface Row {
  readonly line: string;
  readonly home: string;
  readonly results: string;
}

/** Commands that run a row, and leave its output, its status and, where it came to its end, a sign of that. */
const commandsFor = ({ line, home, results }: Row, alone: boolean): string => {
  const run = alone ? `exec ${bash.join(' ')} ${quote(line)}` : `set --; eval ${quote(line)}; set -- "$?"; : > ${results}/ended; exit "$1"`;
  // What a line left in the background may write after the line's end: `cat` waits for it.
  return `(cd ${home}; export HOME=$PWD; ${run}) 2> /dev/null < /dev/null | cat > ${results}/out
echo \${PIPESTATUS[0]} > ${results}/status`;
};

/** Runs lines, each in a subshell of one bash or, `alone`, in a bash of its own; those that did not come to their end are undefined. */
const runBatch = async (lines: readonly string[], alone: boolean): Promise<readonly (BashOutcome | undefined)[]> => {
  const scratch = mkdtempSync(join(tmpdir(), 'cvsh-bash-'));
  const shared = join(scratch, 'shared', 'visitor');
  const { fs } = createShell().machine;
  const rows = lines.map((line, i): Row => {
    const results = join(scratch, String(i));
    return { line, results, home: ownTree.test(line.replaceAll(harmless, '')) ? join(results, 'visitor') : shared };
  });
  try {
    for (const { home } of [{ home: shared }, ...rows]) if (!existsSync(home)) exportTree(fs, HOME, home);
    for (const { results } of rows) mkdirSync(results, { recursive: true });
    const list = `find ${shared} -printf '%p %m %s %T@ %C@\\n' | sort`;
    const script = [list, ...rows.map((row) => commandsFor(row, alone)), list].join('\n');
    const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', TZ: 'UTC', USER: 'visitor', LOGNAME: 'visitor' };
    const driver = promisify(execFile)('timeout', [String(LIMIT), ...bash, 'eval "$(cat)"', 'bash'], { env });
    driver.child.stdin?.end(script);
    const { stdout: trees } = await driver.catch((error: Error) => {
      throw new Error(`bash does not get past: ${rows.find(({ results }) => !existsSync(join(results, 'status')))?.line}`, {
        cause: error,
      });
    });
    if (trees.slice(0, trees.length / 2) !== trees.slice(trees.length / 2)) throw new Error('a line changes the tree that others read');
    return rows.map(({ results, home }) => {
      if (!alone && !existsSync(join(results, 'ended'))) return undefined;
      const stdout = readFileSync(join(results, 'out'), 'utf8').replaceAll(home, HOME);
      return { stdout, status: Number(readFileSync(join(results, 'status'), 'utf8')) };
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};

/**
 * The outcomes of the lines, in order; the home directory's real path in them is as ours. A line that ends its shell (by `exit`,
 * `set -e`, an error of syntax or expansion) or asks about it needs one of its own, since a subshell ends with another status.
 */
export const runInBash = async (lines: readonly string[]): Promise<readonly BashOutcome[]> => {
  const together = lines.filter((line) => !ownShell.test(line));
  const outcomes = new Map<string, BashOutcome | undefined>();
  for (const [i, outcome] of (await runBatch(together, false)).entries()) outcomes.set(together[i] ?? '', outcome);
  const rest = lines.filter((line) => !outcomes.get(line));
  for (const [i, outcome] of (await runBatch(rest, true)).entries()) outcomes.set(rest[i] ?? '', outcome);
  return lines.map((line) => {
    const outcome = outcomes.get(line);
    if (!outcome) throw new Error(`bash did not run: ${line}`);
    return outcome;
  });
};
