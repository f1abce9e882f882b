/** Runs tables of lines in real bash over the exported tree, and in our shell: standard output and exit status are the same to the byte. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createBuffer, emptyReader, nullWriter } from '../src/os/stream.ts';
import { createShell } from './front-door.ts';
import { type BashOutcome, runInBash } from './shell/bash.ts';

/** A line on which we choose to differ: what ours gives, and why. */
export interface Difference extends BashOutcome {
  readonly line: string;
  readonly why: string;
}

/** A line is a row; lines that are indented by four spaces continue it. */
const rowsOf = (table: string): readonly string[] =>
  table
    .trimEnd()
    .replaceAll('\n    ', '\0')
    .split('\n')
    .map((row) => row.replaceAll('\0', '\n'));

/** A shell that runs one text and ends, as `bash -c` does. */
const runWhole = async (row: string): Promise<BashOutcome> => {
  const { session } = createShell().machine;
  const stdout = createBuffer();
  const io = { stdin: emptyReader, stdout, stderr: nullWriter };
  await session.run(row, io).finished;
  const status = await session.end(io);
  return { stdout: stdout.text(), status };
};

/** A test a row of each table (its path to its text), and one for each difference. */
export const compareWithBash = (tables: Readonly<Record<string, string>>, differences: readonly Difference[]): void => {
  describe('differences', () => {
    it.each(differences)('$line: $why', async ({ line, stdout, status }) => {
      expect(await runWhole(line)).toEqual({ stdout, status });
    });
  });

  for (const [path, table] of Object.entries(tables)) {
    describe(path.replace(/^.*\/|\.rows$/g, ''), () => {
      const rows = rowsOf(table);
      let expected: readonly BashOutcome[] = [];
      beforeAll(async () => {
        expected = await runInBash(rows);
      }, 120_000);

      it.each(rows.map((row, i) => [row, i] as const))('%s', async (row, i) => {
        expect(await runWhole(row)).toEqual(expected[i]);
      });
    });
  }
};
